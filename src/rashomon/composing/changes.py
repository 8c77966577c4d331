"""What a root said before: its last count of the same, and by how much it rose or fell."""

from __future__ import annotations

from rashomon.composing.counts import Count
from rashomon.composing.disputes import is_plain, put_at
from rashomon.composing.phrases import sentence
from rashomon.composing.words import Words
from rashomon.model.assessment import SeriesPoint
from rashomon.model.brief import Sentence
from rashomon.model.claim import Figure
from rashomon.model.material import Reconciled


def earlier_sentence(count: Count, reconciled: Reconciled, words: Words) -> Sentence | None:
    """ "X had put the number of people killed at 182 by 28 November.": the root's own first count of the same."""
    for series in reconciled.series:
        if series.id not in count.assessment.series or series.root is None:
            continue
        points = [p for p in series.points if p.value is not None]
        now = next((p for p in points if count.figure.id in (p.claim, *p.claims)), None)
        before = [p for p in points if now and p is not now and p.as_of and now.as_of and _earlier(p.as_of, now.as_of)]
        for point in reversed(before):
            told = _earlier_count(point, count, words) if now and point.value != now.value else None
            if told is not None:
                return told
    return None


def _earlier_count(point: SeriesPoint, count: Count, words: Words) -> Sentence | None:
    figure = next(iter(words.ledger.figures([point.claim])), None)
    measure = words.figures.measure(figure) if figure else None
    source = words.naming.source(figure.attribution) if figure else None
    end = point.as_of.end if point.as_of else None
    if figure is None or measure is None or source is None or end is None or not is_plain(figure, words):
        return None
    group = words.figures.groups(figure)
    if figure.correction or "whom" in group or group != words.figures.groups(count.figure):
        return None
    if not _same_spot(figure, count.figure) or not _since_same_day(figure, count.figure):
        return None
    text = (
        f"{source} had put the number of {group} {measure.participle} at {put_at(figure, words)} {words.dates.by(end)}"
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
    now_told = told.text.rstrip(".")
    if _is_day_before(count.figure, figure):
        # The day of the quake itself, of which a later state is told: beside the states it would be the count's day.
        now_told = now_told.replace(words.figures.date(count.figure), "", 1)
    text = f"{now_told}, {change} from {amount} by {when}"
    return Sentence(text=sentence(text), claims=(*told.claims, *earlier.claims))


def _same_spot(one: Figure, other: Figure) -> bool:
    if one.place is None or other.place is None or one.place.name == other.place.name:
        return True
    # One series holds them: a wide place is worded now one way, now another; a town's count is the town's.
    return not {one.place.kind, other.place.kind} & {"town", "facility"}


def _since_same_day(one: Figure, other: Figure) -> bool:
    """Whether two counts may run from one day: a day's dead are no earlier state of a week's."""
    first, second = one.when, other.when
    if first is None or second is None or first.start_date == second.start_date:
        return True
    return first.start_date == first.end_date and second.start_date == second.end_date


def _is_day_before(now: Figure, before: Figure) -> bool:
    """Whether the day that a count is told of is no later than the state of the count before it."""
    day, end = now.when.end_date if now.when else None, before.as_of.end if before.as_of else None
    return day is not None and end is not None and day <= end


def _earlier(before: object, now: object) -> bool:
    end, start = getattr(before, "end", None), getattr(now, "end", None)
    return bool(end and start and end < start)
