"""The narrative: what happened, the toll, its other effects, who held and did what, who said what, the background."""

from __future__ import annotations

from collections.abc import Iterable

from rashomon.composing import alliances, control_marks
from rashomon.composing.counts import (
    Count,
    count_sentence,
    dispute_sentence,
    earlier_sentence,
    included,
    part_sentence,
    parts_of,
    risen_sentence,
)
from rashomon.composing.event_sentences import also_sentence, event_sentence, event_source
from rashomon.composing.gaps import unread
from rashomon.composing.gathering import by_source
from rashomon.composing.naming import joined
from rashomon.composing.phrases import capitalised, sentence
from rashomon.composing.plan import Plan
from rashomon.composing.responsibilities import responsibility_lines
from rashomon.model.assessment import Disagreement
from rashomon.model.brief import Sentence
from rashomon.model.claim import Control, EventClaim, Relation, Statement
from rashomon.model.happening import Event

_TOLL = frozenset(("killed", "injured", "missing", "other:casualties", "trapped", "rescued"))
_NOBODY = frozenset(("forces", "fighters", "groups", "troops", "rebels", "the coalition"))
#: Nouns so wide that a sharper one at the same place and day tells the same.
_VAGUE_NOUNS = frozenset(("attack", "assault", "fighting", "clashes", "strike", "fighting over territory", "explosion"))
_MOST_OF_A_MEASURE = {"killed": 4, "injured": 2, "displaced": 2}
_STATEMENT_ORDER = (
    "denied",
    "condemned",
    "concerned",
    "called_for",
    "warned",
    "announced",
    "promised",
    "praised",
    "confirmed",
    "said",
    "reported",
    "claimed",
    "estimated",
)


def paragraphs(plan: Plan) -> list[list[Sentence]]:
    """Candidate sentences by paragraph; whoever calls keeps those that hold."""
    return [
        list(_happening(plan)),
        list(_toll(plan)),
        list(_effects(plan)),
        [*_responsibility(plan), *_control(plan)],
        list(_statements(plan)),
        [*_background(plan), *_record(plan)],
    ]


def _happening(plan: Plan) -> Iterable[Sentence]:
    main = plan.main
    if main is None:
        return
    lead = lead_count(plan)
    merged = _with_toll(main, lead, plan) if lead else None
    yield merged or event_sentence(main, plan.words, year=True, source_first=True)
    noun = plan.words.events.words(main).noun
    yield from _led(plan)
    others = _told_apart(plan.events, plan)
    alike: dict[str, list[Event]] = {}
    for event in others[:12]:
        alike.setdefault(plan.words.events.words(event).noun, []).append(event)
    singles: list[Sentence] = []
    for other, events in list(alike.items())[:3]:
        if len(events) == 1 and other != noun:
            singles.append(event_sentence(events[0], plan.words))
        elif (told := also_sentence(events, plan.words)) is not None:
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
    return Sentence(text=sentence(text), claims=(*claims, *count.claims))


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
    if not (one == two or one is None or _around(event, other)):
        return False
    noun = plan.words.events.words(event).noun
    if noun != plan.words.events.words(other).noun and noun not in _VAGUE_NOUNS:
        return False
    return one is None or None in (event.start_date, other.start_date) or event.start_date == other.start_date


def _around(event: Event, other: Event) -> bool:
    """Whether an event stands at a region or country around the other's place."""
    wide, near = event.place, other.place
    if wide is None or near is None or wide.kind not in ("admin1", "country", "region"):
        return False
    return wide.name in (near.admin1, near.name) or (wide.kind == "country" and wide.country_code == near.country_code)


def _led(plan: Plan) -> Iterable[Sentence]:
    """Who led what is told, beside it."""
    yield from _allied(plan, ("leads",))[:1]


def _toll(plan: Plan) -> Iterable[Sentence]:
    lead = lead_count(plan)
    told = lead is not None and plan.main is not None and _with_toll(plan.main, lead, plan) is not None
    yield from _told_counts(plan, [c for c in plan.counts if c.measure in _TOLL and not (told and c is lead)])


def _effects(plan: Plan) -> Iterable[Sentence]:
    yield from _told_counts(plan, [c for c in plan.counts if c.measure not in _TOLL])


def _told_counts(plan: Plan, some: list[Count]) -> Iterable[Sentence]:
    told: dict[str, int] = {}
    disputed: set[int] = set()
    clauses: set[str] = set()
    sources: set[tuple[str, str, str]] = set()
    tellings: list[Count] = []
    for count in some:
        told[count.measure] = told.get(count.measure, 0) + 1
        if told[count.measure] > _MOST_OF_A_MEASURE.get(count.measure, 1):
            continue
        if _is_part_of_told(count, some):
            told[count.measure] -= 1
            continue
        dispute = plan.dispute_of(count)
        if dispute is not None:
            if id(dispute) in disputed or len(disputed) > 1:
                continue
            worded = dispute_sentence(dispute, plan.words, another=len(disputed) == 1)
            if worded is not None and plan.holds(worded):
                disputed.add(id(dispute))
                yield worded
                continue
        key = (count.source, plan.words.figures.group(count.figure), count.measure)
        told_before = key in sources or _is_told(count, tellings, plan)
        if told_before and not (_is_local(count, plan) and _place_is_new(count, tellings, plan)):
            told[count.measure] -= 1
            continue
        sources.add(key)
        worded = count_sentence(count, plan.words, lead_with_source=told[count.measure] % 2 == 1)
        if worded is None or worded.text in clauses:
            continue
        if not plan.holds(worded):
            yield worded  # whoever keeps sentences notes it
            continue
        clauses.add(worded.text)
        tellings.append(count)
        risen = risen_sentence(worded, count, plan.reconciled, plan.words)
        rises = risen is not None and plan.holds(risen)
        yield risen if risen is not None and rises else worded
        parts = parts_of(count, plan.words)
        subject = worded.text.startswith(capitalised(count.source))
        together = included(parts, count, plan.words, after=subject)
        if together is not None:
            yield together
        for part in [p for p in parts if together is None or p.id not in together.claims][:2]:
            if (said := part_sentence(part, count, plan.words)) is not None:
                yield said
        # After the parts, which are of the newest count.
        if not rises and (earlier := earlier_sentence(count, plan.reconciled, plan.words)) is not None:
            yield earlier


def _is_told(count: Count, told: list[Count], plan: Plan) -> bool:
    """Whether the same number of the same or of unnamed people stands there already."""
    group = plan.words.figures.group(count.figure)
    alike = [
        plan.words.figures.group(t.figure)
        for t in told
        if (t.measure, t.figure.value) == (count.measure, count.figure.value)
    ]
    return any(group == other or "people" in (group, other) for other in alike)


def _place_is_new(count: Count, told: list[Count], plan: Plan) -> bool:
    """Whether no count of its measure and number was told of this place."""
    place = plan.words.naming.place(count.figure.place)
    alike = [t for t in told if (t.measure, t.figure.value) == (count.measure, count.figure.value)]
    return all(plan.words.naming.place(t.figure.place) not in (place, None) for t in alike)


def _is_local(count: Count, plan: Plan) -> bool:
    """Whether a count is of one town or facility: a source may give one for each."""
    place = count.figure.place
    return place is not None and place.kind in ("town", "facility") and plan.words.naming.place(place) is not None


def _is_part_of_told(count: Count, some: list[Count]) -> bool:
    return count.figure.part_of is not None and any(
        count.figure.part_of in {*c.claims, *c.assessment.claims} for c in some if c is not count
    )


def _responsibility(plan: Plan) -> Iterable[Sentence]:
    claims = [r for c in plan.material.claims for r in c.responsibilities]
    for line in responsibility_lines(claims, plan.words)[:3]:
        yield Sentence(text=line.text, claims=line.claims)


def _control(plan: Plan) -> Iterable[Sentence]:
    claims = [c for some in plan.material.claims for c in some.control if control_marks.is_told(c, plan.words)]
    doubted = {
        c for d in plan.reconciled.disagreements if d.kind in ("control", "headline") for s in d.sides for c in s.claims
    }
    for disagreement in plan.reconciled.disagreements:
        if disagreement.kind == "headline" and (told := _headline_not_borne_out(disagreement, plan)):
            yield told
        if disagreement.kind == "control" and (told := _held_by_whom(disagreement, plan)):
            yield told
    groups: dict[tuple[str, str, str], list[Control]] = {}
    for claim in claims:
        if claim.id not in doubted:
            groups.setdefault((claim.place.name, claim.holder.casefold(), claim.status), []).append(claim)
    few = len(plan.material.reports) < 4
    supported = [g for g in groups.values() if few or _is_supported(g, plan)]
    for some in supported[:3]:
        said = control_marks.clause(some[-1], plan.words)
        if said is not None:
            source = control_marks.sources(some, plan.words)
            yield Sentence(text=sentence(f"{said}, according to {source}"), claims=tuple(c.id for c in some))


def _is_supported(claims: list[Control], plan: Plan) -> bool:
    """Whether a change of hands has two tellers, or a day and a named source."""
    named = any(plan.words.naming.source(c.attribution) for c in claims)
    dated = any(c.when is not None for c in claims)
    return len(plan.words.ledger.independent([c.id for c in claims])) > 1 or (named and dated)


def _headline_not_borne_out(disagreement: Disagreement, plan: Plan) -> Sentence | None:
    claims = [
        plan.words.ledger.claims[c] for s in disagreement.sides for c in s.claims if c in plan.words.ledger.claims
    ]
    for claim in claims:
        said = None
        if isinstance(claim, Control):
            said = control_marks.clause(claim, plan.words)
        elif isinstance(claim, EventClaim):
            event = plan.words.ledger.events.get(plan.words.ledger.event_of.get(claim.id, ""))
            said = plan.words.events.clause(event) if event else None
        if said is not None:
            outlet = plan.words.naming.tellers([claim.id])
            text = f"the headline of {outlet} said that {said}, but the text below it did not bear this out"
            return Sentence(text=sentence(text), claims=tuple(dict.fromkeys(c.id for c in claims)))
    return None


def _held_by_whom(disagreement: Disagreement, plan: Plan) -> Sentence | None:
    told, cited, clauses = [], [], set()
    for side in disagreement.sides[:2]:
        claims = [c for i in side.claims if isinstance(c := plan.words.ledger.claims.get(i), Control)]
        said = control_marks.clause(claims[0], plan.words) if claims else None
        if said is None or said in clauses or not control_marks.is_told(claims[0], plan.words):
            return None
        clauses.add(said)
        told.append(f"{control_marks.sources(claims, plan.words)} said that {said}")
        cited += [c.id for c in claims]
    return Sentence(text=sentence(", while ".join(told)), claims=tuple(cited)) if len(told) == 2 else None


def _statements(plan: Plan) -> Iterable[Sentence]:
    said: dict[str, list[tuple[Statement, str]]] = {}
    claims = [s for c in plan.material.claims for s in c.statements]
    for claim in sorted(claims, key=lambda s: _STATEMENT_ORDER.index(s.verb_class)):
        speaker, predicate = plan.words.statements.speaker(claim), plan.words.statements.predicate(claim)
        if speaker and predicate and all(predicate != p for some in said.values() for _, p in some):
            said.setdefault(speaker, []).append((claim, predicate))
    for speaker, some in list(said.items())[:5]:
        yield _spoken(speaker, some)


def _spoken(speaker: str, some: list[tuple[Statement, str]]) -> Sentence:
    """One speaker's statements as one sentence, two at most."""
    first, rest = some[0], [s for s in some[1:] if "“" not in s[1] and "“" not in some[0][1]]
    if rest and first[0].verb_class != rest[0][0].verb_class and not speaker.endswith(","):
        text = f"{speaker} {first[1]} and {rest[0][1]}"
        return Sentence(text=sentence(text), claims=(first[0].id, rest[0][0].id))
    return Sentence(text=sentence(f"{speaker} {first[1]}"), claims=(first[0].id,))


def _background(plan: Plan) -> Iterable[Sentence]:
    yield from by_source(_allied(plan, ("backs", "allied_with"))[:3], plan.words, plan.holds)


def _allied(plan: Plan, types: tuple[str, ...]) -> list[Sentence]:
    """Who backs, leads or stands with whom, those with the same partner in one sentence, the most told first."""
    peoples = set(plan.words.library.actors.adjectives.values())
    groups: dict[tuple[str, str, str], list[Relation]] = {}
    for some in plan.material.claims:
        for claim in some.relations:
            if claim.type in types and claim.status in ("stated", "declared"):
                target = plan.words.naming.organisation(claim.to_actor)
                if target and claim.from_actor not in peoples and target not in _NOBODY:
                    groups.setdefault((claim.type, target, claim.by or ""), []).append(claim)
    told: list[Sentence] = []
    pairs: set[tuple[str, str]] = set()
    for claims in sorted(groups.values(), key=lambda g: -len({c.from_actor for c in g})):
        new = {(c.type, c.from_actor) for c in claims} - pairs
        if not new:
            continue
        pairs |= new
        subjects = [n for c in claims if (n := plan.words.naming.organisation(c.from_actor))]
        said = alliances.clause(list(dict.fromkeys(subjects)), claims[0], plan.words)
        if said is None:
            continue
        named = [n for c in claims if c.by and (n := plan.words.naming.organisation(c.by))]
        source = joined(named) if named else plan.words.naming.tellers([c.id for c in claims])
        told.append(Sentence(text=sentence(f"{said}, according to {source}"), claims=tuple(c.id for c in claims)))
    return told


def _record(plan: Plan) -> Iterable[Sentence]:
    told = unread(plan.material)
    if told is not None:
        yield told
