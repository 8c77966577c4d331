"""Report text and sources as plain Markdown: nothing that a report says is read as markup."""

from __future__ import annotations

import re

from rashomon.rendering import wording
from rashomon.rendering.lookup import Lookup
from rashomon.rendering.plain_text import clean, web_address

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~&])")
_LIST_START = re.compile(r"^(\s*)([-+=]|\d+[.)])(?=\s|$)")


def escape(text: str) -> str:
    """Text on one line that Markdown prints as it is."""
    line = _SPECIAL.sub(r"\\\1", " ".join(clean(text).split()))
    return _LIST_START.sub(
        lambda m: f"{m[1]}\\{m[2]}" if not m[2][0].isdigit() else f"{m[1]}{m[2][:-1]}\\{m[2][-1]}", line
    )


def source_line(report_id: str, lookup: Lookup) -> str:
    """A report as a note names it: outlet, title, date, and its address where that may become a link."""
    report = lookup.reports.get(report_id)
    if report is None:
        return "a report that is not listed"
    title = f", “{escape(report.title)}”" if report.title else ""
    url = web_address(report.url)
    address = f", <{url}>" if url and not re.search(r"[<>\s]", url) else ""
    return f"{escape(lookup.outlet(report_id))}{title}, {escape(wording.instant(report.published))}{address}"
