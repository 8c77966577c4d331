"""Build the wheel twice, from two clean checkouts, and compare: the same bytes, with every file that the program reads.

usage: python scripts/check_wheel.py     (the last commit; prints the wheel's size and hash, exits 1 with what differs)
"""

from __future__ import annotations

import hashlib
import io
import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
#: Compiled by `make data`, so that no checkout holds it; the wheel must.
COMPILED = ("src/rashomon/data/gazetteer/gazetteer.bin",)


def tracked() -> list[str]:
    """The files of the last commit, as paths below the repository."""
    return _git("ls-tree", "-r", "--name-only", "-z", "HEAD").decode().rstrip("\0").split("\0")


def check_out(folder: Path) -> None:
    """Put the last commit into a folder, and what `make data` compiles."""
    with tarfile.open(fileobj=io.BytesIO(_git("archive", "--format=tar", "HEAD"))) as packed:
        packed.extractall(folder, filter="data")
    for name in COMPILED:
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(ROOT / name, target)


def build(folder: Path, instant: str) -> bytes:
    """The wheel of a checkout, made without network; `instant` is its SOURCE_DATE_EPOCH."""
    out = folder / "dist"
    environment = {**os.environ, "SOURCE_DATE_EPOCH": instant}
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(out)]
    subprocess.run(command, cwd=folder, env=environment, check=True, stdout=subprocess.DEVNULL)
    (wheel,) = out.glob("*.whl")
    return wheel.read_bytes()


def build_twice() -> tuple[bytes, bytes]:
    """Two wheels of the last commit, from folders of other names, written at other times under other umasks."""
    instant = _git("log", "-1", "--format=%ct").decode().strip()
    wheels = []
    for name, mask in (("one", 0o022), ("quite-another", 0o077)):
        before = os.umask(mask)
        try:
            with tempfile.TemporaryDirectory(prefix=name) as folder:
                check_out(Path(folder))
                wheels.append(build(Path(folder), instant))
        finally:
            os.umask(before)
    return wheels[0], wheels[1]


def missing(wheel: bytes, files: Iterable[str]) -> list[str]:
    """Files of the package, the licence and the notice that the wheel does not hold."""
    with zipfile.ZipFile(io.BytesIO(wheel)) as held:
        names = held.namelist()
    wanted = [name.removeprefix("src/") for name in (*files, *COMPILED) if name.startswith("src/")]
    lacking = [name for name in wanted if name not in names]
    return lacking + [name for name in ("LICENSE", "NOTICE") if not any(n.endswith(f"/licenses/{name}") for n in names)]


def _git(*arguments: str) -> bytes:
    return subprocess.run(["git", *arguments], cwd=ROOT, check=True, stdout=subprocess.PIPE).stdout


def main() -> None:
    """Build, compare, print."""
    one, other = build_twice()
    lacking = missing(one, tracked())
    for name in lacking:
        print(f"not in the wheel: {name}", file=sys.stderr)
    if one != other:
        print("two builds of one commit differ", file=sys.stderr)
    if lacking or one != other:
        sys.exit(1)
    print(f"two builds, the same {len(one)} bytes, sha256 {hashlib.sha256(one).hexdigest()}")


if __name__ == "__main__":
    main()
