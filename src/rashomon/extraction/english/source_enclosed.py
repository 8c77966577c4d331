"""Counts between two statements of one source: "X said ... In Arda 12 huts burned ... 300 have fled ... said X"."""

from __future__ import annotations

import re
from collections.abc import Collection

from rashomon.extraction.english.source_carrying import CarryingWords
from rashomon.extraction.english.source_reading import Spoken
from rashomon.knowledge.number_words import NumberWords
from rashomon.language.syntax import Sentence
from rashomon.model.attribution import Attribution

#: So many sentences between two statements may list counts.
_LONGEST = 6
_A_NUMBER = re.compile(r"\d")
_NAME_WORD = re.compile(r"[\w'’-]+")


def enclosing_source(
    read: list[tuple[Sentence, list[Spoken]]],
    at: int,
    quoted: Collection[int],
    words: CarryingWords,
    numbers: NumberWords,
) -> Attribution | None:
    """Who speaks right before and right behind a run of sentences that each count; null where two do."""
    low, high = at, at
    while low >= 0 and at - low <= _LONGEST and _lists(read, low, quoted, words, numbers):
        low -= 1
    while high < len(read) and high - at <= _LONGEST and _lists(read, high, quoted, words, numbers):
        high += 1
    if low < 0 or high == len(read) or not low < at < high or high - low - 1 > _LONGEST:
        return None
    numbered = [words.has_number(read[k][0].text, numbers) for k in (low, high)]
    if not any(numbered):
        return None  # "The governor said that the roads were open" tells of no counts
    alike = all(words.counts_alike(read[k][0].text, numbers) for k in range(low + 1, high))
    if not alike and (not all(numbered) or any(s.speaker.private for s in read[low][1])):
        return None  # plain numbers are of whoever counts on both sides; a witness keeps no count
    before, behind = _vouching(read[low][1]), _vouching(read[high][1])
    if before and not read[high][1] and words.rests_on_it(read[high][0].text):
        return before[-1].attribution
    if not before or not behind or not _is_one(_origin(before[-1]), _origin(behind[0])):
        return None
    return (behind[0] if _origin(before[-1]).islower() else before[-1]).attribution  # the fuller name


def _lists(
    read: list[tuple[Sentence, list[Spoken]]],
    at: int,
    quoted: Collection[int],
    words: CarryingWords,
    numbers: NumberWords,
) -> bool:
    sentence, spoken = read[at]
    if spoken or at in quoted or not words.has_number(sentence.text, numbers) or words.rests_on_it(sentence.text):
        return False
    if words.counts_alike(sentence.text, numbers):
        return True
    return _A_NUMBER.search(sentence.text) is not None and words.only_counts(sentence.text)


def _vouching(spoken: list[Spoken]) -> list[Spoken]:
    return [s for s in spoken if s.act.attributes]


def _is_one(name: str, other: str) -> bool:
    """Whether two names are the same, one is the other's initials ("NDRC", the National Disaster Relief Council), or no
    more than a noun of it: "the council", "officials" of "port officials"."""
    bare = [n.removeprefix("the ").removeprefix("The ") for n in (name, other)]
    initials = ["".join(w[0] for w in n.split() if w[0].isupper()) for n in bare]
    words = [_NAME_WORD.findall(n.lower()) for n in bare]
    nouns = any(n.islower() and set(w) <= set(o) for n, w, o in zip(bare, words, reversed(words), strict=True))
    return bare[0] == bare[1] or bare[0] == initials[1] or bare[1] == initials[0] or nouns


def _origin(spoken: Spoken) -> str:
    return spoken.attribution.origin or spoken.attribution.text
