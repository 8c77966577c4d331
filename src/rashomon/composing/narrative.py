"""The narrative: what happened, the toll, its other effects, who held and did what, who said what, the background."""

from __future__ import annotations

from collections.abc import Iterable

from rashomon.composing.backing import backers, led
from rashomon.composing.counts import Count
from rashomon.composing.deeds import accusations, holdings
from rashomon.composing.event_sentences import also_sentence, event_sentence, event_source, is_around
from rashomon.composing.gathering import by_source
from rashomon.composing.happening_nouns import HappeningNouns
from rashomon.composing.phrases import sentence
from rashomon.composing.plan import Plan
from rashomon.composing.same_happening import goes_on
from rashomon.composing.tolls import told_counts
from rashomon.composing.voices import spoken
from rashomon.model.brief import Sentence
from rashomon.model.happening import Event

#: A happening so many days before the main one is its background, unless so many reports tell of it.
_BEFORE, _FEW = 2, 2
_TOLL = frozenset(("killed", "injured", "missing", "other:casualties", "other:dead_or_missing", "trapped", "rescued"))


def paragraphs(plan: Plan) -> list[list[Sentence]]:
    """Candidate sentences by paragraph; whoever calls keeps those that hold."""
    accused, backing = list(accusations(plan)), list(backers(plan))
    return [
        list(_happening(plan)),
        list(_toll(plan)),
        list(_effects(plan)),
        [*accused, *holdings(plan)],
        list(spoken(plan, [c for s in (*accused, *backing) for c in s.claims])),
        backing,
    ]


def _happening(plan: Plan) -> Iterable[Sentence]:
    main = plan.main
    if main is None:
        return
    lead = lead_count(plan)
    merged = _with_toll(main, lead, plan) if lead else None
    yield merged or event_sentence(main, plan.words, year=True, source_first=True)
    noun = plan.words.events.words(main).noun
    yield from led(plan)
    others = [e for e in _told_apart(plan.events, plan) if _is_definite(e, plan) and not _is_aside(e, main, plan)]
    alike: dict[str, list[Event]] = {}
    talks = plan.words.library.words.of(HappeningNouns).talks
    for event in [e for e in others if plan.words.events.words(e).noun not in talks][:12]:
        alike.setdefault(plan.words.events.words(event).noun, []).append(event)
    singles: list[Sentence] = []
    for other, events in list(alike.items())[:4]:
        if len(events) == 1 and other != noun:
            singles.append(event_sentence(events[0], plan.words))
        elif (told := also_sentence(events, plan.words, [main] if other == noun else ())) is not None:
            yield told
    yield from by_source(singles, plan.words, plan.holds)


def lead_count(plan: Plan) -> Count | None:
    """The main count where the main happening's own sentence can tell it: same teller, place and day."""
    main, count = plan.main, plan.main_count()
    if main is None or count is None or count.figure.realis != "happened" or count.figure.when is not None:
        return None
    if main.type in ("Battles", "Protests") or plan.words.events.actors(main) or plan.dispute_of(count) is not None:
        return None
    same_place = count.figure.place is None or plan.belongs(count.figure, main)
    source, _ = event_source(main, plan.words)
    return count if same_place and count.source == source and plan.belongs(count.figure, main) else None


def _with_toll(main: Event, count: Count, plan: Plan) -> Sentence | None:
    """ "A crash took place in Quillabamba on 2 March, killing six people, according to ..."."""
    measure, subject = plan.words.figures.measure(count.figure), plan.words.figures.subject(count.figure)
    if measure is None or subject is None or not measure.active or plan.words.figures.caveat([count.figure]):
        return None
    source, claims = event_source(main, plan.words)
    text = f"{plan.words.events.clause(main, True)}, {measure.active} {subject}, according to {source}"
    told = Sentence(text=sentence(text), claims=(*claims, *count.claims))
    return told if plan.holds(told) else None


def _is_definite(event: Event, plan: Plan) -> bool:
    """Whether a further happening has a place or a day of its own: without either it may be any."""
    return plan.words.naming.place(event.place) is not None or bool(plan.words.events.date(event))


def _is_aside(event: Event, main: Event, plan: Plan) -> bool:
    """Whether a further happening that one report dates or places alone lies in another land, or days before."""
    claims = plan.words.events.claims(event)
    if (main.type or "").startswith("disaster:") and event.type == "Strategic developments":
        return True  # "the quake destroyed houses" is nobody's deed
    lands = [p.country_code if p is not None else None for p in (event.place, main.place)]
    if None not in lands and lands[0] != lands[1]:
        return len(plan.words.ledger.independent(c.id for c in claims if c.place is not None)) < _FEW
    if event.start_date is None or main.start_date is None or goes_on(main):
        return False
    dated = [c.id for c in claims if c.when is not None and c.when.start_date == event.start_date]
    return (main.start_date - event.start_date).days > _BEFORE and len(plan.words.ledger.independent(dated)) < _FEW


def _told_apart(events: list[Event], plan: Plan) -> list[Event]:
    """The events after the first that do not read as one of those before told again."""
    kept: list[Event] = events[:1]
    for event in events[1:]:
        if not any(_same_told(event, other, plan) for other in kept):
            kept.append(event)
    return kept[1:]


def _same_told(event: Event, other: Event, plan: Plan) -> bool:
    """Whether an event would read as another told again: its kind or a vaguer one, at its place, on no other day."""
    one, two = plan.words.naming.place(event.place), plan.words.naming.place(other.place)
    nouns = [plan.words.events.words(e).noun for e in (event, other)]
    if event.parent == other.id and nouns[0] == nouns[1]:
        return True
    if not (one == two or None in (one, two) or is_around(event, other)):
        return False
    noun = plan.words.events.words(event).noun
    sharper = plan.words.events.words(other).noun
    vague = plan.words.library.words.of(HappeningNouns).vague
    if noun != sharper and noun not in vague and not sharper.endswith(noun):
        return False
    return None in (one, two) or None in (event.start_date, other.start_date) or event.start_date == other.start_date


def _toll(plan: Plan) -> Iterable[Sentence]:
    lead = lead_count(plan)
    told = lead is not None and plan.main is not None and _with_toll(plan.main, lead, plan) is not None
    before = [lead] if told and lead is not None else []
    main = plan.main_count()
    # The count that leads the story, and the main happening's toll, lead those of their measure.
    ranks = {m: n for n, m in enumerate(dict.fromkeys(c.measure for c in plan.counts))}
    some = sorted(plan.counts, key=lambda c: (ranks[c.measure], c is not main, not plan.is_toll(c)))
    yield from told_counts(plan, [c for c in some if c.measure in _TOLL and c not in before], before)


def _effects(plan: Plan) -> Iterable[Sentence]:
    yield from told_counts(plan, [c for c in plan.counts if c.measure not in _TOLL])
