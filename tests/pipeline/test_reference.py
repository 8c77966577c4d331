"""The reference is made from the program and complete."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from rashomon.codes import ALL_CODES

ROOT = Path(__file__).resolve().parents[2]


def test_the_reference_is_current() -> None:
    """`scripts/write_reference.py --check` finds no page out of date."""
    done = subprocess.run(
        [sys.executable, str(ROOT / "scripts" / "write_reference.py"), "--check"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr


def test_every_issue_code_in_the_code_is_listed() -> None:
    """Every code that the package gives an issue stands in the reference with its meaning."""
    used: set[str] = set()
    for path in (ROOT / "src" / "rashomon").rglob("*.py"):
        text = path.read_text("utf-8")
        used.update(re.findall(r"\bcode=\"([a-z_-]+)\"", text))
        used.update(re.findall(r"\bissue\(\s*\"([a-z_]+)\"", text))
    assert used
    assert used <= set(ALL_CODES)
    assert all(re.fullmatch(r"[a-z]+(_[a-z]+)*", code) for code in ALL_CODES)


def test_documents_link_to_what_exists() -> None:
    """Every relative link of the Markdown documents leads to a file."""
    pages = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "evaluation").rglob("*.md")]
    links = [(p, target) for p in pages for target in re.findall(r"\]\(([^)#\s]+)[^)]*\)", p.read_text("utf-8"))]
    assert links
    inside = [(p, target) for p, target in links if not target.startswith(("http:", "https:"))]
    assert not [f"{p.relative_to(ROOT)}: {target}" for p, target in inside if not (p.parent / target).exists()]


def test_the_readmes_python_runs(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """The Python of the README runs as it stands and prints the example's headline."""
    monkeypatch.chdir(ROOT)
    (code,) = re.findall(r"```python\n(.*?)```", (ROOT / "README.md").read_text("utf-8"), re.DOTALL)
    exec(compile(code, "README.md", "exec"), {})
    assert "killed" in capsys.readouterr().out
