"""What each report counts of the main event's dead and hurt: sentence by sentence, weighed by where it stands."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.knowledge.victim_words import VictimWords
from rashomon.reconciliation.current_numbers import Answers
from rashomon.reconciliation.readings import names_people
from rashomon.reconciliation.sightings import Sighting

#: So much of a report's start (characters) tells the news itself.
_LEAD = 600
#: What a number counts that stands in a headline, in the first lines, and further down.
_HEADLINE, START, BODY = 3.0, 2.0, 1.0
#: A line that closes no sentence counts nothing, below the first lines and no longer than this (characters).
_FIRST_LINES, _LONGEST_LINE = 150, 160
_CLOSED = re.compile(r"[.!?…:;,][\"'”’)\]]*$")
#: Rules by which one person is read without a number.
_SINGLE = ("single victim", "lone victim", "lone victim: words")
#: A count over several happenings where a report tells of one.
_OF_SEVERAL = 0.2


@dataclass(frozen=True, slots=True)
class Sum:
    """What one sentence counts: its number and the figures that make it."""

    value: float
    weight: float
    parts: tuple[Sighting, ...]


def sums_of(figures: Sequence[Sighting], measure: str, answers: Answers, words: VictimWords) -> list[Sum]:
    """The counts of one report, sentence by sentence; extraction has added what stands side by side.

    Victims told one by one are no total in a report that counts more at its start. The dead told as some of those
    injured are dead, and no longer of these.
    """
    by_id = {s.id: s for s in figures}
    sentences: dict[tuple[str, int], list[Sighting]] = defaultdict(list)
    taken: dict[str, float] = {}
    for s in figures:
        whole = by_id.get(s.figure.part_of or "")
        if whole is not None and s.figure.measure == "killed" != whole.figure.measure:
            if whole.figure.measure == "injured":
                taken[whole.id] = max(taken.get(whole.id, 0.0), answers.number(s))
            whole = None
        if s.figure.measure == measure and whole is None:
            sentences[s.figure.field, s.figure.start].append(s)
    sums = [_sum(some, answers, words) for some in sentences.values()]
    sums = [Sum(one.value - taken.get(one.parts[0].id, 0.0), one.weight, one.parts) for one in sums]
    most = max((one.value for one in sums if one.weight > BODY), default=0.0)
    return [one for one in sums if most < 2 or not is_single(one)]


def is_news(one: Sum) -> bool:
    """Whether a count stands where its report tells its news: in the headline or the first lines."""
    return one.weight > BODY


def is_single(one: Sum) -> bool:
    """One victim told without a number: "a man", "his wife"."""
    return all(s.figure.made_by.endswith(_SINGLE) for s in one.parts)


def is_of_a_people(one: Sum) -> bool:
    """Whether those counted are told by their country: they are the dead whom somebody asked for, not all."""
    return all(names_people(s) for s in one.parts)


def _sum(figures: Sequence[Sighting], answers: Answers, words: VictimWords) -> Sum:
    weight = max(_weight(s) for s in figures)
    if words.several.search(figures[0].report.field_text(figures[0].figure.field), *_span(figures[0])):
        weight *= _OF_SEVERAL
    # "The minister confirmed 301 dead but some claimed more than 340": what is only claimed beside it is another's.
    stated = [s for s in figures if s.figure.realis != "claimed"] or figures
    most = max(stated, key=lambda s: (answers.number(s), -s.figure.number_start))
    return Sum(answers.number(most), weight, (most,))


def _span(s: Sighting) -> tuple[int, int]:
    return s.figure.start, s.figure.end


def _weight(s: Sighting) -> float:
    if s.headline:
        return _HEADLINE
    return 0.0 if _stands_apart(s) else START if s.figure.start < _LEAD else BODY


def _stands_apart(s: Sighting) -> bool:
    """True for a line that closes no sentence: a link to another report, a caption, a crosshead."""
    text, figure = s.report.text, s.figure
    if figure.field != "text" or figure.start < _FIRST_LINES or figure.end - figure.start > _LONGEST_LINE:
        return False
    return text[figure.end : figure.end + 1] in ("", "\n") and not _CLOSED.search(text, figure.start, figure.end)
