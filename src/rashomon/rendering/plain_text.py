"""Text made safe to write: no lone surrogates, no control characters, no cell that a spreadsheet would run."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import urlsplit

#: Lone surrogates, C0 and C1 controls but tab and line feed, and the marks that turn the direction of later text.
_SURROGATES = dict.fromkeys(range(0xD800, 0xE000), "�")
_FORBIDDEN = {
    **dict.fromkeys([*range(0x00, 0x09), *range(0x0B, 0x20), *range(0x7F, 0xA0)], "�"),
    **_SURROGATES,
    **dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0xFFFE, 0xFFFF], "�"),
}
_WRONG = re.compile(f"[{''.join(re.escape(chr(code)) for code in _FORBIDDEN)}]")
#: What a spreadsheet takes for the start of a formula.
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "|", "%")


def clean(text: str) -> str:
    """The text (markup stays markup) with what must not be printed replaced, one for one, so that offsets hold."""
    # Nearly every text is clean, and to look is cheaper than to replace.
    return text if _WRONG.search(text) is None else text.translate(_FORBIDDEN)


def without_surrogates(value: Any) -> Any:
    """A tree of built-in values whose strings can be encoded; lengths stay."""
    if isinstance(value, str):
        return value.translate(_SURROGATES)
    if isinstance(value, dict):
        return {without_surrogates(k): without_surrogates(v) for k, v in value.items()}
    if isinstance(value, list | tuple):
        return [without_surrogates(v) for v in value]
    return value


def cell(value: str | float | None) -> str:
    """A CSV cell: numbers as they are, text cleaned, on one line, and never a formula."""
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if not isinstance(value, str):
        return str(value)
    line = " ".join(clean(value).split())
    return "'" + line if line.startswith(_FORMULA_STARTS) else line


def web_address(url: str | None) -> str | None:
    """The address where it is a plain http or https address, else null: nothing else may become a link."""
    if not url or any(c.isspace() or ord(c) < 0x20 for c in url):
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return clean(url) if parts.scheme in ("http", "https") and parts.netloc else None
