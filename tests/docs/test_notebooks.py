"""The pages on Python: their code runs as it stands, and prints what they show."""

from __future__ import annotations

import contextlib
import io
import re
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
PAGES = sorted((ROOT / "docs" / "notebooks").glob("[0-9]*.md"))
_CELL = re.compile(r"```python\n(.*?)```(?:\s*```text\n(.*?)```)?", re.DOTALL)


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.stem)
def test_every_cell_prints_what_its_page_shows(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each cell runs after those before it, and prints every line shown below it."""
    monkeypatch.chdir(ROOT)
    known: dict[str, Any] = {}
    cells = _CELL.findall(page.read_text("utf-8"))
    assert len(cells) > 2
    for code, shown in cells:
        out = io.StringIO()
        with contextlib.redirect_stdout(out):
            exec(compile(code, page.name, "exec"), known)
        for line in shown.strip().splitlines():
            assert line in out.getvalue(), out.getvalue()


def test_there_are_five_pages() -> None:
    """The list of pages names each of them."""
    listed = (ROOT / "docs" / "notebooks" / "README.md").read_text("utf-8")
    assert len(PAGES) == 5
    assert all(page.name in listed for page in PAGES)
