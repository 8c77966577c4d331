"""One event per happening: its mentions in a report become the best told of them, completed by the rest."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence

import msgspec

from rashomon.extraction.english.event_drafts import Draft, ReadEvents
from rashomon.extraction.english.event_fitting import VAGUE, looks_like, names_of, same_happening
from rashomon.extraction.english.event_telling import ClockWords
from rashomon.knowledge.word_classes import WordBook
from rashomon.model.claim import EventClaim
from rashomon.model.passage import Field
from rashomon.model.place import Place

#: Sub-types from the sharpest to the vaguest: a vague word ("attack", "violence") later means the sharp one.
#: Where mentions of one happening differ, the second kind says more than the first.
_SHARPER = (
    (("Peaceful protest",), ("Excessive force against protesters", "Protest with intervention")),
    (("Remote explosive/landmine/IED", "Attack"), ("Suicide bomb",)),
    (("Air/drone strike", "Shelling/artillery/missile attack", "Attack"), ("Chemical weapon",)),
    (("Attack",), ("Air/drone strike", "Shelling/artillery/missile attack")),
)
#: Happenings kept in mind, and differing mentions of each: more than a report of ordinary length has, so that work
#: grows with the text alone.
_REMEMBERED = 120
_SHOWN = 24
#: How far apart mentions may stand for the one to sharpen the other's type (sentences).
_NEAR = 4
_WIDE = ("country", "region")


def merge_drafts(drafts: Sequence[Draft], classes: WordBook) -> ReadEvents:
    """The events and their mentions; a later mention joins the first earlier happening it can mean."""
    clusters: list[list[Draft]] = []
    # What a mention is compared with: of each happening the mentions that differ, of all happenings the latest.
    looks: deque[tuple[list[Draft], list[Draft]]] = deque(maxlen=_REMEMBERED)
    for draft in drafts:
        home, shown = next(((c, some) for c, some in looks if same_happening(some, draft)), (None, []))
        if home is None:
            clusters.append([draft])
            looks.append((clusters[-1], [draft]))
        else:
            home.append(draft)
            if len(shown) < _SHOWN and not any(looks_like(draft, one) for one in shown):
                shown.append(draft)
    clock = classes.of(ClockWords)
    merged = [_best(cluster, clock) for cluster in clusters]
    mentions: dict[Field, list[tuple[int, int, EventClaim]]] = {"title": [], "text": []}
    for event, cluster in zip(merged, clusters, strict=True):
        for draft in cluster:
            mentions[draft.claim.field].append((draft.claim.anchor_start, draft.claim.anchor_end, event))
    return ReadEvents(
        tuple(sorted(merged, key=lambda e: (e.field != "title", e.anchor_start, e.anchor_end))),
        {field: tuple(sorted(some, key=lambda m: (m[0], m[1], m[2].id))) for field, some in mentions.items()},
    )


def _best(cluster: Sequence[Draft], clock: ClockWords) -> EventClaim:
    """The mention that tells most, in the body before the headline; the others add what it leaves open."""
    cluster = [_without_charge(d) for d in cluster]
    chosen = max(cluster, key=lambda d: (not d.charged, _told(d), -d.claim.anchor_start))
    claim = chosen.claim
    for other in cluster:
        if other is chosen:
            continue
        more = other.claim
        claim = msgspec.structs.replace(
            claim,
            actors=claim.actors or more.actors,
            recipients=claim.recipients or more.recipients,
            place=_place_of(claim, more),
            when=more.when if claim.when is None or (more.when and clock.is_clock(claim.when)) else claim.when,
            means=claim.means or more.means,
        )
    acting = names_of(claim.actors)
    others = tuple(r for r in claim.recipients if r.name.casefold() not in acting)
    claim = msgspec.structs.replace(claim, recipients=others)
    for vague, sharp in _SHARPER:
        near = [d for d in cluster if abs(d.sentence - chosen.sentence) <= _NEAR]
        better = next((d.claim for d in near if d.claim.sub_type in sharp), None)
        if claim.sub_type in vague and better is not None:
            claim = msgspec.structs.replace(claim, type=better.type, sub_type=better.sub_type)
    return claim


def _place_of(claim: EventClaim, more: EventClaim) -> Place | None:
    """The place that the clause of the best mention names, else the other's; of a disaster the town before the land."""
    here = claim.place if claim.place is not None and claim.place.how == "clause" else None
    if here is None or more.place is None or not (claim.type or "").startswith("disaster:"):
        told = more.place if more.place is not None and more.place.how != "dateline" else None
        return here or told or claim.place or more.place
    return more.place if here.kind in _WIDE and more.place.how == "clause" and more.place.kind not in _WIDE else here


def _without_charge(draft: Draft) -> Draft:
    """What somebody is only accused of has no actor: the accusation says who accuses whom."""
    if not draft.charged:
        return draft
    return msgspec.structs.replace(draft, claim=msgspec.structs.replace(draft.claim, actors=()))


def _told(draft: Draft) -> int:
    claim = draft.claim
    score = 2 * bool(claim.actors) + 2 * bool(claim.recipients) + bool(claim.when) + bool(claim.means)
    score += 2 * bool(claim.place is not None and claim.place.how == "clause")
    score += 2 * (draft.block == "body") + 2 * (claim.realis == "happened") + (draft.frame not in VAGUE)
    return score
