"""The parts of a story's record but its figures: brief, disagreements, timeline, voices, what is not known."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol

from rashomon.model.brief import Sentence, TimelineEntry
from rashomon.model.happening import Event
from rashomon.model.issue import Issue
from rashomon.rendering import wording
from rashomon.rendering.components.decision_lines import decisions, told
from rashomon.rendering.exports.acled.notes import accusations, sources
from rashomon.rendering.exports.markdown.notes import Notes
from rashomon.rendering.lookup import Lookup
from rashomon.rendering.markdown_text import escape
from rashomon.rendering.shareable import spot_of
from rashomon.rendering.standing import not_known, reports_read

_REALIS = {
    "claimed": "claimed by a party to the events", "denied": "denied", "feared": "feared", "planned": "planned",
    "background": "background",
}  # fmt: skip


class Told(Protocol):
    """A line of the record that is fit to print, with its claims."""

    @property
    def text(self) -> str:
        """The line."""

    @property
    def claims(self) -> tuple[str, ...]:
        """What it rests on."""


def head_lines(lookup: Lookup, notes: Notes) -> Iterator[str]:
    """The headline, how the record stands, the key points and the paragraphs."""
    dossier, brief = lookup.dossier, lookup.dossier.brief
    review = wording.review_note(dossier)
    yield from (f"# {_cited(brief.headline, lookup, notes)}", "")
    yield escape(
        f"As of {wording.instant(dossier.as_of)}. {review[:1].upper()}{review[1:]}. {reports_read(dossier)} "
        f"{wording.names_note(dossier)} Figures: {wording.POLICIES[dossier.policy]}."
    )
    yield ""
    yield from (f"- {_cited(s, lookup, notes)}" for s in brief.key_points)
    for paragraph in brief.paragraphs:
        yield from ("", " ".join(_cited(s, lookup, notes) for s in paragraph))
    yield ""


def disagreement_lines(lookup: Lookup, notes: Notes) -> Iterator[str]:
    """Each disagreement: why the sides do not fit together, every side with its reports, what would settle it."""
    if lookup.dossier.disagreements:
        yield from ("## Disagreements", "")
    for one in lookup.dossier.disagreements:
        yield f"- {escape(one.reason)}"
        yield from (f"    - {escape(s.text)}{notes.marks(s.claims, lookup)}" for s in one.sides)
        if one.settle:
            yield f"    - *What would settle it:* {escape(one.settle)}"
    if lookup.dossier.disagreements:
        yield ""


def timeline_lines(lookup: Lookup, notes: Notes) -> Iterator[str]:
    """The days of the story with who is accused of what; then the background."""
    entries = lookup.dossier.timeline
    for title, background in (("Timeline", False), ("Background", True)):
        chosen = [e for e in entries if e.background is background]
        if chosen:
            yield from (f"## {title}", "")
            yield from (_entry(e, lookup, notes) for e in chosen)
            yield ""


def undated(lookup: Lookup) -> list[Event]:
    """The events of a type that stand in no timeline because no report dates them."""
    told_of = {c for t in lookup.dossier.timeline for c in t.claims}
    return [e for e in lookup.dossier.events if e.type and e.start_date is None and not told_of & set(e.claims)]


def undated_lines(lookup: Lookup, notes: Notes) -> Iterator[str]:
    """Those events by type and place: what is not told as done, who is accused of it, and who tells it."""
    found = undated(lookup)
    if found:
        yield from ("## Without a date", "")
    for event in found:
        kind = (event.sub_type or event.type or "").removeprefix("disaster:")
        if kind == "Other" and event.plover:
            kind = event.plover.capitalize()
        place = f", {spot_of(event.place, lookup.dossier).name}" if event.place else ""
        standing = f" ({_REALIS[event.realis]})" if event.realis in _REALIS else ""
        who = "".join(f" {line}" for line in accusations([event], lookup))
        by = f" Told by: {sources([event], (), lookup)}."
        yield f"- {escape(f'{kind}{place}{standing}.{who}{by}')}{notes.marks(event.claims, lookup)}"
    if found:
        yield ""


def voice_lines(lookup: Lookup, notes: Notes) -> Iterator[str]:
    """Who accuses whom, who said what, who backs whom, who holds what."""
    dossier = lookup.dossier
    yield from _listed("Who accuses whom", dossier.responsibilities, lookup, notes)
    yield from _listed("Who said what", dossier.statements, lookup, notes)
    yield from _listed("Who backs, leads and opposes whom", dossier.alliances, lookup, notes)
    yield from _listed("Who is said to hold what", dossier.control, lookup, notes)


def doubt_lines(lookup: Lookup) -> Iterator[str]:
    """What is not known, what was imperfect in the reports, what persons decided."""
    yield from _bullets("Not known", not_known(lookup.dossier))
    yield from _bullets("Caveats", _issues(lookup.dossier.issues))
    yield from _bullets("What persons decided", [told(d) for d in decisions(lookup) if d.done != "reviewed"])


def _cited(sentence: Sentence, lookup: Lookup, notes: Notes) -> str:
    calculation = f" ({escape(sentence.calculation)})" if sentence.calculation else ""
    return f"{escape(sentence.text)}{calculation}{notes.marks(sentence.claims, lookup, sentence.reports)}"


def _entry(entry: TimelineEntry, lookup: Lookup, notes: Notes) -> str:
    claims = set(entry.claims)
    events = [e for e in lookup.dossier.events if claims & set(e.claims) and e.accused]
    told_of = list(dict.fromkeys(line for e in events for line in accusations([e], lookup)))
    text = " ".join([entry.text, *(line for line in told_of if line not in entry.text)])
    days = wording.days(entry.date, entry.end_date, entry.precision)
    return f"- **{escape(days)}:** {escape(text)}{notes.marks(entry.claims, lookup)}"


def _listed(title: str, lines: Sequence[Told], lookup: Lookup, notes: Notes) -> Iterator[str]:
    """Lines under a title, one that several claims give once, with all their reports."""
    claims: dict[str, list[str]] = {}
    for line in lines:
        claims.setdefault(line.text, []).extend(line.claims)
    if claims:
        yield from (f"## {title}", "")
        yield from (f"- {escape(text)}{notes.marks(found, lookup)}" for text, found in claims.items())
        yield ""


def _bullets(title: str, lines: Iterable[str]) -> Iterator[str]:
    found = list(dict.fromkeys(lines))
    if found:
        yield from (f"## {title}", "")
        yield from (f"- {escape(line)}" for line in found)
        yield ""


def _issues(issues: Iterable[Issue]) -> Iterator[str]:
    for issue in issues:
        if issue.severity != "note":
            yield f"{issue.message} {issue.suggestion}".strip()
