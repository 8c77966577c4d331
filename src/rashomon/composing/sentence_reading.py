"""Reads a generated sentence back: its quotations, dates, numbers with their surroundings, and named sources.

Verification trusts none of the generator's bookkeeping; all that it compares comes out of the words here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from rashomon.composing.date_reading import DateRead, read_dates
from rashomon.knowledge.number_words import NumberWords
from rashomon.knowledge.wording import Wording
from rashomon.language.english.numbers import find_numbers

_QUOTE = re.compile(r"“([^”]*)”")


_BOUNDARY = re.compile(
    r";|:|, while |, but |, including |, (?:up|down) from | and "
    r"(?=(?:at least |more than |about |up to |no fewer than )?"
    r"(?:\d|(?:one|two|three|four|five|six|seven|eight|nine|dozens|scores|hundreds|thousands|several)\b))"
)


_HEDGE = re.compile(
    r"\b(at least|no fewer than|more than|about|up to|between|nearly|almost|over|some)\s+$", re.IGNORECASE
)


_BETWEEN = re.compile(r"\bbetween\s+[\d.,]+\w*(?:\s(?:million|thousand))?\s+and\s+$|\bbetween \w+ and $", re.IGNORECASE)


#: By these words a sentence keeps a caveat.
CAVEAT_WORDS = {
    "unverified": re.compile(r"\b(?:could not be verified|unverified|not (?:been )?(?:independently )?verified)\b"),
    "preliminary": re.compile(r"\b(?:preliminary|provisional|initial)\b"),
    "excludes": re.compile(r"\b(?:excluding|not counting|not including|leaves some people out|a count given as)\b"),
}
HEDGES = {
    "": "exact",
    "at least": "at_least",
    "no fewer than": "at_least",
    "more than": "more_than",
    "over": "more_than",
    "about": "approx",
    "some": "approx",
    "nearly": "approx",
    "almost": "approx",
    "up to": "up_to",
    "between": "range",
}


#: A full stop inside one sentence is that of an abbreviation: "Lt. Gen."
_ACCORDING = re.compile(r"\baccording to ([^;:]+?)(?=\.$|;|:|$)", re.IGNORECASE)


_SUBJECT_VERB = re.compile(
    r"^(.{2,200}?),? (?:(?:said|reported)(?= that |: )|expressed concern\b|condemned\b|denied\b|"
    r"warned\b|called (?:for|on)\b|"
    r"praised\b|announced\b|promised\b|confirmed\b|(?:had )?put (?=the number|it at)|attributed (?=an? |the )|blamed )"
)


_COUNTED_THING = re.compile(r"\s*(?:of the (?:\w+ )?)?(?:other )?(reports?|outlets?|sources|organisations|roots)\b")


#: Words for the subject of the sentence before, who is named there.
_ANAPHORS = frozenset(("it", "they"))


_NOUN_STOP = frozenset(
    "were was are is in at from to near on by since according said of had have has put who whom "
    "which that it and or as "
    "returned with for until after".split()
)


@dataclass(frozen=True, slots=True)
class NumberRead:
    """A number of the sentence with its hedge, what it counts, its measures and its own clause."""

    start: int
    end: int
    value: float | None
    words: str
    hedge: str
    noun: tuple[str, ...]
    measures: tuple[str, ...]
    segment: tuple[int, int]
    of_record: str | None
    of_share: bool


@dataclass(frozen=True, slots=True)
class SourceRead:
    """A source named in the sentence and the stretch of it that the source answers for."""

    name: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class SentenceRead:
    """A sentence taken apart; `plain` has its quotations blanked out, with offsets kept."""

    text: str
    plain: str
    quotes: tuple[str, ...]
    dates: tuple[DateRead, ...]
    numbers: tuple[NumberRead, ...]
    sources: tuple[SourceRead, ...]
    segments: tuple[tuple[int, int], ...]


def read_sentence(text: str, wording: Wording, known: NumberWords) -> SentenceRead:
    """The sentence taken apart."""
    plain = _QUOTE.sub(lambda m: "“" + " " * len(m.group(1)) + "”", text)
    dates = read_dates(plain)
    undated = list(plain)
    for date in dates:
        undated[date.start : date.end] = " " * (date.end - date.start)
    words = "".join(undated)
    segments = _segments(words)
    return SentenceRead(
        text=text,
        plain=plain,
        quotes=tuple(_QUOTE.findall(text)),
        dates=tuple(dates),
        numbers=tuple(_numbers(words, segments, wording, known)),
        sources=tuple(_sources(plain, segments)),
        segments=tuple(segments),
    )


def _segments(text: str) -> list[tuple[int, int]]:
    spans, low = [], 0
    for m in _BOUNDARY.finditer(text):
        if m.group() == " and " and _BETWEEN.search(text[: m.end()]):
            continue
        if m.start() > low:
            spans.append((low, m.start()))
        low = m.end()
    spans.append((low, len(text)))
    return spans


def _numbers(text: str, segments: list[tuple[int, int]], wording: Wording, known: NumberWords) -> list[NumberRead]:
    measure_words = _measure_words(text, wording)
    found: list[NumberRead] = []
    noun: tuple[str, ...] = ()
    for number in find_numbers(text, known):
        segment = next(s for s in segments if s[0] <= number.start < s[1] or s == segments[-1])
        before, after = text[: number.start], text[number.end :]
        hedge_match = _HEDGE.search(before)
        hedge = "between" if _BETWEEN.search(before) else (hedge_match.group(1).casefold() if hedge_match else "")
        thing = _COUNTED_THING.match(after)
        share = after.startswith((" of the ", " of those "))
        read = _noun(text, number.start, number.end, share)
        noun = read or noun
        found.append(
            NumberRead(
                start=number.start,
                end=number.end,
                value=number.value,
                words=text[number.start : number.end],
                hedge=hedge,
                noun=noun,
                measures=_measures(number.start, segment, measure_words),
                segment=segment,
                of_record=thing.group(1) if thing else None,
                of_share=share,
            )
        )
    return found


def _noun(text: str, start: int, end: int, share: bool) -> tuple[str, ...]:
    """The words for what is counted: after the number, after "were" for a share, or in "the number of ... at"."""
    if share:
        match = re.search(r"\b(?:were|was) (?:an? )?([^,.;]+)", text[end:])
        return _noun_words(match.group(1)) if match else ()
    if re.search(r"\bat (?:at least |no fewer than |more than |about |up to )?$", text[:start]):
        counted = list(re.finditer(r"\bnumber of ([^,.;:]+?) at\b", text[: end + 1]))
        return _noun_words(counted[-1].group(1)) if counted else ()
    following = re.sub(r"^ and [\d,.]+(?: million| thousand)? ", " ", text[end : end + 120])
    return _noun_words(following)


def _noun_words(text: str) -> tuple[str, ...]:
    words: list[str] = []
    text = re.sub(r"^\s*of\s", " ", text)
    for match in re.finditer(r"[^\s]+", text):
        word = match.group()
        bare = word.strip(',.;:()“”"').casefold()
        name = len(bare) > 1 and word.isupper()  # "850 IS members"
        if (bare in _NOUN_STOP and not name) or not bare or not bare[0].isalpha():
            break
        words.append(bare)
        if word[-1] in ",.;:":
            break
    return tuple(words)


def _measure_words(text: str, wording: Wording) -> list[tuple[int, int, str]]:
    """Every measure word with its measures, the longest first where they overlap."""
    options = sorted({w for m in wording.measures.values() for w in m.words}, key=lambda w: (-len(w), w))
    pattern = re.compile(rf"\b(?:{'|'.join(re.escape(o) for o in options)})\b", re.IGNORECASE)
    return [(m.start(), m.end(), m.group().casefold()) for m in pattern.finditer(text)]


def _measures(at: int, segment: tuple[int, int], words: list[tuple[int, int, str]]) -> tuple[str, ...]:
    """The measure word after the number in its clause, else the nearest before it."""
    after = [w for a, _, w in words if at <= a < segment[1]]
    if after:
        return (after[0],)
    before = [w for a, _, w in words if segment[0] <= a < at]
    if before:
        return (before[-1],)
    earlier = [w for a, _, w in words if a < segment[0]]
    return (earlier[-1],) if earlier else ()


def _sources(text: str, segments: list[tuple[int, int]]) -> list[SourceRead]:
    found = []
    for match in _ACCORDING.finditer(text):
        name = match.group(1)
        if match.start() == 0:
            name = name.split(", ")[0]
        found.append(SourceRead(name.strip(" ,"), -1, len(text)))
    for start, end in segments:
        spoke = _SUBJECT_VERB.match(text[start:end])
        if spoke and "according to" not in spoke.group(1).casefold():
            name = re.sub(r"^\s*(?:the headline of)\s*", "", spoke.group(1), flags=re.IGNORECASE)
            if name.strip().casefold() not in _ANAPHORS:
                found.append(SourceRead(name.strip(" ,"), start, end))
    return found


def source_of(read: SentenceRead, number: NumberRead) -> SourceRead | None:
    """Who answers for a number: the speaker named last before it, else the "according to" of the sentence."""
    speaking = [s for s in read.sources if 0 <= s.start <= number.start]
    if speaking:
        return max(speaking, key=lambda s: s.start)
    return next((s for s in read.sources if s.start < 0), None)
