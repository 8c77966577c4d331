"""The sections of checked sentences that stand beside a brief in its dossier."""

from __future__ import annotations

from dataclasses import dataclass

from msgspec.structs import replace

from rashomon.composing.alliances import alliance_lines
from rashomon.composing.checked import Checked
from rashomon.composing.control_marks import control_marks
from rashomon.composing.dossier_places import shareable
from rashomon.composing.responsibilities import responsibility_lines
from rashomon.composing.statement_lines import statement_lines
from rashomon.composing.timeline import timeline
from rashomon.composing.words import Words
from rashomon.model.brief import TimelineEntry
from rashomon.model.dossier import Alliance, ControlMark, ResponsibilityLine, StatementLine
from rashomon.model.material import Material
from rashomon.model.place import Place


@dataclass(frozen=True, slots=True)
class Sections:
    """What happened day by day, who said what, who accuses whom, who backs whom, who holds what."""

    timeline: tuple[TimelineEntry, ...]
    statements: tuple[StatementLine, ...]
    responsibilities: tuple[ResponsibilityLine, ...]
    alliances: tuple[Alliance, ...]
    control: tuple[ControlMark, ...]


def sections_of(shown: Material, words: Words, checked: Checked, towns: dict[str, Place]) -> Sections:
    """The sections of a story's protected material; what does not hold when checked is left out."""
    told = shown.claims
    return Sections(
        timeline=checked.lines(timeline(words)),
        statements=checked.lines(statement_lines([s for c in told for s in c.statements], words)),
        responsibilities=checked.lines(responsibility_lines([r for c in told for r in c.responsibilities], words)),
        alliances=checked.lines(alliance_lines([r for c in told for r in c.relations], words)),
        control=_control(shown, words, checked, towns),
    )


def _control(shown: Material, words: Words, checked: Checked, towns: dict[str, Place]) -> tuple[ControlMark, ...]:
    """Who is said to hold what, at places that may be shown."""
    marks = checked.lines(control_marks([x for c in shown.claims for x in c.control], words))
    return tuple(replace(m, place=shareable(m.place, towns) or m.place) for m in marks)
