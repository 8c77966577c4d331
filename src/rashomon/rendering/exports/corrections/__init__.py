"""The corrections export: what an earlier dossier of ours said, what is right now, and why, in an editor's words."""

from __future__ import annotations

from collections.abc import Iterator

from rashomon.errors import UsageError
from rashomon.model.dossier import Dossier
from rashomon.model.exported import Exported, Loss, LossReport, Material
from rashomon.rendering import wording
from rashomon.rendering.exports.corrections.finding import Correction, Kind, corrections_of, told_sentences
from rashomon.rendering.exports.shape import Format
from rashomon.rendering.lookup import Lookup
from rashomon.rendering.markdown_text import escape, source_line

_CANNOT_CARRY = (
    "Sentences without a figure: who said, accused, backs or holds what is not compared.",
    "Figures that the earlier brief did not tell, and new ones: `rashomon diff` lists these.",
    "How the program itself changed between the two dossiers.",
)
_PARTS: tuple[tuple[Kind, str, str], ...] = (
    ("corrected", "Corrections", "What we had told and is not right."),
    ("now disputed", "Now in dispute", "What we had told without a second view."),
    ("newer figure", "Overtaken, not wrong", "What was right as of its day and has a newer or another count."),
)


def write_corrections(material: Material) -> Exported:
    """`corrections.md`. Raises UsageError without `since`, or where it is a dossier of another story."""
    earlier = material.options.since
    if earlier is None:
        raise UsageError("Corrections need the earlier dossier.", "Give it: --since earlier/dossier.json.")
    later = next((d for d in material.dossiers if _is_same_story(earlier, d)), None)
    if later is None:
        raise UsageError("The earlier dossier is of another story.", "Give a dossier.json of the same story.")
    found = corrections_of(earlier, later)
    told = sum(1 for _, s in told_sentences(earlier) if any(Lookup(earlier).figure(c) for c in s.claims))
    report = LossReport(
        format="corrections",
        offered=told,
        written=len(found),
        cannot_carry=_CANNOT_CARRY,
        losses=tuple(_other_stories(material, later)),
    )
    return Exported(files={"corrections.md": _page(earlier, later, found)}, report=report)


def _is_same_story(earlier: Dossier, later: Dossier) -> bool:
    """By the story's id, or by a report that both hold: a story's id can change as it grows."""
    return earlier.story == later.story or bool({r.id for r in earlier.reports} & {r.id for r in later.reports})


def _other_stories(material: Material, later: Dossier) -> Iterator[Loss]:
    for dossier in material.dossiers:
        if dossier is not later:
            why = "The earlier dossier is not of this story."
            yield Loss(story=dossier.story, record=dossier.story, kind="story", what="left out", reason=why)


def _page(earlier: Dossier, later: Dossier, found: list[Correction]) -> bytes:
    note = wording.review_note(later)
    days = f"from {wording.instant(earlier.as_of)} to {wording.instant(later.as_of)}"
    standing = f"Our record {days}. {note[:1].upper()}{note[1:]}. {wording.names_note(later)}"
    lines = [f"# Corrections: {escape(later.title)}", "", escape(standing)]
    if not found:
        lines += ["", "Nothing that the earlier brief told of figures has changed."]
    lookup = Lookup(later)
    for kind, title, about in _PARTS:
        chosen = [c for c in found if c.kind == kind]
        if chosen:
            lines += ["", f"## {title}", "", about]
            for correction in chosen:
                lines += _told(correction, earlier, lookup)
    return ("\n".join(lines) + "\n").encode("utf-8")


def _told(correction: Correction, earlier: Dossier, lookup: Lookup) -> Iterator[str]:
    day = wording.instant(earlier.as_of)
    yield from ("", f"- We said in the {correction.where} of {escape(day)}: “{escape(correction.said)}”")
    yield f"  - Now: {escape(correction.now)}"
    yield f"  - Why: {escape(correction.why)}"
    sources = [source_line(report, lookup) for report in correction.reports]
    if sources:
        yield f"  - Sources: {'; '.join(sources)}"


CORRECTIONS = Format(
    "corrections",
    "Corrections to an earlier dossier of ours (--since): what we said, what is right now, why.",
    "text/markdown",
    write_corrections,
    options=("since",),
)
