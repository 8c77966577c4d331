"""The deaths that the record ties to one event, as one number for ACLED's column, and the note on how it was chosen."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass

from rashomon.model.happening import Event
from rashomon.rendering import wording
from rashomon.rendering.exports.acled import rules
from rashomon.rendering.exports.counts import Count, counts_of
from rashomon.rendering.exports.tallies import Tally, pool_of, tallies_of
from rashomon.rendering.lookup import Lookup

_OF_WHOM = {"civilians": "civilians only", "fighters": "fighters only", "all": "everybody", "": "everybody"}
_ELSEWHERE = "Its deaths stand in the row of another event: one toll is never counted twice."


@dataclass(frozen=True, slots=True)
class Deaths:
    """The number, what the notes say about it, and whether a range or a vague word stood behind it."""

    number: int
    note: str
    simplified: str = ""
    figures: tuple[str, ...] = ()
    neutral: bool = False


def deaths_of(group: Sequence[Event], lookup: Lookup, unknown_plural: int, taken: Set[str] = frozenset()) -> Deaths:
    """One number for the event: the lowest reported, until two roots of different sides bear out another; 0 for none.

    `unknown_plural` stands for "several" (rules of the field, "Fatalities"). What counts, and `taken`: `counts_of`.
    """
    counts = counts_of(group, lookup, taken)
    tallies = tallies_of(counts.standing, lambda c: rules.fatality_number(c.figure, c.words, unknown_plural))
    if not tallies and counts.elsewhere:
        told = ", ".join(dict.fromkeys(f"{c.words} ({c.voice})" for c in counts.elsewhere))
        return Deaths(0, f"Its deaths ({told}) are in the row of another event and are not counted twice.", _ELSEWHERE)
    if not tallies:
        return Deaths(0, "No deaths are reported for this event by itself.")
    pool = pool_of(tallies)
    chosen, why = _chosen(pool.rivals, lookup)
    sentences = [_stated(chosen, why, pool.rivals), *_apart(chosen, pool.apart), *_replaced(counts.replaced)]
    simplified = _simplified(chosen, pool.rivals, pool.apart)
    figures = tuple(c.figure.id for t in (chosen, *pool.rivals) for c in t.counts)
    return Deaths(chosen.number, " ".join(sentences), simplified, figures, not chosen.interested)


def _chosen(rivals: Sequence[Tally], lookup: Lookup) -> tuple[Tally, str]:
    """The toll that two roots of different sides give, else the lowest, and the rule in a few words."""
    for tally in rivals:
        assessment = lookup.assessment_of.get(tally.counts[0].figure.id)
        best = assessment.best if assessment and assessment.support.best == "corroborated" else None
        if best is not None and best == tally.number and len(tally.counts) == 1:
            return tally, "the number that two origins of different sides bear out is coded"
    return rivals[0], "the lowest is coded, as ACLED does where sources differ"


def _stated(chosen: Tally, why: str, rivals: Sequence[Tally]) -> str:
    numbers = sorted({t.number for t in rivals})
    if len(numbers) > 1:
        each = "; ".join(f"{wording.number(n)}{_only(rivals, n)} according to {_voices(rivals, n)}" for n in numbers)
        return f"Deaths: origins differ ({each}); {why}."
    voices = _voices(rivals, chosen.number)
    if len(chosen.counts) > 1:
        parts = " and ".join(f"{c.words} {_group(c)}".strip() for c in chosen.counts)
        return f"Deaths: {parts} according to {voices}, added because they are different people."
    count = chosen.counts[0]
    text = f"Deaths: {count.words} according to {voices}"
    if chosen.interested:
        text += ", a party to the events; nobody else counts them"
    if count.figure.qualifier == "vague":
        return f"{text}; coded {chosen.number}, as ACLED codes such words."
    return f"{text}; the lower bound is coded." if count.figure.low != count.figure.high else f"{text}."


def _apart(chosen: Tally, apart: Sequence[Tally]) -> list[str]:
    """What stands beside the chosen number without being a rival of it."""
    others = [
        f"{t.counts[0].words} according to {t.voice} ({_of_whom(t)})"
        for t in apart
        if t.voice != chosen.voice or t.number != chosen.number
    ]
    return [f"Not added and no rival: {'; '.join(dict.fromkeys(others))}."] if others else []


def _of_whom(tally: Tally) -> str:
    if tally.interested:
        return "a party's claim"
    return f"it counts {_OF_WHOM[tally.people]}"


def _replaced(replaced: Sequence[Count]) -> list[str]:
    earlier = dict.fromkeys(f"{c.words} ({c.voice})" for c in replaced)
    return [f"Earlier, since replaced by the same origin: {', '.join(earlier)}."] if earlier else []


def _simplified(chosen: Tally, rivals: Sequence[Tally], apart: Sequence[Tally]) -> str:
    if len({t.number for t in rivals}) > 1:
        return "Origins differ on the deaths; one number is all that fits."
    if apart:
        return "Another count of the deaths stands in notes only: it is of other people, or a party's claim."
    figure = chosen.counts[0].figure
    if figure.qualifier == "vague":
        return "A vague word became a number."
    if figure.low != figure.high:
        return "A bound or a range became one number."
    return "Two counts of different people were added." if len(chosen.counts) > 1 else ""


def _only(rivals: Sequence[Tally], number: int) -> str:
    """Whom a number is of, where the others are of other people."""
    kinds = {t.people for t in rivals if t.number == number}
    return f" ({_OF_WHOM[kinds.pop()]})" if len({t.people for t in rivals}) > 1 and len(kinds) == 1 else ""


def _voices(rivals: Sequence[Tally], number: int) -> str:
    """Those who give one number, each once."""
    names = list(dict.fromkeys(t.voice for t in rivals if t.number == number))
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def _group(count: Count) -> str:
    return count.figure.population.group or ("civilians" if count.people == "civilians" else "fighters")
