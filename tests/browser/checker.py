"""axe-core in a page: what violates WCAG 2.2 AA and its best practices."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page

#: The checker's source, as the lock beside this file pins it.
AXE = Path(__file__).parent / "node_modules" / "axe-core" / "axe.min.js"
_RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
_RUN = """only => axe.run({ runOnly: only }).then(r => r.violations.flatMap(
  v => v.nodes.map(n => `${v.id}: ${n.html.slice(0, 160)} (${n.failureSummary})`)))"""


def violations(page: Page) -> list[str]:
    """What is wrong with the page as it stands, light, and dark, which changes colours alone."""
    if not AXE.exists():
        pytest.skip("axe-core is not installed (npm ci --prefix tests/browser)")
    page.evaluate(AXE.read_text(encoding="utf-8"))
    light = page.evaluate(_RUN, _RULES)
    page.emulate_media(color_scheme="dark")
    dark = page.evaluate(_RUN, ["color-contrast"])
    page.emulate_media(color_scheme="light")
    return [*light, *(f"dark {line}" for line in dark)]
