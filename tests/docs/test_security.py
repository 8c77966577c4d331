"""SECURITY.md names what shows its claims."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_every_named_test_is_there() -> None:
    """Each test file that SECURITY.md names exists, and each defended part names at least one."""
    page = (ROOT / "SECURITY.md").read_text("utf-8")
    defended = page.partition("## What is defended")[2].partition("## What is not defended")[0]
    parts = re.split(r"\n\n(?=\*\*)", defended.strip())
    assert [part for part in parts if not re.search(r"`tests/[\w/]+\.py`", part)] == []
    named = re.findall(r"`(tests/[\w/]+\.py)`", page)
    assert [name for name in named if not (ROOT / name).is_file()] == []
