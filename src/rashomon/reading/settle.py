"""One text and what its format says about it -> a report.

What is given beside the text wins over what the page shows, and that over what the text or the address says. A
month named in a sentence ("In November 2024, ...") dates what is told, not the page: such a report stays undated.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import msgspec

from rashomon.knowledge.library import Library
from rashomon.language.time_meaning import CalendarDate
from rashomon.model.ids import content_id
from rashomon.model.issue import Issue
from rashomon.model.moment import Published, PublishedHow
from rashomon.model.outcome import Outcome
from rashomon.model.passage import Mention, Passage
from rashomon.model.report import READ_BLOCKS, Block, BlockKind, Report
from rashomon.reading import address
from rashomon.reading.agency import credited_agency
from rashomon.reading.codes import issue
from rashomon.reading.decoding import plain_line
from rashomon.reading.draft import Draft
from rashomon.reading.judge_language import judge_language
from rashomon.reading.layout import Layout, lay_out
from rashomon.reading.opening import Dateline, leading_title, opening_date, read_dateline
from rashomon.reading.publication import in_time, published_of, read_published

#: The fields of a draft that are one line each.
_LINES = ("name", "title", "url", "outlet", "byline", "section", "picture_url", "lang", "given_id")


@dataclass(slots=True)
class _Opened:
    """What the first paragraph opens with."""

    blocks: list[Block] = field(default_factory=list)
    title_span: Passage | None = None
    date: CalendarDate | None = None
    dateline: Dateline | None = None


def settle_report(draft: Draft, library: Library) -> Outcome[Report]:
    """The report of a draft, with its blocks, who printed it, when, and in which language."""
    draft = _in_plain_lines(draft)
    page = lay_out(draft.text, draft.title, library, draft.front)
    opened = _open(draft.text, page, library)
    given_url = address.without_credentials(draft.url) if draft.url else None
    url = address.canonical_address(given_url) if given_url else None
    outlet, outlet_how = _outlet(draft, page, url, library)
    report_id = content_id("rpt", outlet, url, draft.text)
    issues: list[Issue] = []
    if given_url and url is None:
        issues.append(_bad_address(given_url, report_id))
    published = _published(draft, page, opened, url, report_id, library, issues)
    agency, mention = _agency(draft.text, opened, outlet, library)
    lang, read = judge_language(_sample(draft, opened.blocks), draft.lang, report_id, library, issues)
    report = Report(
        id=report_id,
        given_ids=(draft.given_id,) if draft.given_id else (),
        text=draft.text,
        title=page.title or draft.title,
        title_span=page.title_span or opened.title_span,
        blocks=tuple(opened.blocks),
        outlet=outlet,
        outlet_how=outlet_how,
        agency=agency,
        agency_mention=mention,
        byline=draft.byline or page.byline,
        section=draft.section or page.section,
        url=given_url,
        canonical_url=url,
        picture_url=draft.picture_url or page.picture_url,
        lang=lang,
        read=read,
        published=published,
        modified=_modified(draft, page, report_id, library),
        learned_at=draft.learned_at,
        lineage=content_id("lin", outlet, url) if url else report_id,
        source=draft.name,
        raw_sha256=draft.raw_sha256,
    )
    return Outcome(report, tuple(issues))


def _in_plain_lines(draft: Draft) -> Draft:
    """The draft with all but its text free of what is no character of a line."""
    said: dict[str, Any] = {name: plain_line(words) for name in _LINES if (words := getattr(draft, name)) is not None}
    return replace(draft, **said)


def _open(text: str, page: Layout, library: Library) -> _Opened:
    """The page's blocks with what the first paragraph opens with in blocks of their own."""
    opened = _Opened()
    first = next((i for i, b in enumerate(page.blocks) if b.kind == "body"), None)
    if first is None:
        opened.blocks = page.blocks
        return opened
    block = page.blocks[first]
    at = block.start
    pieces: list[Block] = []
    date = opening_date(text, at, block.end, library)
    if date is not None:
        opened.date = date[0]
        at = _piece(pieces, text, at, date[1], "date")
    if page.title and page.title_span is None and (end := leading_title(text, at, block.end, page.title)) is not None:
        opened.title_span = Passage(start=at, end=end)
        at = _piece(pieces, text, at, end, "headline")
    dateline = read_dateline(text, at, block.end, library)
    if dateline is not None:
        opened.dateline = dateline
        at = _piece(pieces, text, at, dateline.end, "dateline")
    if at < block.end:
        pieces.append(msgspec.structs.replace(block, start=at))
    opened.blocks = [*page.blocks[:first], *pieces, *page.blocks[first + 1 :]]
    return opened


def _piece(pieces: list[Block], text: str, start: int, end: int, kind: BlockKind) -> int:
    """Adds a block for text[start:end] without the space around; where the next one begins."""
    body = text[start:end]
    pieces.append(Block(start=start, end=start + len(body.rstrip()), kind=kind))
    while end < len(text) and (text[end].isspace() or (kind == "headline" and text[end] in ".:")):
        end += 1
    return end


def _outlet(draft: Draft, page: Layout, url: str | None, library: Library) -> tuple[str | None, PublishedHow]:
    if draft.outlet:
        return draft.outlet, draft.outlet_how or draft.how
    if page.outlet:
        return page.outlet, "text"
    by_address = address.outlet_of_address(url, library.outlets) if url else None
    return (by_address, "address") if by_address else (None, "unknown")


def _bad_address(url: str, about: str) -> Issue:
    message = f"The address {url[:120]!r} is no http or https address."
    return issue("address_unreadable", "note", about, message, "Give the page's full address, or none.")


def _published(
    draft: Draft,
    page: Layout,
    opened: _Opened,
    url: str | None,
    about: str,
    library: Library,
    issues: list[Issue],
) -> Published | None:
    if draft.published:
        outcome = read_published(draft.published, draft.how, about, library.times, draft.learned_at)
        issues.extend(outcome.issues)
        if outcome.value is not None:
            return outcome.value
    shown = _first_written([*page.dates, *page.updates], "page", about, draft, issues)
    if shown is None and draft.listed:
        shown = read_published(draft.listed, draft.how, about, library.times, draft.learned_at).value
    if shown is None:
        in_text = [d for d in (opened.date, opened.dateline.date if opened.dateline else None) if d]
        shown = _first_written(in_text, "text", about, draft, issues)
    if shown is not None:
        return shown
    day = address.date_in_address(url) if url else None
    return read_published(day, "address", about, library.times, draft.learned_at).value if day else None


def _first_written(
    dates: Sequence[CalendarDate], how: PublishedHow, about: str, draft: Draft, issues: list[Issue]
) -> Published | None:
    for date in dates:
        published = published_of(date, how)
        if published is not None:
            kept = in_time(published, _shown(date), about, draft.learned_at, ambiguous=date.swappable)
            issues.extend(kept.issues)
            if kept.value is not None:
                return kept.value
    return None


def _shown(date: CalendarDate) -> str:
    return "-".join(f"{n:02d}" for n in (date.year, date.month, date.day) if n is not None)


def _modified(draft: Draft, page: Layout, about: str, library: Library) -> Published | None:
    if draft.modified:
        return read_published(draft.modified, draft.how, about, library.times, draft.learned_at).value
    found = next((p for d in page.updates if (p := published_of(d, "page"))), None)
    if found is None or (draft.learned_at and found.earliest > draft.learned_at + dt.timedelta(days=2)):
        return None
    return found


def _agency(text: str, opened: _Opened, outlet: str | None, library: Library) -> tuple[str | None, Mention | None]:
    line = opened.dateline
    if line is not None and line.agency is not None:
        words = text[line.agency_start : line.agency_end]
        return line.agency.name, Mention(start=line.agency_start, end=line.agency_end, text=words)
    credited = credited_agency(text, opened.blocks, library)
    if credited is not None:
        return credited[0].name, credited[1]
    own = library.outlets.agency(outlet) if outlet else None
    return (own.name, None) if own else (None, None)


def _sample(draft: Draft, blocks: list[Block]) -> str:
    """The running text by which the language is told."""
    sample = "\n".join(draft.text[b.start : min(b.end, b.start + 4000)] for b in blocks[:60] if b.kind in READ_BLOCKS)
    return sample or draft.text[:4000]
