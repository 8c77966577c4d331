"""Whom a figure counts: category and the text's own words for the group."""

from __future__ import annotations

from rashomon.extraction.english.figures.clause_groups import clause_category
from rashomon.extraction.english.figures.counted_phrase import PhraseWords
from rashomon.extraction.english.figures.inheritance import fronted
from rashomon.extraction.english.figures.sentence_view import SentenceView, Slot
from rashomon.language.syntax import Token
from rashomon.model.claim import Population, PopulationCategory, Unit

#: What somebody is said to be consists of these.
_SAID = frozenset(("ADJ", "NOUN", "PROPN", "DET"))
#: What two commas set off behind a count is so many tokens long at most.
_INSERTED = 9
#: Measures that count things, not people.
_THINGS = ("buildings_", "settlements_", "strikes", "other:munitions", "other:vehicles")


def population_of(view: SentenceView, slot: Slot, measure: str) -> Population:
    """The population of a figure by its own words; category people, group null where they say nothing."""
    if measure.startswith(_THINGS):
        return Population(category="other", group=_phrase(view, slot))
    if measure == "other:protesters":
        return Population(category="civilians", group=_phrase(view, slot))
    if measure == "rescuers":
        named = "rescuers" in view.measures.class_of(slot.counted.compound)  # "rescue personnel"
        sent = category_of(view, slot) == "combatants" and not named
        return Population(category="combatants" if sent else "people", group=_phrase(view, slot))
    category = category_of(view, slot)
    if category in (None, "people") and not slot.counted.partitive:
        category = clause_category(view, slot, measure) or category
    if category is None and measure == "detained" and _names_suspects(view, slot):
        category = "other"
    head = slot.counted.head
    plain = (
        head is None or head.lower in view.measures.status["plain"] or any(c.role == "noun" for c in view.cues(head.i))
    ) and not _is_aged(slot)
    return Population(
        category=category or "people",
        group=None if plain and category_of(view, slot) in (None, "people") else _phrase(view, slot),
    )


def _names_suspects(view: SentenceView, slot: Slot) -> bool:
    """Whether a number without a noun stands behind suspects: "20 suspects, 15 of whom were held"."""
    known = view.measures.categories
    before = view.parse.tokens[: slot.first]
    return any(t.tag in ("NN", "NNS") and known.get(t.lower) == "other" for t in before)


def category_of(view: SentenceView, slot: Slot) -> PopulationCategory | None:
    """The category that a quantity's own words give, or null where they say nothing of it."""
    head = slot.counted.head
    joined = _with_joined(view, head) if head is not None else None
    if head is not None and joined is not None and joined is not head:
        known = view.measures.categories
        if known.get(head.lower) != known.get(joined.lower) and head.lower in known:
            return "people"  # "12 soldiers and civilians" are not 12 soldiers
    # "Three of the soldiers were officers": what they are said to be decides, else what they are of.
    for token in (head, _described(view, slot)) if not slot.counted.partitive else (_described(view, slot), head):
        found = _category_at(view, slot, token) if token is not None else None
        if found is not None:
            return found
    plain = head is not None and not slot.counted.partitive and head.lower in view.measures.categories
    return "people" if plain else _of_antecedent(view, slot)


def _of_antecedent(view: SentenceView, slot: Slot) -> PopulationCategory | None:
    """The category that "15 of whom" and "of the militants, three" have of the noun that they speak of, or null."""
    if slot.counted.head is not None:
        return None
    if slot.counted.partitive:
        before = [s for s in view.slots if s.first < slot.first and s.counted.head is not None]
        noun = before[-1].counted.head if before else None
    else:
        opening = view.parse.tokens[: slot.first] if fronted(view, slot) else ()
        noun = next((t for t in opening if t.dep == "pobj"), None)
    found = view.measures.categories.get(noun.lower) if noun is not None else None
    return found if found != "people" else None


def _category_at(view: SentenceView, slot: Slot, token: Token) -> PopulationCategory | None:
    """The category other than people that a noun gives with the words between it and the number."""
    status = view.measures.status
    words = {view.lower(k) for k in range(slot.last + 1, token.i)} if token is slot.counted.head else set()
    behind_force = bool(words & status["force_modifiers"])
    if words & status["civil"] or token.lower in status["civil"]:
        return "civilians"
    if token.lower in status["force_nouns"] and behind_force:
        return "combatants"
    compound = slot.counted.compound if token is slot.counted.head else ""
    found = view.measures.categories.get(compound) or view.measures.categories.get(token.lower)
    if found == "combatants" and token.lower in status["only_behind"] and not behind_force:
        return None
    return found if found != "people" else None


def _described(view: SentenceView, slot: Slot) -> Token | None:
    """What the counted are said to be: "three of the dead were students", "12 of them children"."""
    i = slot.counted.next
    tokens = view.parse.tokens
    if not slot.counted.partitive:
        return _said_to_be(view, slot)
    links = view.words.of(PhraseWords).before_description
    if view.lower(i) == ",":  # "18 of the dead, according to the army, were combatants"
        closes = next((k for k in range(i + 1, i + _INSERTED) if view.lower(k) == ","), i)
        i = closes + 1 if closes > i and view.lower(closes + 1) in ("were", "are", "was", "is") else i
    while view.lower(i) in links and i < len(tokens):
        i += 1
    end = min(len(tokens), i + 4)
    for k in range(i, end):
        if tokens[k].lower in view.measures.categories:
            return tokens[k]
        if tokens[k].pos not in ("ADJ", "NOUN", "PROPN", "DET") and tokens[k].tag != "PRP$":
            return None
    return None


def _said_to_be(view: SentenceView, slot: Slot) -> Token | None:
    """What a number alone is said to be, where its clause says no more: "142 were students, three were police"."""
    i, tokens = slot.counted.next, view.parse.tokens
    if slot.counted.head is not None or i >= len(tokens) or tokens[i].lemma != "be":
        return None
    for joins in (frozenset[str](), frozenset(("CCONJ",))):  # "were Defence and Security Force officers"
        k = i + 1
        while k < len(tokens) and tokens[k].pos in _SAID | joins:
            k += 1
        known = tokens[k - 1].lower in view.measures.categories and k - 1 > i
        if known and view.lower(k) in ("", ",", ".", ";", "and", "while"):
            return tokens[k - 1]
    return None


def unit_of(slot: Slot, measure: str) -> Unit:
    """Person, household or other."""
    if measure.startswith(_THINGS):
        return "other"
    head = slot.counted.head
    if slot.counted.partitive and head is not None and head.lower == "family":
        return "person"  # "all nine of the family"
    return (
        "household"
        if head is not None and head.lower in ("families", "households", "family", "household")
        else "person"
    )


def _phrase(view: SentenceView, slot: Slot) -> str | None:
    """The words from after the number to the noun counted; of a part, what its members are said to be."""
    head, described = slot.counted.head, _described(view, slot)
    if described is not None:
        return view.sentence.text[described.start : described.end]
    if head is None:
        return None
    if slot.core == head.i:
        return None
    start = slot.core + 1 if slot.quantity.single else slot.last + 1
    openers = view.words.of(PhraseWords).before_group
    while start < head.i and (view.lower(start) in openers or view.parse.tokens[start].pos in ("NUM", "PUNCT")):
        start += 1
    end = view.parse.tokens[slot.counted.next - 1].end if _is_aged(slot) else _with_joined(view, head).end
    return view.sentence.text[view.parse.tokens[start].start : end]


def _with_joined(view: SentenceView, head: Token) -> Token:
    """The last noun that the number counts: "50 towns and villages" are not all towns."""
    tokens = view.parse.tokens
    if head.i + 2 >= len(tokens) or tokens[head.i + 1].lower not in ("and", "or"):
        return head
    joined = tokens[head.i + 2]
    if joined.dep != "conj" or joined.head != head.i or joined.pos != "NOUN":
        return head
    # "Killed nine soldiers and civilians fled": what acts next begins a clause of its own.
    if head.i + 3 < len(tokens) and tokens[head.i + 3].pos in ("VERB", "AUX") and tokens[head.i + 3].tag != "VBN":
        return head
    known = view.measures.categories
    both = head.lower in known and joined.lower in known
    if both and known[joined.lower] == "people" != known[head.lower]:
        return head  # "soldiers and members of a militia": who the second are is told by what follows
    return joined if both or view.measures.class_of(head.lower) & view.measures.class_of(joined.lower) else head


def _is_aged(slot: Slot) -> bool:
    """Whether a bound of age stands behind the noun: "children under eight" are not all the children."""
    head = slot.counted.head
    return head is not None and slot.counted.next > head.i + 1
