"""Why two voices' numbers for one happening agree, leave room for each other, follow or contradict each other.

Subject of a reason is a number, not its source: whether a source is one or many leaves the grammar alone.
"""

from __future__ import annotations

from rashomon.reconciliation.histories import RISING
from rashomon.reconciliation.named_sources import is_named
from rashomon.reconciliation.number_ranges import FAR_APART, Meant, is_typing_error
from rashomon.reconciliation.sighting_order import is_later
from rashomon.reconciliation.sightings import Sighting
from rashomon.reconciliation.wording import counted_in, measured, of_figure, outlet, said, source, start, told_on


def why_other_basis(a: Sighting, b: Sighting) -> str:
    """One counted heads, the other estimated."""
    how = f"{start(of_figure(a))} is {a.figure.basis}, {of_figure(b)} {b.figure.basis}"
    return f"{how}: only the way of counting differs."


def why_one_house(a: Sighting, b: Sighting) -> str:
    """Two media of one house, of which neither is known to be later."""
    return (
        f"{start(of_figure(a))} and {of_figure(b)} come from media of one house; which of the two was counted later "
        "is not told."
    )


def why_agree(a: Sighting, b: Sighting) -> str:
    """One number, one with another hedge, or two that lie near each other."""
    bare = [source(s) for s in (a, b) if s.figure.attribution is not None and not is_named(s)]
    tail = f" Nobody is named behind “{bare[0]}”, so the counts may have one origin." if bare else ""
    if said(a) == said(b):
        return f"{start(source(a))} and {source(b)} both give {said(a)} {counted_in(a)}.{tail}"
    if a.figure.value == b.figure.value:
        return f"{start(of_figure(a))} and {of_figure(b)} are the same number; only the hedge varies.{tail}"
    if "range" in (a.figure.qualifier, b.figure.qualifier):
        return f"{start(of_figure(a))} and {of_figure(b)} can be the same number.{tail}"
    return f"{start(of_figure(a))} and {of_figure(b)} lie within a tenth of each other.{tail}"


def why_set_right(late: Sighting, early: Sighting) -> str:
    """A number that a report gives in place of the other."""
    told = f"{start(outlet(late))} gives {said(late)} by {source(late)} in place of {said(early)}"
    return f"{told}: {of_figure(early)} is corrected."


def why_quoted_on_own_page(own: Sighting, quoted: Sighting) -> str:
    """A root's number that its own page takes from another root."""
    hedged = "; the hedge varies" if own.figure.qualifier != quoted.figure.qualifier else ""
    return (
        f"On its own page ({outlet(quoted)}) {source(own)} gives {said(quoted)} by {source(quoted)}: its own "
        f"{said(own)} is probably that count and adds no support{hedged}."
    )


def why_later(a: Sighting, b: Sighting) -> str:
    """Why the higher b and the earlier a need not disagree."""
    return (
        f"{start(of_figure(b))} ({told_on(b)}) is given later than {of_figure(a)} ({told_on(a)}); "
        "the count can only rise, so the two need not disagree."
    )


def why_compatible(a: Sighting, b: Sighting, one: Meant, other: Meant) -> str:
    """Minimums, vague words and ranges that leave room for the other number."""
    low, high = (a, b) if (one.stated or 0) <= (other.stated or 0) else (b, a)
    if "range" in (a.figure.qualifier, b.figure.qualifier):
        return f"{start(of_figure(low))} and {of_figure(high)} overlap, so both can be true."
    vague = "vague" in (a.figure.qualifier, b.figure.qualifier)
    far = abs((one.stated or 0) - (other.stated or 0)) > FAR_APART * max(one.stated or 0, other.stated or 0)
    if one.high is None and other.high is None and far and not vague:
        return (
            f"{start(of_figure(low))} and {of_figure(high)} are both minimums, so both can be true, but they lie "
            "far apart."
        )
    return f"{start(of_figure(low))} leaves room for {of_figure(high)}, but supports only the lower number."


def why_unfinished(low: Sighting, high: Sighting, raised: Sighting | None) -> str:
    """A lower count that its source does not close, or that has been raised since."""
    if raised is not None and raised.voice != low.voice:
        own = f"{start(of_figure(low))} is the number that {source(raised)} has since raised to {said(raised)}"
    elif raised is not None:
        own = f"{start(of_figure(low))} has since been raised to {said(raised)} by the same source"
    else:
        own = f"{start(of_figure(low))} is told as a count that is not closed (“{low.open_words}”)"
    return f"{own}, so it does not speak against {of_figure(high)}."


def why_undated(a: Sighting, b: Sighting) -> str:
    """Two tolls of which one bears no date."""
    bare = [s for s in (a, b) if s.as_of is None]
    what = "neither report bears a date" if len(bare) == 2 else f"the report that gives {said(bare[0])} bears no date"
    return (
        f"Whether {of_figure(a)} and {of_figure(b)} contradict each other, or one is a later count, cannot be told: "
        f"{what}."
    )


def why_contradict(a: Sighting, b: Sighting, one: Meant, other: Meant) -> str:
    """Two numbers that cannot both be true, or one that is a slip of the finger."""
    exact = a.figure.qualifier == b.figure.qualifier == "exact"
    if exact and is_typing_error(one.stated or 0, other.stated or 0):
        odd, usual = (a, b) if (one.stated or 0) > (other.stated or 0) else (b, a)
        return (
            f"{start(of_figure(odd))} and {of_figure(usual)} are one digit apart, so one of them is probably a typing "
            "error."
        )
    what, bare = counted_in(a), measured(a.figure.measure)
    what = f"those {what}" if what == bare and a.figure.unit == "person" else what
    if is_later(b, a):
        return (
            f"The later {said(b)} by {source(b)} ({told_on(b)}) is lower than {of_figure(a)} ({told_on(a)}), "
            f"and both count {what}."
        )
    if a.report.id == b.report.id or a.counting not in RISING:
        return f"{start(of_figure(a))} and {of_figure(b)} both count {what}: they cannot both be true."
    together = told_on(a) == told_on(b)
    days = f"both {told_on(a)}" if together else f"{told_on(a)}; {told_on(b)}"
    open_order = "which was counted later is not told" if together else "neither is told to be the older count"
    return (
        f"{start(of_figure(a))} and {of_figure(b)} ({days}) both count {what}: they cannot both be true at one "
        f"time, and {open_order}."
    )
