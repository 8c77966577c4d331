"""What changed between two dossiers: new figures, revised ones, new disagreements, settled ones, events added."""

from __future__ import annotations

from collections.abc import Iterable

from rashomon.model.assessment import Assessment, Disagreement
from rashomon.model.claim import Figure
from rashomon.model.comparison import Change, Comparison
from rashomon.model.dossier import Dossier
from rashomon.model.happening import Event
from rashomon.reconciliation.wording import counted_of, day, happening, listed, number

#: Ways in which a figure has a place that its own sentence does not give.
_INHERITED = ("event", "dateline", "neighbour")


def compare(a: Dossier, b: Dossier) -> Comparison:
    """What is new in `b` against `a`, the earlier one. Figures are matched by their claims, never by position."""
    pairs = [(was, now) for now in b.assessments if (was := _matching(now, a.assessments)) is not None]
    known = {now.id for _, now in pairs}
    before = {_dispute_key(d): d for d in a.disagreements}
    after = {_dispute_key(d): d for d in b.disagreements}
    told = {c for e in a.events for c in e.claims}
    return Comparison(
        earlier=a.as_of,
        later=b.as_of,
        new_figures=tuple(_new(x, b) for x in b.assessments if x.id not in known and _states(x)),
        revised=tuple(c for was, now in pairs for c in _revised(was, now, a, b)),
        newly_disputed=tuple(_disputed(d) for d in _lacking(after.values(), before.values())),
        settled=tuple(_settled(d) for d in _lacking(before.values(), after.values())),
        events_added=_added(e for e in b.events if not told.intersection(e.claims) and _is_news(e)),
        reports_added=tuple(r.id for r in b.reports if r.id not in {x.id for x in a.reports}),
    )


def _matching(now: Assessment, earlier: Iterable[Assessment]) -> Assessment | None:
    """The earlier assessment that shares most claims, if any."""
    claims = set(now.claims)
    best = max(earlier, key=lambda e: (len(claims.intersection(e.claims)), e.id), default=None)
    return best if best is not None and claims.intersection(best.claims) else None


def _states(assessment: Assessment) -> bool:
    return assessment.best is not None or assessment.low is not None


def _new(now: Assessment, dossier: Dossier) -> Change:
    text = f"{_answer(now)} {_asked(now, dossier)}{_by_day(now, dossier)}{_by(now, dossier)}."
    return Change(text=_start(text), claims=_cited(now))


def _revised(was: Assessment, now: Assessment, earlier: Dossier, later: Dossier) -> list[Change]:
    if (was.low, was.best, was.high) == (now.low, now.best, now.high):
        return []
    before = f"{_answer(was)}{_by_day(was, earlier)}"
    if _root(was, earlier) != _root(now, later) and was.best is not None:
        before += _by(was, earlier)
    text = f"{_asked(now, later)}: {_answer(now)}{_by_day(now, later)}{_by(now, later)}; before, {before}."
    text = _start(text)
    return [Change(text=text, claims=tuple(dict.fromkeys(_cited(was) + _cited(now))))]


def _answer(a: Assessment) -> str:
    if a.best is None:
        return f"at least {number(a.low)}" if a.low is not None else "only a party's number"
    text = ("at least " if a.high is None else "") + number(a.best)
    spread = a.low is not None and a.high is not None and (a.low, a.high) != (a.best, a.best)
    return f"{text} ({number(a.low or 0)} to {number(a.high or 0)})" if spread else text


def _asked(a: Assessment, dossier: Dossier) -> str:
    """What is counted, and where, if the figure that gives the number says so (any figure, where none is best)."""
    figures = [c for c in dossier.claims if isinstance(c, Figure) and c.id in a.claims]
    told = [c.place for c in figures if c.place is not None and a.best_claim in (None, c.id)]
    stated = not figures or any(p.how not in _INHERITED for p in told)
    place = f" in {a.question.place.name}" if a.question.place and stated else ""
    return counted_of(a.question.measure, a.question.population) + place


def _root(a: Assessment, dossier: Dossier) -> list[str]:
    """Who gave the best number; all who counted where there is none."""
    given = [s.root for s in dossier.series for p in s.points if a.best_claim in p.claims and s.id in a.series]
    return list(dict.fromkeys([r for r in given if r] if a.best_claim else list(a.roots)))


def _by(a: Assessment, dossier: Dossier) -> str:
    roots = _root(a, dossier)
    return f" ({listed(roots)})" if roots else " (no origin named)"


def _by_day(a: Assessment, dossier: Dossier) -> str:
    """The day as of which the best number holds, where its report or its root states it."""
    points = (p for s in dossier.series if s.id in a.series for p in s.points if a.best_claim in (p.claim, *p.claims))
    as_of = next((p.as_of for p in points), None)
    return f" by {day(as_of.end)}" if as_of and as_of.end and as_of.how in ("stated", "statement_day") else ""


def _cited(a: Assessment) -> tuple[str, ...]:
    return (a.best_claim,) if a.best_claim else a.claims[:1]


def _dispute_key(d: Disagreement) -> tuple[str, ...]:
    return (d.kind, *sorted(c for s in d.sides for c in s.claims))


def _lacking(some: Iterable[Disagreement], others: Iterable[Disagreement]) -> list[Disagreement]:
    """Those of `some` that no other of the same kind shares two claims with."""
    pool = list(others)

    def is_known(d: Disagreement) -> bool:
        claims = {c for s in d.sides for c in s.claims}
        return any(
            o.kind == d.kind and len(claims.intersection(c for s in o.sides for c in s.claims)) > 1 for o in pool
        )

    return [d for d in some if not is_known(d)]


def _disputed(d: Disagreement) -> Change:
    return Change(text=_start(f"{', against '.join(s.text for s in d.sides)}."), claims=_claims(d))


def _settled(d: Disagreement) -> Change:
    return Change(text=_start(f"{', against '.join(s.text for s in d.sides)}."), claims=_claims(d))


def _claims(d: Disagreement) -> tuple[str, ...]:
    return tuple(dict.fromkeys(c for s in d.sides for c in s.claims))


def _is_news(event: Event) -> bool:
    """True for what happened within the story at a place, and has a word of its own."""
    told = not event.background and event.realis == "happened" and event.place is not None
    return told and happening(event.type, event.sub_type) is not None


def _added(events: Iterable[Event]) -> tuple[Change, ...]:
    """Each new happening once: two of one kind, place and day read as one line."""
    found: dict[str, tuple[str, ...]] = {}
    for event in events:
        place = f" in {event.place.name}" if event.place else ""
        when = f" on {day(event.start_date)}" if event.start_date and event.start_date == event.end_date else ""
        text = _start(f"{happening(event.type, event.sub_type)}{place}{when}.")
        found[text] = tuple(dict.fromkeys(found.get(text, ()) + event.claims))
    return tuple(Change(text=text, claims=claims) for text, claims in found.items())


def _start(text: str) -> str:
    return text[:1].upper() + text[1:]
