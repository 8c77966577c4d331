"""Full-text search over a project's reports and claims: hits with a snippet, the best first.

What is found is the user's own working data: snippets are the reports' words. Where they are shown to others a
protector for each story masks the names of private persons.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence

import msgspec

from rashomon.adapters.package_data import program_version
from rashomon.composing.masking import Protector
from rashomon.errors import NotFoundError
from rashomon.model.record import Record
from rashomon.model.report import Report
from rashomon.project.claim_words import readings_of
from rashomon.project.story_names import stories_of_reports
from rashomon.storage import Store
from rashomon.storage.report_rows import find_reports
from rashomon.storage.search_find import Filters, Found, find_entries
from rashomon.storage.search_words import Query, parse_query, places_of
from rashomon.storage.story_rows import find_story
from rashomon.storage.support_rows import count_unweighed

#: Gives the protector of a story, by its id.
Guard = Callable[[str], Protector]
#: Letters of a snippet, and how many of them stand before the first match.
_SNIPPET, _BEFORE = 220, 60


class SearchHit(Record, frozen=True, kw_only=True):
    """A report (`claim` null) or a claim. `matches` are half-open spans of `snippet` that the words asked for cover;
    `story` is the report's as things stand.

    `reading` is what the machine read in a claim, in a line; `decided` is the kind of the decision that stands on it,
    `corrected` what it ought to say, in words.
    """

    kind: str
    report: str
    claim: str | None
    story: str | None
    outlet: str | None
    title: str | None
    published: dt.datetime | None
    url: str | None
    snippet: str
    matches: tuple[tuple[int, int], ...]
    reading: str | None = None
    decided: str | None = None
    corrected: str | None = None


class SearchPage(Record, frozen=True, kw_only=True):
    """The hits from `start` on; `more` is true where others follow.

    Where support is asked for, `unweighed` counts the stories without a dossier kept as they stand: what these would
    say of support is not known.
    """

    start: int
    hits: tuple[SearchHit, ...]
    more: bool
    unweighed: int = 0


def search_reports(
    store: Store,
    words: str | None,
    filters: Filters,
    *,
    story: str | None = None,
    limit: int = 20,
    start: int = 0,
    guard: Guard | None = None,
) -> SearchPage:
    """What matches the words (null: everything that passes the filters), in one story where one is named.

    With `guard` names are masked in all that is printed, and what belongs to no story is left out. Raises
    NotFoundError where there is no such story.
    """
    query = parse_query(words) if words is not None else None
    with store.reading() as connection:
        if story is not None:
            found = find_story(connection, story)
            if found is None:
                raise NotFoundError(f"There is no story {story}.", "See `rashomon stories`.")
            filters = msgspec.structs.replace(filters, reports=found.story.reports)
        filters = msgspec.structs.replace(filters, version=program_version())
        entries = find_entries(connection, query, filters, limit=limit + 1, start=start)
        reports = find_reports(connection, {e.report for e in entries})
        claims = {e.claim for e in entries[:limit] if e.claim is not None}
        readings = readings_of(connection, (r.report for r in reports.values()), claims)
        story_of = stories_of_reports(connection, reports)
        unweighed = count_unweighed(connection, program_version()) if filters.supports else 0
    texts = {i: r.report for i, r in reports.items()}
    shown = entries[:limit] if guard is None else [e for e in entries[:limit] if e.report in story_of]
    if guard is not None:
        hiding = {i: guard(story_of[i]) for i in {e.report for e in shown}}
        shown = [_hidden(e, texts[e.report], hiding[e.report]) for e in shown]
        readings = {e.claim: hiding[e.report].mask(readings[e.claim]) for e in shown if e.claim in readings}
        texts = {i: protector.mask_report(texts[i]) for i, protector in hiding.items()}
    hits = [_hit(e, texts[e.report], query or Query(), readings, story_of) for e in shown]
    return SearchPage(start=start, hits=tuple(hits), more=len(entries) > limit, unweighed=unweighed)


def _hidden(found: Found, report: Report, protector: Protector) -> Found:
    """An entry with the names in its words masked, as they are in its report."""
    passage, at = found.passage, report.text.find(found.passage or "")
    if passage is not None:
        whole = protector.mask_report(report).text
        passage = whole[at : at + len(passage)] if at >= 0 else protector.mask(passage)
    corrected = protector.mask(found.corrected) if found.corrected else found.corrected
    return msgspec.structs.replace(found, passage=passage, corrected=corrected)


def _hit(
    found: Found, report: Report, query: Query, readings: Mapping[str, str], story_of: Mapping[str, str]
) -> SearchHit:
    words = found.passage if found.passage is not None else report.text
    snippet, matches = snippet_of(words, query)
    if found.claim is None and not matches and report.title:
        in_title = snippet_of(report.title, query)
        snippet, matches = in_title if in_title[1] else (snippet, matches)
    return SearchHit(
        kind=found.kind,
        report=report.id,
        claim=found.claim,
        story=story_of.get(report.id),
        outlet=report.outlet,
        title=report.title,
        published=report.published.earliest if report.published else None,
        url=report.url,
        snippet=snippet,
        matches=tuple(matches),
        reading=readings.get(found.claim or ""),
        decided=found.decided,
        corrected=found.corrected,
    )


def snippet_of(text: str, query: Query) -> tuple[str, Sequence[tuple[int, int]]]:
    """A stretch of the text around the first match, in one line, and where the matches stand in it."""
    matches = places_of(query, text)
    first = matches[0][0] if matches else 0
    start = max(0, first - _BEFORE) if first > _BEFORE else 0
    while start and not text[start - 1].isspace() and start < first:
        start += 1
    end = min(len(text), start + _SNIPPET)
    while end < len(text) and end > first + 1 and not text[end].isspace():
        end -= 1
    if matches and end < matches[0][1]:
        end = matches[0][1]
    head, tail = "… " if start else "", " …" if end < len(text) else ""
    # Every kind of space and control becomes one blank, letter for letter, so that the spans hold.
    line = "".join(" " if c.isspace() or not c.isprintable() else c for c in text[start:end])
    shift = len(head) - start
    return head + line + tail, [(a + shift, b + shift) for a, b in matches if a >= start and b <= end]
