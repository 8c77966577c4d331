"""What a later version of a page claims otherwise than the one before: pure, from two texts and their claims.

Two figures are the same claim told twice where they stand in passages that the two texts share, or where each is the
only one of its measure, unit, group and place.
"""

from __future__ import annotations

import bisect
import difflib
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from rashomon.model.claim import Figure, ReportClaims
from rashomon.model.report import Report
from rashomon.model.version import ChangeKind, ClaimChange
from rashomon.reconciliation.wording import counted, quantity, start

_WORD = re.compile(r"\w+|[^\w\s]")
#: Longer texts are compared by the figures' scopes alone (words).
_LONGEST = 6_000
_KINDS = {
    "events": ("event", "events"),
    "statements": ("statement", "statements"),
    "responsibilities": ("accusation", "accusations"),
    "relations": ("relation", "relations"),
    "control": ("claim on who holds a place", "claims on who holds a place"),
}


def claim_changes(before: Report, was: ReportClaims, after: Report, now: ReportClaims) -> tuple[ClaimChange, ...]:
    """The differences in the order of the later text, what it dropped last; each difference once."""
    pairs, dropped, added = _paired(before, was.figures, after, now.figures)
    found = [change for old, new in _once(before, after, pairs) for change in _changed(before, old, after, new)]
    left = {_telling(after, f) for f in now.figures}
    stood = {_telling(before, f) for f in was.figures}
    found += [
        ClaimChange(kind="added", text=f"{start(_told(after, f))}: new,", after=f.id)
        for f in added
        if _telling(after, f) not in stood
    ]
    found += [
        ClaimChange(kind="dropped", text=f"{start(_told(before, f))}: told no more,", before=f.id)
        for f in dropped
        if _telling(before, f) not in left
    ]
    found += _others(before, was, after, now)
    return tuple({(c.kind, c.text): c for c in reversed(found)}.values())[::-1]


def _paired(
    before: Report, was: Sequence[Figure], after: Report, now: Sequence[Figure]
) -> tuple[list[tuple[Figure, Figure]], list[Figure], list[Figure]]:
    """Figures told in both, by place in the text first, by scope second; then those of one version alone."""
    old, new = [f for f in was if not f.derived], [f for f in now if not f.derived]
    pairs: list[tuple[Figure, Figure]] = []
    for field in ("text", "title"):
        lined_up = _Alignment(before.field_text(field), after.field_text(field))
        for figure in [f for f in old if f.field == field]:
            reach = lined_up.reach(figure.number_start)
            near = [
                f
                for f in new
                if f.field == field and f.measure == figure.measure and reach[0] <= f.number_start < reach[1]
            ]
            best = min(near, key=lambda f: (_unlike(figure, f), f.number_start), default=None)
            if best is not None:
                pairs.append((figure, best))
                old.remove(figure)
                new.remove(best)
    for ours, theirs in _by_scope(old, new).values():
        if len(ours) == len(theirs) == 1:
            pairs.append((ours[0], theirs[0]))
            old.remove(ours[0])
            new.remove(theirs[0])
    pairs.sort(key=lambda pair: (pair[1].field == "text", pair[1].number_start))
    return pairs, old, new


class _Alignment:
    """Where the words of one text stand in another one."""

    def __init__(self, before: str, after: str) -> None:
        ours, theirs = list(_WORD.finditer(before)), list(_WORD.finditer(after))
        self._starts = [m.start() for m in ours]
        self._ends = [*(m.start() for m in theirs), len(after) + 1]
        self._blocks: Sequence[tuple[str, int, int, int, int]] = []
        if len(ours) <= _LONGEST and len(theirs) <= _LONGEST:
            matcher = difflib.SequenceMatcher(None, [m[0] for m in ours], [m[0] for m in theirs], autojunk=False)
            self._blocks = matcher.get_opcodes()

    def reach(self, position: int) -> tuple[int, int]:
        """The half-open span of the later text that the word at a position of the earlier one became; empty if none."""
        word = max(0, bisect.bisect_right(self._starts, position) - 1)
        for kind, i, end, j, until in self._blocks:
            if i <= word < end:
                if kind == "equal":
                    return self._ends[j + word - i], self._ends[j + word - i + 1]
                return (self._ends[j], self._ends[until]) if until > j else (0, 0)
        return 0, 0


def _unlike(old: Figure, new: Figure) -> tuple[bool, bool, bool]:
    """How far two figures are from one claim: another group, unit or place is further than another number."""
    return old.population.category != new.population.category, old.unit != new.unit, _place(old) != _place(new)


def _by_scope(
    old: Iterable[Figure], new: Iterable[Figure]
) -> dict[tuple[object, ...], tuple[list[Figure], list[Figure]]]:
    found: dict[tuple[object, ...], tuple[list[Figure], list[Figure]]] = defaultdict(lambda: ([], []))
    for side, figures in enumerate((old, new)):
        for f in figures:
            group = (f.population.group or "").casefold()
            scope = (f.field, f.measure, f.unit, f.population.category, group, _place(f), f.part_of is None)
            found[scope][side].append(f)
    return found


def _place(figure: Figure) -> object:
    return (figure.place.geonames_id or figure.place.name.casefold()) if figure.place is not None else None


def _once(before: Report, after: Report, pairs: Sequence[tuple[Figure, Figure]]) -> list[tuple[Figure, Figure]]:
    """The pairs without those of a headline whose change the body tells too, and more exactly."""

    def change(old: Figure, new: Figure) -> tuple[str, str, str]:
        return old.measure, _said(before, old), _said(after, new)

    in_body = {change(old, new) for old, new in pairs if not _in_headline(after, new)}
    return [(old, new) for old, new in pairs if not _in_headline(after, new) or change(old, new) not in in_body]


def _in_headline(report: Report, figure: Figure) -> bool:
    return figure.field == "title" or any(
        block.kind == "headline" and block.start <= figure.number_start < block.end for block in report.blocks
    )


def _changed(before: Report, old: Figure, after: Report, new: Figure) -> list[ClaimChange]:
    """What the later telling of one claim says otherwise: its number, its certainty, its source."""
    said, says = _said(before, old), _said(after, new)
    told: list[tuple[ChangeKind, str]] = []
    if said != says:
        same = counted(old) == counted(new)
        told.append(("value", f"{said} {_what(old)} became {says}" + ("" if same else f" {counted(new)}")))
    if old.realis != new.realis:
        told.append(("certainty", f"{says} {_what(new)}: told as {old.realis} before, as {new.realis} now,"))
    if _origin(old) != _origin(new):
        given = f"{_origin(old) or 'nobody'} named as its source before, {_origin(new) or 'nobody'} now,"
        told.append(("source", f"{says} {_what(new)}: {given}"))
    return [ClaimChange(kind=kind, text=start(text), before=old.id, after=new.id) for kind, text in told]


def _origin(figure: Figure) -> str | None:
    return (figure.attribution.origin or figure.attribution.agency) if figure.attribution is not None else None


def _said(report: Report, figure: Figure) -> str:
    return quantity(figure, report.field_text(figure.field)[figure.number_start : figure.number_end])


def _what(figure: Figure) -> str:
    place = figure.place
    return counted(figure) + (f" in {place.name}" if place is not None and place.how in ("clause", "sentence") else "")


def _told(report: Report, figure: Figure) -> str:
    return f"{_said(report, figure)} {_what(figure)}"


def _telling(report: Report, figure: Figure) -> tuple[str, str, str]:
    """What a reader takes from a figure: the same number of the same, told in another sentence, is no change."""
    return figure.measure, figure.population.category, _said(report, figure)


def _others(before: Report, was: ReportClaims, after: Report, now: ReportClaims) -> list[ClaimChange]:
    """How many claims without a number came and went, told by their words."""
    found = []
    for kind, words in _KINDS.items():
        old, new = (
            Counter(" ".join(report.field_text(c.field)[c.start : c.end].split()) for c in getattr(claims, kind))
            for report, claims in ((before, was), (after, now))
        )
        came, went = (new - old).total(), (old - new).total()
        found += [f"{_count(min(came, went), words)} reworded"] if came and went else []
        found += [f"{_count(came - went, words)} added"] if came > went else []
        found += [f"{_count(went - came, words)} dropped"] if went > came else []
    return [ClaimChange(kind="other", text=start(text)) for text in found]


def _count(number: int, words: tuple[str, str]) -> str:
    return f"{number} {words[0] if number == 1 else words[1]}"
