"""Which happenings a brief tells, and their sentences with who says so."""

from __future__ import annotations

import math
from collections.abc import Sequence

from msgspec.structs import replace

from rashomon.composing.count_sentences import anaphor
from rashomon.composing.happening_nouns import HappeningNouns
from rashomon.composing.phrases import joined, sentence
from rashomon.composing.source_names import is_role
from rashomon.composing.words import Words
from rashomon.model.brief import Sentence
from rashomon.model.claim import EventClaim, Figure
from rashomon.model.happening import Event

_LEAD = 900
#: By how much a happening that comes of a greater one weighs less.
_OF_ANOTHER = 6.0
#: Actors that name nobody.
_UNREAL = frozenset(("future", "hypothetical", "negation", "historical"))


def told_events(words: Words) -> list[Event]:
    """The happenings of the story that were told as fact or claim, the weightiest first."""
    live = [e for e in words.ledger.events.values() if _is_told(e, words)]
    weights = {e.id: weight(e, words) for e in live}
    for event in live:
        # A campaign weighs more than any of its episodes, however often that one is told.
        if event.parent in weights:
            weights[event.parent] = max(weights[event.parent], weights[event.id] + 0.5)
    return sorted(live, key=lambda e: (-weights[e.id], e.start_date is None, str(e.start_date), e.id))


def _is_told(event: Event, words: Words) -> bool:
    if words.is_old(event.end_date or event.start_date):
        return False
    if event.background or event.realis not in ("happened", "claimed") or _UNREAL & set(event.aux_modes):
        return False
    return words.events.words(event).noun != "incident"


def weight(event: Event, words: Words) -> float:
    """How much a happening makes the story: its kind, who tells it, where in the report, and how definite it is."""
    claims = words.events.claims(event)
    typed = words.library.wording.events.get(event.sub_type or "") or words.library.wording.events.get(event.type or "")
    base = float(typed.weight if typed else 3)
    told_by = len(words.ledger.independent(event.claims))
    leads = any(c.field == "title" or c.start < _LEAD for c in claims)
    base -= _OF_ANOTHER if words.events.words(event).noun in words.library.words.of(HappeningNouns).following else 0.0
    value = base + 4.0 * math.log2(1 + told_by) + math.log2(1 + len(claims)) + (2.0 if leads else 0.0)
    return value + (1.0 if words.naming.place(event.place) else 0.0) + (1.0 if event.start_date else 0.0)


def event_source(event: Event, words: Words) -> tuple[str, tuple[str, ...]]:
    """Who tells it and the claims of theirs: the outlets in their own voice, else the roots that they name."""
    telling = [c for i in event.claims if isinstance(c := words.ledger.claims.get(i), EventClaim | Figure)]
    own = [c.id for c in telling if words.naming.source(c.attribution) is None]
    if own and not any(words.ledger.event_of.get(i) == event.id for i in own):
        # Its sources tell it, its outlets when or where it was: together they are what these outlets report.
        return words.naming.tellers(event.claims), event.claims
    if own and event.realis != "claimed":
        return words.naming.tellers(own), tuple(own)
    named = {c.id: n for c in telling if (n := words.naming.source(c.attribution))}
    bodies = {i: n for i, n in named.items() if not is_role(n, words.library.persons)}
    if not bodies:
        return words.naming.tellers(event.claims), event.claims
    first = list(dict.fromkeys(bodies.values()))[:2]
    return joined(first), tuple(i for i, n in bodies.items() if n in first)


def event_sentence(event: Event, words: Words, *, year: bool = False, source_first: bool = False) -> Sentence:
    """ "Insurgents launched an offensive in Aleppo on 27 November 2024, according to two reports." """
    source, claims = event_source(event, words)
    clause = words.events.clause(_at_their_place(event, claims, words), year)
    if clause.startswith(f"{source} "):
        # Whoever did it tells it.
        text = f"{source} said that {anaphor(source, words.library)}{clause.removeprefix(source)}"
        return Sentence(text=sentence(text), claims=claims)
    text = f"according to {source}, {clause}" if source_first else f"{clause}, according to {source}"
    return Sentence(text=sentence(text), claims=claims)


def _at_their_place(event: Event, cited: Sequence[str], words: Words) -> Event:
    """The event where the cited claims put it: a facility that only others name is not in their mouth."""
    if event.place is None or event.place.kind != "facility":
        return event
    told = [p for i in cited if (p := getattr(words.ledger.claims.get(i), "place", None)) is not None]
    if not told or any(p.name == event.place.name for p in told):
        return event
    return replace(event, place=told[0])


def is_around(event: Event, other: Event) -> bool:
    """Whether an event stands at a region or country around the other's place."""
    wide, near = event.place, other.place
    if wide is None or near is None or wide.kind not in ("admin1", "country", "region"):
        return False
    if wide.kind == "region" and near.kind != "region" and wide.country_code == near.country_code:
        return True
    region = wide.kind == "admin1" and near.admin1 is not None and wide.name.split()[0] == near.admin1.split()[0]
    return (
        region
        or wide.name in (near.admin1, near.name)
        or (wide.kind == "country" and wide.country_code == near.country_code)
    )


def also_sentence(events: Sequence[Event], words: Words, before: Sequence[Event] = ()) -> Sentence | None:
    """ "Air strikes were also reported in Idlib and Saraqab.": further happenings of one kind, by place.

    `before` are happenings of the same kind told already: their places, and those around them, are not told again.
    """
    parts = [e for e in events if e.place is not None and e.place.kind != "country"]
    events = parts if parts and len(parts) < len(events) else events
    near = [e for e in events if not any(is_around(e, other) for other in (*events, *before) if other is not e)]
    known = {words.naming.place(e.place) for e in before}
    places = list(
        dict.fromkeys(
            p for e in near if (p := words.naming.place(e.place)) and not p.startswith(("a ", "an ")) and p not in known
        )
    )
    if not places:
        return None
    noun = words.events.words(events[0])
    many = len(places) > 1 or not noun.count or any(words.events.is_many(e) for e in events)
    told = noun.plural if many else noun.noun
    verb = (
        "were" if many and (noun.count or told.endswith("s")) and (told != noun.noun or told in ("clashes",)) else "was"
    )
    if told == noun.noun and noun.count:
        told = f"{'an' if told[0] in 'aeiou' else 'a'} {told}"
    text = f"{told} {verb} also reported in {joined(places, 4)}"
    claims = tuple(c for e in events if words.naming.place(e.place) in places for c in e.claims)
    return Sentence(text=sentence(text), claims=claims)
