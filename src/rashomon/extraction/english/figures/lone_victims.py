"""The victim of a report that counts nobody: a name, "the boy", "a 2-year-old", "a fatal shooting"; each told once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from rashomon.extraction.english.figures.beside import beside
from rashomon.extraction.english.figures.counted_phrase import Counted
from rashomon.extraction.english.figures.fatal_ends import with_end
from rashomon.extraction.english.figures.governed import governed
from rashomon.extraction.english.figures.lone_words import LoneWords
from rashomon.extraction.english.figures.quantities import Quantity
from rashomon.extraction.english.figures.reading import Read, Reading
from rashomon.extraction.english.figures.sentence_view import SentenceView, Slot
from rashomon.extraction.english.figures.shot_and_dead import is_hit, lives
from rashomon.extraction.english.figures.singles import group_of
from rashomon.knowledge.victim_words import VictimWords
from rashomon.knowledge.word_classes import WordBook
from rashomon.language.syntax import Token

#: So many sentences of a report are searched for a lone victim.
_SEARCHED = 60
#: Tokens of an age before its "old" ("5-year-").
_AGE = 4
#: So many people named in them are weighed as survivors.
_MOST_PEOPLE = 300


def tells_arms(texts: Sequence[str], words: WordBook) -> bool:
    """Whether any of a report's first sentences speaks of a shooting, a stabbing or a murder."""
    arms = words.of(LoneWords).of_arms
    return any(arms.search(text.lower()) for text in texts[:_SEARCHED])


def lone_victims(views: Sequence[SentenceView], measure: str) -> Iterator[tuple[SentenceView, Read]]:
    """The victims that a report tells of one by one: those told by grammar first, then by fixed words."""
    for view in views[:_SEARCHED]:
        if is_untrue(view):
            continue
        for token in view.parse.tokens:
            if _is_victim(view, token):
                read = _read(view, token, measure)
                if read is not None:
                    yield view, read
    for view in views[:_SEARCHED]:
        words = view.words.of(LoneWords)
        found = (words.deadly if measure == "killed" else words.hurtful).search(view.sentence.text)
        if found and not is_untrue(view):
            first, last = view.parse.at(found.start()), view.parse.at(found.end() - 1)
            if first is not None and last is not None:
                bare = Quantity(first.start, last.end, first.start, last.end, 1.0, 1.0, None, "at_least", single=True)
                slot = Slot(bare, first.i, last.i, last.i, Counted(None, last.i + 1))
                yield view, Read(slot, Reading(measure, "lone victim: words", last.i), False)


def is_untrue(view: SentenceView) -> bool:
    """Whether a sentence denies, fears or supposes."""
    return view.words.of(LoneWords).denied.search(view.sentence.text.lower()) is not None


def headline_victims(view: SentenceView, measure: str) -> Iterator[Read]:
    """Those whom a headline tells without article: "Teen Killed, Mother Hurt"."""
    if is_untrue(view):
        return
    pronouns = view.words.of(LoneWords).pronouns
    for token in view.parse.tokens:
        if token.lower not in pronouns and _is_victim(view, token):
            read = _read(view, token, measure)
            if read is not None:
                yield read


def survivors(views: Sequence[SentenceView], words: VictimWords) -> Iterator[tuple[SentenceView, Read]]:
    """Those told of one by one as wounded, where others died: by grammar alone, and none who is told as dead."""
    found = [view for view in views[:_SEARCHED] if not is_untrue(view)]
    tokens = ((view, token) for view in found for token in view.parse.tokens if _is_victim(view, token))
    people = list(islice(tokens, _MOST_PEOPLE))
    dead = {group_of(view, token.lower) for view, token in people if _read(view, token, "killed") is not None}
    for view, token in people:
        if (
            token.lower in view.words.of(LoneWords).pronouns
            or group_of(view, token.lower) in dead
            or _is_named_dead(found, view, token, words)
        ):
            continue
        read = _read(view, token, "injured") or _survived(view, token)
        if read is None or _dies_later(view, read, words):
            continue
        if not is_hit(view, read.reading.anchor, words) or lives(view.sentence.text, words):
            yield view, read


def _is_named_dead(views: Sequence[SentenceView], view: SentenceView, token: Token, words: VictimWords) -> bool:
    """A name that another sentence holds beside a word of death."""
    if token.tag != "NNP":
        return False
    others = (v.sentence.text for v in views if v is not view)
    return any(token.text in text and words.died.search(text) for text in others)


def _dies_later(view: SentenceView, read: Read, words: VictimWords) -> bool:
    """ "was taken to a hospital, where he died"."""
    return words.died.search(view.sentence.text, view.parse.tokens[read.reading.anchor].start) is not None


def _survived(view: SentenceView, token: Token) -> Read | None:
    """ "a woman who was shot and survived"."""
    verb = view.parse.head(token)
    above = (verb, *view.parse.kids(verb, "conj", "relcl"))
    if token.dep not in ("nsubj", "nsubjpass") or not any(v.lemma == "survive" for v in above):
        return None
    return _slot_read(view, token, Reading("injured", "lone victim", verb.i))


def _is_victim(view: SentenceView, token: Token) -> bool:
    words = view.words.of(LoneWords)
    if token.lower in words.not_victims or token.lower in view.calendar or view.slot_at(token.i) is not None:
        return False
    if token.dep == "poss":
        return False  # "the boy's mother was shot"
    if token.lower == "old" and view.lower(token.i - 1) == "-":
        return True
    if token.lower in words.pronouns or token.lower.endswith(("year-old", "month-old")):
        return True
    if (
        token.tag == "NNP"
        and view.sentence.field == "text"
        and token.text[:1].isupper()
        and token.dep not in ("compound", "amod", "nmod")
    ):
        return True
    named = token.tag == "NNP" and view.sentence.field == "title"  # "Teen Killed": a headline's capitals
    return (token.tag == "NN" or named) and "people" in view.measures.class_of(token.lower)


def _read(view: SentenceView, token: Token, measure: str) -> Read | None:
    slot = victim_slot(view, token)
    reading = with_end(view, beside(view, slot) or governed(view, slot))
    if reading is None or reading.measure != measure:
        return None
    return Read(slot, Reading(measure, "lone victim", reading.anchor), False)


def _slot_read(view: SentenceView, token: Token, reading: Reading) -> Read:
    return Read(victim_slot(view, token), reading, False)


def victim_slot(view: SentenceView, token: Token) -> Slot:
    """The slot of one person told without a number, with the age behind the name or as the name ("5-year-old")."""
    first = token.i
    while (
        token.lower == "old" and first > token.i - _AGE and (view.lower(first - 1) == "-" or view.lower(first) == "-")
    ):
        first -= 1
    start = view.parse.tokens[first].start
    bare = Quantity(start, token.end, start, token.end, 1.0, 1.0, 1.0, "exact", single=True)
    end = token.i + 1
    if view.lower(end) == "," and view.lower(end + 1).isdigit() and view.lower(end + 2) == ",":
        end += 3
    return Slot(bare, first, token.i, token.i, Counted(token, end, compound="victim"))
