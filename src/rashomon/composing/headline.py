"""Headlines, best first; none carries a disputed figure, a completed seizure or a perpetrator without its source."""

from __future__ import annotations

import re
from collections.abc import Iterable

from msgspec.structs import replace

from rashomon.composing.counts import Count
from rashomon.composing.disputes import headline_dispute
from rashomon.composing.event_sentences import event_source
from rashomon.composing.figure_wording import GroupWords
from rashomon.composing.phrases import capitalised
from rashomon.composing.plan import Plan
from rashomon.composing.same_happening import ENDURING, goes_on, is_episode, is_wide, same_place
from rashomon.composing.tolls import tells_both
from rashomon.model.brief import Sentence
from rashomon.model.claim import Figure
from rashomon.model.happening import Event
from rashomon.model.place import Place

_HARMFUL = frozenset(("Battles", "Explosions/Remote violence", "Violence against civilians", "Riots", "Protests"))
_HARMLESS = frozenset(("Abduction/forced disappearance",))


def headlines(plan: Plan) -> Iterable[Sentence]:
    """Candidates in order of preference; the first that holds is taken."""
    event, count = plan.main, plan.main_count()
    if event is not None and count is not None:
        dispute = plan.dispute_of(count)
        if dispute is not None:
            placed = [t for t in _topics(plan, event, count.figure) if t != _noun(plan, event)]
            told = [s for t in placed if (s := headline_dispute(dispute, event, t, plan.words))]
            yield from [*told, *_accounts_differ(plan, count, event)]
            bare = headline_dispute(dispute, event, _noun(plan, event), plan.words)
            yield from [bare] if bare else []
        if dispute is None or count.named:
            linked = plan.linked(count)
            own = (
                e
                for e in plan.events[:6]
                if e is plan.main or (linked and e.id == linked.id) or plan.counts_since(count.figure, e)
            )
            for told_of in [e for e in own if _harms(e)]:
                yield from _count_in_event(plan, count, told_of)
    if count is not None and event is not None and plan.dispute_of(count) is None:
        yield from _taken(plan, count, event)
        yield from _event_and_count(plan, count, event)
    if count is not None and (plan.dispute_of(count) is None or count.named) and plan.is_near_main(count):
        yield from _count_alone(plan, count)
    if event is not None:
        yield from _event_alone(plan, event)
    for statements in plan.material.claims:
        for claim in statements.statements:
            if claim.private:
                continue
            speaker, said = plan.words.statements.speaker(claim), plan.words.statements.predicate(claim)
            if speaker and said and "“" not in said:
                yield Sentence(text=capitalised(f"{speaker} {said}"), claims=(claim.id,))


def _noun(plan: Plan, event: Event) -> str:
    """The happening's topic without its place."""
    return re.split(r" (?:in|near|on|at|towards) ", plan.words.events.title(event))[0]


def _topics(plan: Plan, event: Event, figure: Figure) -> list[str]:
    """The happening with its place, then with the wider one that its count is of, then with none."""
    noun, place = _noun(plan, event), figure.place
    wide = _at(place, plan) if place is not None and is_wide(place) else ""
    title = plan.words.events.title(event)
    if event.place is None:
        # Where the count alone has a place, that is where it was.
        title = f"{title}{plan.words.figures.at(figure)}"
    return list(dict.fromkeys([title, f"{noun}{wide}", noun]))


def _of_the_land(plan: Plan, event: Event, figure: Figure) -> str:
    """ "Riots in Kazakhstan": what went on in all of the land or province that a count is of."""
    many = event.type in ("Riots", "Protests")
    return f"{plan.words.events.topic(event, many=many)}{_at(figure.place, plan)}"


def _at(place: Place | None, plan: Plan) -> str:
    """ "in Kazakhstan", whatever role the place has in the figure."""
    return plan.words.naming.at(replace(place, role="at")) if place is not None else ""


def _harms(event: Event) -> bool:
    """Whether people are hurt in such a happening, rather than arrested or agreed with in it."""
    return (event.type or "").startswith("disaster:") or (event.type in _HARMFUL and event.sub_type not in _HARMLESS)


def _accounts_differ(plan: Plan, count: Count, event: Event) -> Iterable[Sentence]:
    """ "Accounts differ on the number of people killed in shooting in Tulsa": no side's number without the others'."""
    measure = plan.words.figures.measure(count.figure)
    if measure is None or not plan.belongs(count.figure, event) or not _harms(event):
        return
    what = f"{plan.words.figures.groups(count.figure)} {measure.participle}"
    dispute = plan.dispute_of(count)
    claims = tuple(c for s in dispute.sides for c in s.claims if c in plan.words.ledger.claims) if dispute else ()
    text = f"Accounts differ on the number of {what} in {plan.words.events.title(event)}"
    yield Sentence(text=text, claims=(*claims, *event.claims))


def _subject(plan: Plan, count: Count) -> str | None:
    subject = plan.words.figures.subject(count.figure)
    measure = plan.words.figures.measure(count.figure)
    return f"{subject} {measure.participle}" if subject and measure else None


def _count_in_event(plan: Plan, count: Count, event: Event) -> Iterable[Sentence]:
    told = _subject(plan, count)
    linked = plan.linked(count)
    # What another kind of deed did is never put down to this one.
    alike = linked is None or plan.is_linked(count) or (linked.type, linked.sub_type) == (event.type, event.sub_type)
    # Shots fired in the course of riots or fighting are part of these, where nothing puts them elsewhere.
    alike = alike or (event.type in ENDURING and linked is not None and is_episode(linked, event))
    place = count.figure.place
    # Nor is the toll of a land that of what happened in one part of it.
    wider = event.place is not None and place is not None and is_wide(place) and not same_place(place, event.place)
    of_main = event is plan.main and alike and not wider and plan.is_of_main(count)
    # A count that names the land and its days stands by itself.
    inherited = wider and not plan.words.figures.at(count.figure)
    if wider and not inherited and not goes_on(event):
        return
    of_all = inherited and event is plan.main and goes_on(event) and not count.figure.part_of
    if told is None or not _is_tied(plan, count, event):
        return
    if plan.is_before(count, event) or not (of_main or of_all or plan.belongs(count.figure, event)):
        return
    caveat = plan.words.figures.caveat([count.figure], count.source)
    # Where the figure has another place than the event, the happening goes with that one or without any.
    topics = _topics(plan, event, count.figure)
    for topic in [_of_the_land(plan, event, count.figure)] if of_all and not of_main else topics:
        text = f"{told} in {topic}{caveat}, according to {count.source}"
        yield Sentence(text=capitalised(text), claims=(*count.claims, *_of_its_tellers(plan, count, event)))


def _is_tied(plan: Plan, count: Count, event: Event) -> bool:
    """Whether fallen fighters are a single deed's: their own sentence tells it, or its place, or a day.

    Fighters fall on many days of a war, most of them in no deed that is told.
    """
    group = (count.figure.population.group or "").split()
    of_body = len(group) > 1 and group[-1].removesuffix("s") in plan.words.library.words.of(GroupWords).belonging
    if goes_on(event) or not (of_body or count.figure.population.category == "combatants"):
        return True
    there = bool(plan.words.figures.at(count.figure)) and plan.is_at_main(count)
    return there or count.figure.when is not None or tells_both(count, event, plan)


def _of_its_tellers(plan: Plan, count: Count, event: Event) -> tuple[str, ...]:
    """The event's claims; where a count is told by its reports, those of these reports if they tell the event."""
    told = {plan.words.ledger.claims[c].report for c in count.claims if c in plan.words.ledger.claims}
    own = tuple(c for c in event.claims if c in plan.words.ledger.claims and plan.words.ledger.claims[c].report in told)
    return own if own and not count.named else event.claims


def _taken(plan: Plan, count: Count, event: Event) -> Iterable[Sentence]:
    """ "129 girls abducted in Chibok, according to the army", where the story is of those taken away.

    Of those only told as missing it is said after what: "129 girls missing after abduction in Chibok".
    """
    told = _subject(plan, count)
    if told is None or event.sub_type not in _HARMLESS or not plan.is_of_main(count):
        return
    if count.measure not in ("abducted", "missing"):
        return
    told = told if count.measure == "abducted" else f"{told} after {_noun(plan, event)}"
    caveat = plan.words.figures.caveat([count.figure], count.source)
    for place in dict.fromkeys([plan.words.events.at(event), plan.words.figures.at(count.figure)]):
        text = f"{told}{place}{caveat}, according to {count.source}"
        yield Sentence(text=capitalised(text), claims=(*count.claims, *event.claims))


def _event_and_count(plan: Plan, count: Count, event: Event) -> Iterable[Sentence]:
    """ "Shooting in Hudson: one person injured, according to police", where the count itself has no place."""
    told = _subject(plan, count)
    if told is None or event.place is None or plan.words.figures.at(count.figure) or not _harms(event):
        return
    if not plan.is_of_main(count) or not _is_tied(plan, count, event):
        return
    caveat = plan.words.figures.caveat([count.figure], count.source)
    text = f"{plan.words.events.title(event)}: {told}{caveat}, according to {count.source}"
    yield Sentence(text=capitalised(text), claims=(*count.claims, *event.claims))


def _count_alone(plan: Plan, count: Count) -> Iterable[Sentence]:
    told = _subject(plan, count)
    if told is not None:
        caveat = plan.words.figures.caveat([count.figure], count.source)
        place = plan.words.figures.at(count.figure)
        when = count.figure.when
        lasting = when is not None and when.start_date != when.end_date
        if not place and plan.main is not None:
            return  # a number without what or where it was is no headline
        place += plan.words.figures.date(count.figure) if lasting else ""
        yield Sentence(text=capitalised(f"{told}{place}{caveat}, according to {count.source}"), claims=count.claims)


def _event_alone(plan: Plan, event: Event) -> Iterable[Sentence]:
    title = plan.words.events.title(event)
    date = plan.words.events.date(event, with_year=True)
    source, claims = event_source(event, plan.words)
    text = (
        f"{title} reported{date}"
        if source == "one report" or source[:1].islower()
        else f"{title}{date}, according to {source}"
    )
    yield Sentence(text=capitalised(text), claims=claims)
