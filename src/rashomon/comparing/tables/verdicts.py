"""How their number of dead stands to our origins' numbers, in a word and a sentence."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from rashomon.model.compared_table import OurCount, TheirLine, Verdict


class Judged(NamedTuple):
    """The verdict, how far outside our range their number lies (below: negative), and the sentence."""

    verdict: Verdict
    by: int | None
    text: str


def judge(theirs: TheirLine, counts: Sequence[OurCount]) -> Judged:
    """Their best number against the standing numbers of our origins, then the earlier ones and parties' claims."""
    if theirs.counted != "everybody":
        counts = [c for c in counts if c.counted == theirs.counted] or counts
    standing = [c for c in counts if not c.replaced and not c.party]
    number = theirs.best if theirs.best is not None else theirs.low
    if number is None:
        return _without_theirs(standing)
    for found, verdict, told in (
        (standing, "same", "Both have {n} ({who})."),
        ([c for c in counts if c.replaced], "earlier", "Their {n} is an earlier number of {who}, since replaced."),
        ([c for c in counts if c.party and not c.replaced], "party", "Their {n} is the claim of {who}, a party to it."),
    ):
        who = _voices(found, number)
        if who:
            return Judged(_verdict(verdict), None, told.format(n=number, who=who))
    if not standing:
        return _without_ours(number, counts)
    return _against_range(number, theirs, standing)


def _against_range(number: int, theirs: TheirLine, standing: Sequence[OurCount]) -> Judged:
    lowest = min(standing, key=lambda c: (c.number, c.voice))
    highest = max(standing, key=lambda c: (c.high is None, c.high or c.number, c.voice))
    top = None if highest.high is None else highest.high
    if lowest.number <= number and (top is None or number <= top):
        text = f"Their {number} lies inside our {_range(lowest.number, top)} ({_givers(lowest, highest)})."
        return Judged("inside", None, text)
    below = number < lowest.number
    by = number - (lowest.number if below else top or 0)
    nearest = lowest if below else highest
    where = (
        f"{abs(by)} {'below our lowest' if below else 'above our highest'}, {_told(nearest, below)} ({nearest.voice})"
    )
    low, high = theirs.low if theirs.low is not None else number, theirs.high if theirs.high is not None else number
    if low <= (top if top is not None else high) and high >= lowest.number:
        return Judged("overlapping", by, f"Their {number} is {where}; their range of {low} to {high} overlaps ours.")
    return Judged("outside", by, f"Their {number} is {where}.")


def _without_theirs(standing: Sequence[OurCount]) -> Judged:
    if not standing:
        return Judged("none", None, "Neither gives a number of dead.")
    each = ", ".join(f"{_told(c, True)} ({c.voice})" for c in standing)
    return Judged("only ours", None, f"They give no number of dead; ours: {each}.")


def _without_ours(number: int, counts: Sequence[OurCount]) -> Judged:
    if number == 0 and not counts:
        return Judged("none", None, "They count nobody dead, and no report of ours does.")
    told = "no report of ours ties a number to this event"
    if counts:
        told = "ours has only what an origin replaced or a party claims"
    return Judged("only theirs", None, f"They count {number} dead; {told}.")


def _voices(counts: Sequence[OurCount], number: int) -> str:
    return ", ".join(dict.fromkeys(c.voice for c in counts if c.number == number))


def _givers(lowest: OurCount, highest: OurCount) -> str:
    if lowest.voice == highest.voice:
        return lowest.voice
    return f"{lowest.number} by {lowest.voice}, {_told(highest, False)} by {highest.voice}"


def _told(count: OurCount, low: bool) -> str:
    if count.high is None:
        return f"{count.number} or more"
    return str(count.number if low else count.high)


def _range(low: int, high: int | None) -> str:
    return f"range of {low} or more" if high is None else f"range of {low} to {high}"


def _verdict(name: str) -> Verdict:
    verdicts: dict[str, Verdict] = {"same": "same", "earlier": "earlier", "party": "party"}
    return verdicts[name]
