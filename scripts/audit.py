"""Ask the public advisories about every package of the lock.

usage: python scripts/audit.py     (exit codes: 0 none is known to be vulnerable, 1 some are, 3 nobody could be asked)

pip-audit runs in an environment of its own (`uv tool run`), so that nothing of it is installed beside the program. It
counts a package that the service does not know as sound, and where there is no service it finds nothing at all. So a
release with a well-known hole is asked about first: only where that is told are its answers believed.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

LOCK = Path(__file__).resolve().parent.parent / "requirements-dev.lock"
TOOL = "pip-audit==2.10.1"
#: Known since 2019 to let templates out of their sandbox (CVE-2019-10906).
KNOWN_HOLE = "jinja2==2.10\n"
SOUND, VULNERABLE, UNKNOWN = 0, 1, 3


def judge(first: dict[str, Any] | None, asked: dict[str, Any] | None) -> tuple[int, list[str]]:
    """The exit code and what to print, of pip-audit's answers on the known hole and on the lock; null: no answer."""
    if first is None or not any(d.get("vulns") for d in first["dependencies"]) or asked is None:
        return UNKNOWN, ["The advisories could not be asked: nothing is known about the lock. Run this with a network."]
    found = [d for d in asked["dependencies"] if d.get("vulns")]
    skipped = [d["name"] for d in asked["dependencies"] if d.get("skip_reason")]
    lines = [
        f"{d['name']} {d['version']}: {v['id']}, mended in {', '.join(v['fix_versions']) or 'no release yet'}"
        for d in found
        for v in d["vulns"]
    ]
    if skipped:
        lines.append(f"not known to the advisories: {', '.join(skipped)}")
    lines.append(f"{len(asked['dependencies'])} packages, {len(found)} with known vulnerabilities")
    return (VULNERABLE if found else SOUND), lines


def ask(requirements: Path) -> dict[str, Any] | None:
    """What pip-audit says of a file of pinned requirements, or null where it could not run."""
    uv = Path(sys.executable).parent / "uv"
    options = ["--disable-pip", "--no-deps", "--format", "json", "--progress-spinner", "off"]
    command = [str(uv), "tool", "run", TOOL, "-r", str(requirements), *options]
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=600)
        return dict(json.loads(done.stdout))
    except (OSError, ValueError, subprocess.TimeoutExpired):
        return None


def main() -> None:
    """Ask, print, exit."""
    with tempfile.TemporaryDirectory() as folder:
        hole = Path(folder) / "known.txt"
        hole.write_text(KNOWN_HOLE, "utf-8")
        first = ask(hole)
    answering = first is not None and any(d.get("vulns") for d in first["dependencies"])
    code, lines = judge(first, ask(LOCK) if answering else None)
    print("\n".join(lines), file=sys.stdout if code == SOUND else sys.stderr)
    sys.exit(code)


if __name__ == "__main__":
    main()
