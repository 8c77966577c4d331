"""Lists of victims: their members, how many each is, and where the list begins and ends."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from rashomon.extraction.english.figures.lone_victims import victim_slot
from rashomon.extraction.english.figures.population import category_of
from rashomon.extraction.english.figures.sentence_view import SentenceView, Slot
from rashomon.knowledge.persons import PersonLexicon
from rashomon.knowledge.word_classes import WordClasses
from rashomon.language.syntax import Token

_DETERMINERS = ("det", "poss", "nummod", "amod", "compound")
#: Members of one list.
MOST = 12


@dataclass(frozen=True, slots=True)
class ListWords(WordClasses):
    """Words of victims who stand side by side."""

    source: ClassVar[str] = "en/words/figures.toml#victim_sums"

    singular: frozenset[str]
    selves: frozenset[str]
    not_one: frozenset[str]


def members_of(view: SentenceView, first: Token) -> list[Token]:
    """The members of a list by its first, in their order."""
    found = [first]
    for token in found:
        found += view.parse.kids(token, "conj")
        if len(found) > MOST:
            break
    return sorted(found, key=lambda t: t.i)


def slot_of(view: SentenceView, token: Token) -> Slot | None:
    """The number that counts a noun, or null."""
    return next((s for s in view.slots if s.core == token.i or (s.counted.head and s.counted.head.i == token.i)), None)


def counts_of(view: SentenceView, members: Sequence[Token], persons: PersonLexicon) -> list[float | None]:
    """How many each member is: one article may serve all of them, and a bare name stands before "two others"."""
    words = view.words.of(ListWords)
    found: list[float | None] = []
    for member in members:
        value = _count(view, member, persons)
        slot = slot_of(view, member)
        if value is None and slot is None:
            shared = bool(found) and found[0] == 1.0 and view.lower(members[0].i) not in persons.given
            headline = view.sentence.field == "title" and not member.lower.endswith("s")
            person = member.tag in ("NN", "NNP") and "people" in view.measures.class_of(member.lower)
            others = any(s.counted.more for m in members if (s := slot_of(view, m)) is not None)
            if (person and (shared or headline) and member.lower not in words.not_one) or (
                others and member.tag == "NNP"
            ):
                value = 1.0
        found.append(value)
    return found


def _count(view: SentenceView, token: Token, persons: PersonLexicon) -> float | None:
    """How many a member is: its number, one for one person, null where that is not known."""
    words = view.words.of(ListWords)
    slot = slot_of(view, token)
    if slot is not None:
        quantity = slot.quantity
        people = slot.counted.head is None or "people" in view.measures.class_of(slot.counted.head.lower)
        return quantity.value if people and quantity.qualifier == "exact" and not quantity.zero else None
    if token.lower in words.selves:
        return 1.0
    if token.lower.endswith("-old") or (token.lower == "old" and view.lower(token.i - 1) == "-"):
        return 1.0
    if token.tag == "NNP":
        return 1.0 if _is_named(view, token, persons) else None
    if token.tag != "NN" or "people" not in view.measures.class_of(token.lower):
        return None
    described = view.parse.kids(token, *_DETERMINERS) or token.lower in persons.kin
    return 1.0 if described and token.lower not in words.not_one else None


def _is_named(view: SentenceView, token: Token, persons: PersonLexicon) -> bool:
    """A person's name: it holds a given name, or an age follows."""
    if token.lower in view.calendar:
        return False
    parts = [token, *view.parse.kids(token, "compound")]
    if any(p.lower in persons.given for p in parts):
        return True
    return view.lower(token.i + 1) == "," and view.lower(token.i + 2).isdigit() and len(view.lower(token.i + 2)) <= 2


def categories_of(view: SentenceView, members: Sequence[Token]) -> set[str]:
    """Fighters and civilians are no one total."""
    found: set[str] = set()
    for member in members:
        slot = slot_of(view, member) or victim_slot(view, member)
        category = category_of(view, slot)
        found.add("people" if category in (None, "civilians") else category)
    return found


def edges_of(view: SentenceView, members: Sequence[Token]) -> tuple[Token, Token]:
    """The first token of the first member with its number and article, and the last member's head."""
    first = members[0]
    slot = slot_of(view, first)
    if slot is not None:
        return view.parse.tokens[slot.first], members[-1]
    left = [k for k in view.parse.kids(first, *_DETERMINERS) if k.i < first.i]
    return (left[0] if left else first), members[-1]
