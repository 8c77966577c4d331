"""Damaged archives and store files: each is refused in words, or is a project that can be read."""

from __future__ import annotations

import hashlib
import io
import json
import random
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from benchmarks.fuzz_bytes import Try, damaged
from rashomon import app
from rashomon.errors import RashomonError

FIXTURES = Path(__file__).resolve().parent.parent / "tests" / "fixtures"
_ODD: tuple[Any, ...] = (
    None, True, -1, 0, 10**30, 1.5, "", "x" * 999, "\x00", "\ud800", "../../x", [], {}, [[]], "9999-99-99",
    "0001-01-01T00:00:00+23:59", "rpt-0000000000000000",
)  # fmt: skip


@contextmanager
def archives() -> Iterator[Try]:
    """Reading archives with a byte, a value, a line or a member changed, their hashes made to fit or not."""
    kept = max(FIXTURES.glob("archive-*.zip")).read_bytes()

    def attempt(chance: random.Random) -> str | None:
        with tempfile.TemporaryDirectory() as folder:
            path, address = Path(folder) / "a.zip", Path(folder) / "project.sqlite"
            path.write_bytes(damaged(kept, chance) if chance.random() < 0.2 else _tampered(kept, chance))
            try:
                app.unarchive(str(path), str(address))
            except RashomonError:
                return f"left behind: {sorted(p.name for p in Path(folder).iterdir())}" if address.exists() else None
            _use(str(address))
            return None

    yield attempt


@contextmanager
def stores() -> Iterator[Try]:
    """Opening and reading store files with bytes changed."""
    kept = max(FIXTURES.glob("store-*.sqlite")).read_bytes()

    def attempt(chance: random.Random) -> str | None:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "project.sqlite"
            path.write_bytes(_overwritten(kept, chance))
            try:
                _use(str(path))
            except RashomonError:
                return None
            return None

    yield attempt


def _use(address: str) -> None:
    """What a person would do first: list, search, check."""
    app.stories(address)
    app.search(address, "said")
    app.doctor(address)


def _overwritten(content: bytes, chance: random.Random) -> bytes:
    """The same number of bytes, some of them others: a disk's fault rather than a cut."""
    spoilt = bytearray(content)
    for _ in range(chance.randint(1, 12)):
        at, many = chance.randrange(len(spoilt)), chance.choice((1, 4, 64))
        spoilt[at : at + many] = chance.randbytes(len(spoilt[at : at + many]))
    return bytes(spoilt)


def _tampered(content: bytes, chance: random.Random) -> bytes:
    """The archive with one of its files changed; mostly its manifest says so, so that only the content is at fault."""
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        files = {name: packed.read(name) for name in packed.namelist()}
    name = chance.choice([n for n, lines in files.items() if lines])
    rows = [files[name]] if name == "manifest.json" else files[name].splitlines()
    at = chance.randrange(len(rows))
    match chance.randint(0, 5):
        case 0:
            rows[at] = damaged(rows[at], chance).replace(b"\n", b" ")
        case 1:
            rows.insert(chance.randint(0, len(rows)), rows[at])
        case 2:
            rows.pop(at)
        case _:
            rows[at] = json.dumps(_changed(json.loads(rows[at]), chance)).encode()
    files[name] = b"".join(row + b"\n" for row in rows)
    if name != "manifest.json" and chance.random() < 0.9:
        manifest = json.loads(files["manifest.json"])
        sha = hashlib.sha256(files[name]).hexdigest()
        manifest["files"][name] = {"lines": len(rows), "bytes": len(files[name]), "sha256": sha}
        files["manifest.json"] = json.dumps(manifest).encode()
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        for member, lines in files.items():
            packed.writestr(member, lines)
    return out.getvalue()


def _changed(value: Any, chance: random.Random) -> Any:
    """The value with one of its parts, at any depth, replaced, left out or said twice."""
    if not isinstance(value, dict | list) or not value or chance.random() < 0.1:
        return chance.choice(_ODD)
    if isinstance(value, list):
        at = chance.randrange(len(value))
        return [*value, value[at]] if chance.random() < 0.2 else _with(value, at, chance)
    key = chance.choice(sorted(value))
    if chance.random() < 0.1:
        return {k: v for k, v in value.items() if k != key}
    return {**value, key: _changed(value[key], chance)}


def _with(values: list[Any], at: int, chance: random.Random) -> list[Any]:
    return [_changed(value, chance) if n == at else value for n, value in enumerate(values)]
