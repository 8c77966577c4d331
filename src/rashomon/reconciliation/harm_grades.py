"""How well civilian harm by a belligerent is established: Airwars' five grades, beside the support of each bound.

The rules follow the published method of Airwars: confirmed where a belligerent accepted the act, fair with two or more
sources of different sides, weak with one, contested where several belligerents are said to have done it, discounted
where the dead are combatants by a source of no side. Elsewhere there is no grade.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from collections.abc import Set as AbstractSet

import msgspec

from rashomon.knowledge.actors import ActorLexicon
from rashomon.knowledge.library import Library
from rashomon.model.actor import ARMED
from rashomon.model.assessment import Assessment, HarmGrade
from rashomon.model.attribution import Root
from rashomon.model.claim import EventClaim, Figure, Responsibility
from rashomon.model.happening import Event
from rashomon.model.material import Material
from rashomon.reconciliation.sightings import folded
from rashomon.reconciliation.wording import listed

_HARM = frozenset({"killed", "injured", "other:casualties"})
_ACTS = frozenset({"Battles", "Explosions/Remote violence", "Violence against civilians"})
_ARMED = ARMED | {"government"}


def grade_harm(
    assessments: Sequence[Assessment],
    material: Material,
    events: Sequence[Event],
    roots: Sequence[Root],
    library: Library,
) -> list[Assessment]:
    """The assessments, those of civilian harm with an alleged belligerent graded and the reason in their notes."""
    figures = {f.id: f for c in material.claims for f in c.figures}
    event_of = {claim: e for e in events for claim in e.claims}
    acts = [(c, event_of[c.id]) for some in material.claims for c in some.events if c.id in event_of]
    acts = [(c, e) for c, e in acts if e.type in _ACTS]
    accused: dict[str, list[Responsibility]] = defaultdict(list)
    for claims in material.claims:
        for responsibility in claims.responsibilities:
            if (act := event_of.get(responsibility.act or "")) is not None:
                accused[act.id].append(responsibility)
    neutral = {r.name for r in roots if r.side is None}
    about = {a.id: _event_of(a, figures, acts) for a in assessments if a.question.measure in _HARM}
    graded: list[Assessment] = []
    for one in assessments:
        event = about.get(one.id)
        counted = [figures[c] for c in one.claims if c in figures]
        if event is None or not _of_civilians(counted, event):
            graded.append(one)
            continue
        blamed = [r for r in accused[event.id] if is_belligerent(r.accused, library.actors)]
        rivals = [a for a in assessments if (e := about.get(a.id)) is not None and e.id == event.id]
        # A denial by itself names nobody else's suspect.
        charged = [r for r in blamed if r.by is not None or r.answer != "denied"]
        camps = {camp for r in charged if (camp := _camp(r.accused, library)) is not None}
        found = _grade(one, blamed, len(camps) > 1, _counted_as_combatants(one, rivals, neutral))
        graded.append(_with_grade(one, *found) if found else one)
    return graded


def is_belligerent(name: str, actors: ActorLexicon) -> bool:
    """Whether a name is that of an army, an armed group or a state; a gunman is none."""
    known = actors.known(name)
    if known is not None:
        return known.sector in _ARMED
    last = name.split()[-1].casefold() if name.split() else ""
    kind = actors.kind_of(last) or actors.kind_of(last.removesuffix("s"))
    if kind is not None:
        return kind.id not in ("gunman", "police") and (kind.armed or kind.sector == "government")
    return any(m.actor.sector in _ARMED and m.actor.kind == "group" for m in actors.find_names(name))


def _event_of(one: Assessment, figures: dict[str, Figure], acts: Sequence[tuple[EventClaim, Event]]) -> Event | None:
    """The act that an assessment's figures are told of, most often in one sentence with it; null where none is."""
    told: Counter[str] = Counter()
    events: dict[str, Event] = {}
    for figure in (figures[c] for c in one.claims if c in figures):
        for claim, event in acts:
            linked = figure.event in (claim.id, event.id)
            if linked or (claim.report == figure.report and _shares_sentence(claim, figure)):
                told[event.id] += 1
                events[event.id] = event
    return events[max(told, key=lambda e: (told[e], e))] if told else None


def _shares_sentence(claim: EventClaim, figure: Figure) -> bool:
    """Whether the word that tells the act stands in the figure's passage, or its number in the act's."""
    if claim.field != figure.field:
        return False
    return figure.start <= claim.anchor_start < figure.end or claim.start <= figure.number_start < claim.end


def _of_civilians(counted: Sequence[Figure], event: Event) -> bool:
    """Whether civilians are counted: said of the figure, or people counted in an act against civilians."""
    categories = {f.population.category for f in counted}
    against = event.type == "Violence against civilians" or any(r.sector == "civilians" for r in event.recipients)
    return "civilians" in categories or (against and categories == {"people"})


def _counted_as_combatants(one: Assessment, rivals: Sequence[Assessment], neutral: AbstractSet[str]) -> bool:
    """Whether a root of no side counts the same number in the same act as combatants."""
    return any(
        other.question.population.category == "combatants"
        and other.question.measure == one.question.measure
        and other.best == one.best is not None
        and any(r in neutral for r in other.roots)
        for other in rivals
    )


def _camp(name: str, library: Library) -> str | None:
    """The side that a named belligerent fights on, itself where none is known; null for "government forces"."""
    named = library.actors.known(name) or next((m.actor for m in library.actors.find_names(name)), None)
    if named is None:
        return None
    own = name if named.kind in ("people", "nation", "metonym") else named.side or named.name
    return library.sides.side_of(own, None) or own


def _grade(
    one: Assessment, blamed: Sequence[Responsibility], contested: bool, combatants: bool
) -> tuple[HarmGrade, str] | None:
    """The grade with its reason; null where no belligerent is alleged."""
    names = list(dict.fromkeys(r.accused for r in blamed))
    if not names:
        return None
    conceded = list(dict.fromkeys(r.accused for r in blamed if r.answer == "conceded"))
    denied = {folded(r.accused) for r in blamed if r.answer == "denied"}
    if combatants:
        return "discounted", "a source of no side counts the same people as combatants"
    if conceded and not denied & {folded(c) for c in conceded}:
        return "confirmed", f"{listed(conceded)} accepted the act"
    if contested:
        return "contested", f"{listed(names)} are each said to have done it"
    if "corroborated" in (one.support.low, one.support.best):
        return "fair", f"sources of different sides give the number: {listed(list(one.roots))}"
    who = (
        f"one source gives the number: {one.roots[0]}"
        if len(one.roots) == 1
        else "no two sources of different sides agree"
    )
    return "weak", who if one.roots else "no source is named for the number"


def _with_grade(one: Assessment, grade: HarmGrade, reason: str) -> Assessment:
    note = f"Harm to civilians graded {grade}: {reason}."
    return msgspec.structs.replace(one, harm_grade=grade, notes=(*one.notes, note))
