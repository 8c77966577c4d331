"""Whom a figure counts: category and the text's own words for the group."""

from __future__ import annotations

from rashomon.extraction.english.figures.sentence_view import SentenceView, Slot
from rashomon.language.syntax import Token
from rashomon.model.claim import Population, PopulationCategory, Unit

#: Measures that count things, not people.
_THINGS = ("buildings_", "settlements_", "strikes", "other:munitions", "other:vehicles")
_FORCES = frozenset(
    (
        "police",
        "security",
        "army",
        "military",
        "rebel",
        "government",
        "regime",
        "militia",
        "border",
        "paramilitary",
        "armed",
        "special",
        "ypg",
        "fsa",
        "sdf",
        "hezbollah",
        "riot",
    )
)
_FORCE_NOUNS = frozenset(
    (
        "officer",
        "officers",
        "personnel",
        "members",
        "member",
        "forces",
        "force",
        "men",
        "man",
        "guards",
        "guard",
        "fighters",
        "recruits",
        "staff",
        "officials",
        "commanders",
    )
)
_CIVIL = frozenset(("civilian", "civilians"))
_PLAIN = frozenset(("people", "persons", "person", "others", "individuals", "lives", "more", "life", "other", "souls"))


def population_of(view: SentenceView, slot: Slot, measure: str) -> Population:
    """The population of a figure by its own words; category people, group null where they say nothing."""
    if measure.startswith(_THINGS):
        return Population(category="other", group=_phrase(view, slot))
    if measure == "other:protesters":
        return Population(category="civilians", group=_phrase(view, slot))
    if measure == "rescuers":
        return Population(category="people", group=_phrase(view, slot))
    category = category_of(view, slot)
    head = slot.counted.head
    plain = head is None or head.lower in _PLAIN or any(c.role == "noun" for c in view.cues(head.i))
    return Population(
        category=category or "people", group=None if plain and category in (None, "people") else _phrase(view, slot)
    )


def category_of(view: SentenceView, slot: Slot) -> PopulationCategory | None:
    """The category that a quantity's own words give, or null where they say nothing of it."""
    described = _described(view, slot)
    head = slot.counted.head if not slot.counted.partitive else None
    for token in (head, described):
        if token is None:
            continue
        words = {view.lower(k) for k in range(slot.last + 1, token.i)} if token is head else set()
        if words & _CIVIL or token.lower in _CIVIL:
            return "civilians"
        if token.lower in _FORCE_NOUNS and words & _FORCES:
            return "combatants"
        found = view.measures.categories.get(token.lower)
        if found == "combatants" and token.lower in (
            "general",
            "recruit",
            "deputy",
            "guard",
            "guards",
            "personnel",
            "members",
        ):
            found = "combatants" if words & _FORCES or token.lower == "personnel" else "people"
        if found and found != "people":
            return found
    return "people" if head is not None and head.lower in view.measures.categories else None


def _described(view: SentenceView, slot: Slot) -> Token | None:
    """What the counted are said to be: "three of the dead were students", "12 of them children"."""
    i = slot.counted.next
    tokens = view.parse.tokens
    if not slot.counted.partitive:
        return None
    while view.lower(i) in (
        "were",
        "are",
        "was",
        "is",
        "being",
        "believed",
        "to",
        "be",
        "been",
        "reportedly",
        "young",
        "also",
        "mostly",
        "foreign",
        "local",
    ) and i < len(tokens):
        i += 1
    end = min(len(tokens), i + 4)
    for k in range(i, end):
        if tokens[k].lower in view.measures.categories:
            return tokens[k]
        if tokens[k].pos not in ("ADJ", "NOUN", "PROPN", "DET"):
            return None
    return None


def unit_of(slot: Slot, measure: str) -> Unit:
    """Person, household or other."""
    if measure.startswith(_THINGS):
        return "other"
    head = slot.counted.head
    return (
        "household"
        if head is not None and head.lower in ("families", "households", "family", "household")
        else "person"
    )


def _phrase(view: SentenceView, slot: Slot) -> str | None:
    """The words of the counted phrase, from after the number to its noun."""
    head = slot.counted.head
    if head is None:
        described = _described(view, slot)
        return view.sentence.text[described.start : described.end] if described else None
    if slot.core == head.i:
        return None
    start = slot.core + 1 if slot.quantity.single else slot.last + 1
    while start < head.i and view.lower(start) in (
        "of",
        "the",
        "other",
        "more",
        "-",
        "their",
        "its",
        "additional",
        "new",
        "further",
    ):
        start += 1
    return view.sentence.text[view.parse.tokens[start].start : head.end]
