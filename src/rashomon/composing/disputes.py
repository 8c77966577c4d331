"""Counts that differ, side by side with their sources: in the narrative and in a headline."""

from __future__ import annotations

from rashomon.composing.phrases import capitalised, sentence
from rashomon.composing.same_happening import same_place
from rashomon.composing.words import Words
from rashomon.model.assessment import Disagreement
from rashomon.model.brief import Sentence
from rashomon.model.claim import Figure
from rashomon.model.happening import Event
from rashomon.model.material import Reconciled

#: Countings of what only rises ("another 141 were hurt").
RISING = ("cumulative", "increment")
_PUT_AT = {"exact": "", "at_least": "no fewer than ", "more_than": "more than ", "approx": "about "}


def dispute_sentence(disagreement: Disagreement, words: Words, *, another: bool = False) -> Sentence | None:
    """ "Counts of the dead differed: A put the number of people killed at 147, while B put it at 266." """
    sides = _spread(_sides(disagreement, words), 3)
    if len(sides) < 2:
        return None
    first = sides[0]
    measure = words.figures.measure(first[1])
    if measure is None or len({f.measure for _, f in sides}) > 1:
        return None
    group = words.figures.groups_in_own_words(first[1])
    told = []
    for n, (source, figure) in enumerate(sides[:3]):
        what = f"the number of {group} {measure.participle}" if n == 0 else "it"
        if words.figures.groups_in_own_words(figure) != group:
            what = f"the number of {words.figures.groups_in_own_words(figure)} {measure.participle}"
        amount = put_at(figure, words)
        if amount is None or "whom" in what:
            return None
        told.append(f"{source} put {what} at {amount}{words.figures.date(figure)}{words.figures.caveat([figure])}")
    joiner = ", while " if len(told) == 2 else "; "
    where = _where([f for _, f in sides[:3]], words)
    start = "other counts" if another else "counts"
    also = "also differed" if another else "differed"
    text = f"{start} of {measure.subject}{where} {also}: {joiner.join(told)}"
    return Sentence(text=sentence(text), claims=tuple(f.id for _, f in sides[:3]))


def _where(figures: list[Figure], words: Words) -> str:
    """Where all of some figures were counted: one's own words say it, and none is of another place."""
    told = [f.place for f in figures if f.place is not None and words.figures.at(f)]
    of_one = told and all(f.place is not None and same_place(f.place, told[0]) for f in figures)
    places = {at for f in figures if (at := words.figures.at(f))}
    return next(iter(places)) if of_one and len(places) == 1 else ""


def is_overtaken(dispute: Disagreement, reconciled: Reconciled, words: Words) -> bool:
    """Whether a named root has counted more than every side, of a later day, of what only rises: a matter of then.

    So does the story's own toll, whoever gives it.
    """
    own = {c for side in dispute.sides for c in side.claims}
    sides = words.ledger.figures(own)
    ends = [f.as_of.end for f in sides if f.as_of is not None and f.as_of.end is not None]
    if len(ends) < len(sides) or any(f.counting not in RISING for f in sides):
        return False
    most = max((f.value or 0 for f in sides), default=0)
    toll = reconciled.main.killed if reconciled.main is not None else None
    tolls = toll.claims if toll is not None else ()
    asked = [c for a in reconciled.assessments if own & set(a.claims) for c in a.claims if c not in own]
    return any(
        (f.value or 0) > most and (words.naming.source(f.attribution) is not None or f.id in tolls)
        for f in words.ledger.figures(asked)
        if f.realis == "happened" and f.as_of is not None and f.as_of.start is not None and f.as_of.start > max(ends)
    )


def is_plain(figure: Figure, words: Words) -> bool:
    """Whether the figure has one number that can stand after "put the number at"."""
    amount = words.figures.quantity(figure)
    return amount is not None and figure.qualifier in _PUT_AT and "million" not in amount


def put_at(figure: Figure, words: Words) -> str | None:
    """The amount as it stands after "put the number at": "no fewer than 32"."""
    amount = words.figures.quantity(figure)
    return _PUT_AT[figure.qualifier] + amount.split(" ")[-1] if amount and is_plain(figure, words) else None


def _sides(disagreement: Disagreement, words: Words) -> list[tuple[str, Figure]]:
    """The source and the figure of each side; a side without a named source stands by its outlets."""
    found: dict[str, tuple[str, Figure]] = {}
    for side in disagreement.sides:
        figures = [
            f
            for f in words.ledger.figures(side.claims)
            if words.figures.predicate(f) and f.realis in ("happened", "claimed")
        ]
        if not figures:
            continue
        figures.sort(key=lambda f: words.naming.source(f.attribution) is None)
        figure = figures[0]
        source = words.naming.source(figure.attribution) or words.naming.tellers(side.claims)
        found.setdefault(source.casefold(), (source, figure))
    return list(found.values())


def _spread(sides: list[tuple[str, Figure]], most: int) -> list[tuple[str, Figure]]:
    """The lowest and the highest of the sides, one between them where there is room, in rising order."""
    rising = sorted(sides, key=lambda s: s[1].value if s[1].value is not None else s[1].low or 0)
    if len(rising) <= most:
        return rising
    return [rising[0], *([rising[len(rising) // 2]] if most > 2 else []), rising[-1]]


def headline_dispute(disagreement: Disagreement, event: Event, topic: str, words: Words) -> Sentence | None:
    """ "Protests in Dhaka: the government put the dead at 147, student leaders at 266"."""
    sides = _spread(_sides(disagreement, words), 2)
    if len(sides) < 2 or not all(is_plain(f, words) for _, f in sides):
        return None
    measure = words.figures.measure(sides[0][1])
    if measure is None or sides[0][1].measure != sides[1][1].measure:
        return None
    if any(words.figures.caveat([f]) for _, f in sides):
        return None
    amounts = [put_at(f, words) for _, f in sides]
    group = words.figures.groups(sides[0][1])
    if group != words.figures.groups(sides[1][1]) or "whom" in group:
        return None
    first = f"{sides[0][0]} put the number of {group} {measure.participle} at {amounts[0]}"
    text = f"{topic}: {first}, while {sides[1][0]} put it at {amounts[1]}"
    return Sentence(text=capitalised(text), claims=(*(f.id for _, f in sides), *event.claims))
