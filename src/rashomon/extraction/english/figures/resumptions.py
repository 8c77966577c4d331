"""Where a sentence takes up a counted phrase again behind an insertion: "27, among them five children, were killed"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from rashomon.extraction.english.figures.inheritance import PartWords, including_before
from rashomon.extraction.english.figures.sentence_view import SentenceView, Slot
from rashomon.extraction.english.figures.toll_words import TollWords
from rashomon.knowledge.word_classes import WordClasses

#: What some of the counted are said to be is so many words long at most.
_ASIDE = 5


@dataclass(frozen=True, slots=True)
class ResumptionWords(WordClasses):
    """Words around an insertion behind the counted."""

    source: ClassVar[str] = "en/words/figures.toml#resumptions"

    inserting: frozenset[str]
    auxiliaries: frozenset[str]
    stops: frozenset[str]


def resumptions(view: SentenceView, slot: Slot) -> Iterator[int]:
    """Where the sentence takes up a phrase again after "including ...", "and bystanders", "of one family"."""
    words = view.words.of(ResumptionWords)
    start = slot.counted.next
    opener = start + 1 if view.lower(start) == "," else start
    if opener > start and view.lower(opener) in ("and", "or") and including_before(view, slot):
        return  # "16 died, including one of the gunmen, and 40 others were hurt": the row is of the dead
    inserted = view.lower(opener) in words.inserting and not (
        view.lower(opener) in ("and", "or") and view.slot_at(opener + 1) is not None
    )
    inserted = inserted or (opener > start and _is_aside_of_some(view, opener))
    joins = view.lower(opener) == "and" and (slot.counted.head is not None or opener == start)
    second = view.slot_at(opener + 1) if joins else None
    if second is not None and second.counted.head is not None and view.lower(second.counted.next) in ("were", "are"):
        yield second.counted.next  # "six civilians and three firefighters were dead"
        return
    for i in range(start, min(start + 22, len(view.parse.tokens))):
        token = view.parse.tokens[i]
        if token.lower in words.auxiliaries or (inserted and i > start and token.tag == "VBN" and view.cues(i)):
            own = _has_its_own(view, opener, i) or _has_subject_behind(view, i, opener)
            if token.lower in words.auxiliaries or not own:
                yield i
            return
        if (
            token.lower in words.stops
            or (token.pos == "VERB" and token.tag in ("VBD", "VBZ", "VBP"))
            or (view.slot_at(i) is not None and not inserted)
        ):
            if token.pos == "VERB" and i > start and _has_subject(view, i, slot):
                yield i  # "thousands of camp residents and villagers sought refuge"
            elif (
                i > start
                and any(c.role in ("subject", "object") and c.shape == "ed" for c in view.cues(i))
                and not inserted
                and not _has_subject_behind(view, i, opener)
            ):
                yield i
            return
        if i > start + 1 and token.lower == "," and not inserted:
            return


def _is_aside_of_some(view: SentenceView, opener: int) -> bool:
    """ "39 people, six of them children, were rescued": a comma closes the aside, and the predicate follows."""
    part = view.slot_at(opener)
    if part is None or view.lower(part.last + 2) != "them":
        return False
    closes = next((k for k in range(part.counted.next, part.counted.next + _ASIDE) if view.lower(k) == ","), None)
    return closes is not None and view.lower(closes + 1) in view.words.of(ResumptionWords).auxiliaries


def _has_subject(view: SentenceView, i: int, slot: Slot) -> bool:
    """Whether the subject of the verb at a token holds a quantity."""
    subjects = view.parse.kids(view.parse.tokens[i], "nsubj", "nsubjpass")
    return any(any(t.i == slot.core for t in view.parse.subtree(s)) for s in subjects)


def _has_subject_behind(view: SentenceView, i: int, opener: int) -> bool:
    """Whether a verb has a subject of its own behind the comma: "rises to 91, many suspects arrested"."""
    if view.lower(opener - 1) != ",":
        return False
    subjects = view.parse.kids(view.parse.tokens[i], "nsubj", "nsubjpass")
    return any(all(t.i >= opener for t in view.parse.subtree(s)) for s in subjects)


def _has_its_own(view: SentenceView, opener: int, i: int) -> bool:
    """Whether a participle is told of a count in the insertion: "to 200, with hundreds feared trapped", "at 20 and the
    number of injured at 50". Members of a whole leave it to the whole ("27, including five children, killed").
    """
    if view.lower(opener) in view.words.of(PartWords).including:
        opener = next((k for k in range(opener, i) if view.lower(k) == "with"), i)
    return any(
        view.slot_at(k) is not None or view.lower(k) in view.words.of(TollWords).counts for k in range(opener, i)
    )
