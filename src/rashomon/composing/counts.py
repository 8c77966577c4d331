"""The counts that a brief tells: which figure stands for an assessment, how much it matters, and its sentences."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rashomon.composing.naming import is_address, joined
from rashomon.composing.noun_phrases import is_plural
from rashomon.composing.phrases import capitalised, listed, sentence
from rashomon.composing.source_names import is_role
from rashomon.composing.words import Words
from rashomon.model.assessment import Assessment, Disagreement, SeriesPoint
from rashomon.model.brief import Sentence
from rashomon.model.claim import Figure
from rashomon.model.happening import Event
from rashomon.model.material import Reconciled

_SUPPORT = {"corroborated": 3.0, "documented": 2.0, "single": 1.0}
_PUT_AT = {"exact": "", "at_least": "no fewer than ", "more_than": "more than ", "approx": "about "}
_OF_A_PERSON = 6.0
#: Positions in a report that its writer thought most important (characters from the start).
_LEAD = 900


@dataclass(frozen=True, slots=True)
class Count:
    """One assessed number as a brief tells it: the figure that words it and the claims that say the same."""

    assessment: Assessment
    figure: Figure
    claims: tuple[str, ...]
    source: str
    named: bool
    weight: float

    @property
    def measure(self) -> str:
        """The measure counted."""
        return self.figure.measure


def counts(reconciled: Reconciled, words: Words) -> list[Count]:
    """Every count that can be told, the weightiest of each measure first, measures in the order of a brief."""
    found = [c for a in reconciled.assessments if (c := _count(a, reconciled, words)) is not None]
    rank = words.library.wording.measures
    return sorted(found, key=lambda c: (rank[c.measure].rank, -c.weight, c.assessment.id))


def _count(assessment: Assessment, reconciled: Reconciled, words: Words) -> Count | None:
    candidates = _usable(_by_nearness(assessment, reconciled), words)
    if not candidates:
        return None
    figure = candidates[0]
    source = words.naming.source(figure.attribution)
    same = [f.id for f in words.ledger.figures(assessment.claims) if _says_same(f, figure, words)]
    cited = tuple(dict.fromkeys([figure.id, *same]))
    told_by = source or words.naming.tellers(cited)
    weight = _weight(assessment, figure, words)
    # What somebody at the scene counted gives way to what a body did.
    weight -= _OF_A_PERSON if source is not None and is_role(source, words.library.persons) else 0.0
    return Count(assessment, figure, cited, told_by, source is not None, weight)


def _by_nearness(assessment: Assessment, reconciled: Reconciled) -> list[str]:
    """Claim ids of an assessment: its best, then the newest live points of its series, then the rest."""
    ids = [assessment.best_claim] if assessment.best_claim else []
    for series in reconciled.series:
        if series.id in assessment.series:
            ids += [p.claim for p in reversed(series.points) if p.superseded_by is None]
    return list(dict.fromkeys([*ids, *assessment.claims]))


def _usable(ids: Iterable[str], words: Words) -> list[Figure]:
    figures = [f for f in words.ledger.figures(ids) if f.realis in ("happened", "claimed") and not f.derived]
    told = [f for f in figures if words.figures.predicate(f) and words.figures.subject(f) and f.value != 0]
    named = [f for f in told if f.realis != "claimed" or words.naming.source(f.attribution)]
    live = [f for f in named if words.ledger.reports.get(f.report) is not None]
    # A wording whose source is named tells the same number better than one without.
    return sorted(live, key=lambda f: (f.value != live[0].value, words.naming.source(f.attribution) is None))


def _says_same(figure: Figure, chosen: Figure, words: Words) -> bool:
    if figure.value != chosen.value or figure.qualifier != chosen.qualifier or figure.realis != chosen.realis:
        return False
    roots = (words.naming.source(figure.attribution), words.naming.source(chosen.attribution))
    same_caveats = {c.kind for c in figure.caveats} <= {c.kind for c in chosen.caveats}
    return (roots[0] is None or roots[0] == roots[1]) and same_caveats


def _weight(assessment: Assessment, figure: Figure, words: Words) -> float:
    groups = len(words.ledger.independent(assessment.claims))
    size = math.log10(max(1.0, figure.value or figure.low or 10.0))
    leads = any(f.field == "title" or f.start < _LEAD for f in words.ledger.figures(assessment.claims))
    weight = 2.0 * groups + 1.5 * len(assessment.roots) + size + (2.0 if leads else 0.0)
    weight += _SUPPORT.get(assessment.support.best or "", 0.0)
    weight -= 5.0 if figure.part_of else 0.0
    return weight - (1.5 if figure.qualifier == "vague" else 0.0)


def parts_of(count: Count, words: Words) -> list[Figure]:
    """Figures that state a part of this count ("eight of them children"), one for each group."""
    whole = set(count.claims)
    found: dict[str, Figure] = {}
    for claim in words.ledger.claims.values():
        if isinstance(claim, Figure) and claim.part_of in whole and claim.realis in ("happened", "claimed"):
            found.setdefault(_one_of(words.figures.group(claim)), claim)
    return list(found.values())


def _one_of(group: str) -> str:
    """The group for comparison: singular and plural are one."""
    return group.removesuffix("s").replace("men", "man")


def count_sentence(
    count: Count, words: Words, *, lead_with_source: bool = False, year: bool = False
) -> Sentence | None:
    """ "At least 27 civilians were killed in Aleppo from 27 to 29 November, according to the United Nations." """
    clause = count_clause(count, words, year=year)
    if clause is None:
        return None
    caveat = words.figures.caveat([count.figure])
    starts_with_digit = clause[0].isdigit()
    if starts_with_digit and is_address(count.source):
        text = f"according to {count.source}, {clause}{caveat}"
    elif (lead_with_source or starts_with_digit) and not is_address(count.source):
        verb = "said" if count.named else "reported"
        text = f"{count.source} {verb} that {clause}{caveat}"
    else:
        text = f"{clause}{caveat}, according to {count.source}"
    return Sentence(text=sentence(text), claims=count.claims)


def count_clause(count: Count, words: Words, *, year: bool = False) -> str | None:
    """The count without its source and caveats."""
    subject, predicate = words.figures.subject(count.figure), words.figures.predicate(count.figure)
    if subject is None or predicate is None:
        return None
    place = words.figures.at(count.figure)
    return f"{subject} {predicate}{place}{words.figures.date(count.figure, year)}"


def included(parts: Sequence[Figure], count: Count, words: Words, *, after: bool = False) -> Sentence | None:
    """ "The dead included 183 fighters and 28 civilians, according to ...": parts by the count's own source."""
    measure = words.figures.measure(count.figure)
    told = [p for p in parts if _is_plain_part(p, count, words)]
    amounts = [s for p in told if (s := words.figures.subject(p))]
    if measure is None or not amounts:
        return None
    partisan = any(words.ledger.is_partisan(p) for p in told)
    by = f"{anaphor(count.source)} said" if after and count.named and not partisan else f"according to {count.source}"
    text = f"{measure.subject} included {listed(amounts)}{words.figures.caveat(told)}, {by}"
    return Sentence(text=sentence(text), claims=tuple(p.id for p in told))


def anaphor(source: str) -> str:
    """ "it" or "they" for a source that was the subject of the sentence before."""
    head = re.split(r"\s(?:of|for|in|at)\s", source)[0].split()[-1]
    plural = (head[0].islower() and is_plural(head)) or " and " in source
    return "they" if plural else "it"


def _is_plain_part(part: Figure, count: Count, words: Words) -> bool:
    group = words.figures.group(part)
    generic = {words.figures.group(count.figure), "people", "person", "members", "others", "individuals"}
    own = words.naming.source(part.attribution) == (count.source if count.named else None)
    same = (
        own and part.measure == count.measure and part.realis == "happened" and part.place in (None, count.figure.place)
    )
    return same and part.qualifier != "fraction" and group not in generic and bool(words.figures.subject(part))


def part_sentence(part: Figure, count: Count, words: Words) -> Sentence | None:
    """ "Eight of the dead were children, according to ..."."""
    measure = words.figures.measure(count.figure)
    amount = words.figures.share(part) or words.figures.quantity(part)
    group = words.figures.group(part)
    if (
        measure is None
        or amount is None
        or part.measure != count.measure
        or group in (words.figures.group(count.figure), "people", "person")
    ):
        return None
    if words.figures.is_one(part):
        group = f"{'an' if group[0] in 'aeiou' else 'a'} {group}"
    verb = "was" if words.figures.is_one(part) else "were"
    source = words.naming.source(part.attribution) or words.naming.tellers([part.id])
    caveat = words.figures.caveat([part])
    text = f"{amount.removesuffix(' of')} of {measure.subject} {verb} {group}{caveat}, according to {source}"
    if amount[0].isdigit():
        text = f"according to {source}, {amount} of {measure.subject} {verb} {group}{caveat}"
    return Sentence(text=sentence(text), claims=(part.id,))


def dispute_sentence(disagreement: Disagreement, words: Words, *, another: bool = False) -> Sentence | None:
    """ "Counts of the dead differed: A put the number of people killed at 147, while B put it at 266." """
    sides = _sides(disagreement, words)
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
        amount = _put_at(figure, words)
        if amount is None or "whom" in what:
            return None
        told.append(f"{source} put {what} at {amount}{words.figures.date(figure)}{words.figures.caveat([figure])}")
    joiner = ", while " if len(told) == 2 else "; "
    places = {words.figures.at(f) for _, f in sides[:3]}
    where = next(iter(places)) if len(places) == 1 else ""
    start = "other counts" if another else "counts"
    also = "also differed" if another else "differed"
    text = f"{start} of {measure.subject}{where} {also}: {joiner.join(told)}"
    return Sentence(text=sentence(text), claims=tuple(f.id for _, f in sides[:3]))


def _plain(figure: Figure, words: Words) -> bool:
    amount = words.figures.quantity(figure)
    return amount is not None and figure.qualifier in _PUT_AT and "million" not in amount


def _put_at(figure: Figure, words: Words) -> str | None:
    """The amount as it stands after "put the number at": "no fewer than 32"."""
    amount = words.figures.quantity(figure)
    return _PUT_AT[figure.qualifier] + amount.split(" ")[-1] if amount and _plain(figure, words) else None


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


def headline_dispute(disagreement: Disagreement, event: Event, topic: str, words: Words) -> Sentence | None:
    """ "Protests in Dhaka: the government put the dead at 147, student leaders at 266"."""
    sides = _sides(disagreement, words)[:2]
    if len(sides) < 2 or not all(_plain(f, words) for _, f in sides):
        return None
    measure = words.figures.measure(sides[0][1])
    if measure is None or sides[0][1].measure != sides[1][1].measure:
        return None
    if any(words.figures.caveat([f]) for _, f in sides):
        return None
    amounts = [_put_at(f, words) for _, f in sides]
    group = words.figures.groups(sides[0][1])
    if group != words.figures.groups(sides[1][1]) or "whom" in group:
        return None
    first = f"{sides[0][0]} put the number of {group} {measure.participle} at {amounts[0]}"
    text = f"{topic}: {first}, while {sides[1][0]} put it at {amounts[1]}"
    return Sentence(text=capitalised(text), claims=(*(f.id for _, f in sides), *event.claims))


def earlier_sentence(count: Count, reconciled: Reconciled, words: Words) -> Sentence | None:
    """ "X had put the number of people killed at 182 by 28 November.": the root's own first count of the same."""
    for series in reconciled.series:
        if series.id not in count.assessment.series or series.root is None:
            continue
        points = [p for p in series.points if p.value is not None]
        now = next((p for p in points if count.figure.id in (p.claim, *p.claims)), None)
        before = [p for p in points if now and p is not now and p.as_of and now.as_of and _earlier(p.as_of, now.as_of)]
        for point in before:
            told = _earlier_count(point, count, words) if now and point.value != now.value else None
            if told is not None:
                return told
    return None


def _earlier_count(point: SeriesPoint, count: Count, words: Words) -> Sentence | None:
    figure = next(iter(words.ledger.figures([point.claim])), None)
    measure = words.figures.measure(figure) if figure else None
    source = words.naming.source(figure.attribution) if figure else None
    end = point.as_of.end if point.as_of else None
    if figure is None or measure is None or source is None or end is None or not _plain(figure, words):
        return None
    group = words.figures.groups(figure)
    if figure.correction or "whom" in group or group != words.figures.groups(count.figure):
        return None
    if not _same_spot(figure, count.figure):
        return None
    text = (
        f"{source} had put the number of {group} {measure.participle} at {_put_at(figure, words)} {words.dates.by(end)}"
    )
    return Sentence(text=sentence(text + words.figures.caveat([figure])), claims=(figure.id,))


def risen_sentence(told: Sentence, count: Count, reconciled: Reconciled, words: Words) -> Sentence | None:
    """ "A said that 602 people were killed, up from 446 by 1 December.": a count with its root's one before."""
    earlier = earlier_sentence(count, reconciled, words)
    figure = next(iter(words.ledger.figures(earlier.claims)), None) if earlier else None
    amount = words.figures.quantity(figure) if figure else None
    value, now = (figure.value if figure else None), count.figure.value
    if earlier is None or figure is None or amount is None or value is None or now is None or value == now:
        return None
    if words.figures.caveat([figure]) or words.figures.caveat([count.figure]) or "according to" in told.text:
        return None
    change = "up" if now > value else "down"
    when = earlier.text.rstrip(".").rpartition(" by ")[2]
    text = f"{told.text.rstrip('.')}, {change} from {amount} by {when}"
    return Sentence(text=sentence(text), claims=(*told.claims, *earlier.claims))


def _same_spot(one: Figure, other: Figure) -> bool:
    if one.place is None or other.place is None or one.place.name == other.place.name:
        return True
    # One series holds them: a wide place is worded now one way, now another; a town's count is the town's.
    return not {one.place.kind, other.place.kind} & {"town", "facility"}


def _earlier(before: object, now: object) -> bool:
    end, start = getattr(before, "end", None), getattr(now, "end", None)
    return bool(end and start and end < start)


def sources_of(counted: Sequence[Count]) -> str:
    """The sources of several counts as a list."""
    return joined([c.source for c in counted])
