"""A sentence as the search for places sees it, and the words beside a name that make it a place."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import msgspec

from rashomon.extraction.english.place_matches import Match
from rashomon.extraction.english.place_tokens import Style, Word
from rashomon.knowledge.place_words import PlaceWords
from rashomon.knowledge.word_rarity import WordRarity

HYPHENS = frozenset("-‐‑")


class Line(msgspec.Struct, frozen=True, gc=False):
    """A sentence's words and matches, and which match covers a word."""

    words: Sequence[Word]
    matches: Sequence[Match]
    style: Style
    covered: dict[int, int]
    given: frozenset[str]
    lexicon: PlaceWords
    rarity: WordRarity
    #: The folded word at an index, or "" outside the sentence.
    low: Callable[[int], str]

    def word(self, i: int) -> Word | None:
        """The word at an index, or null outside the sentence."""
        return self.words[i] if 0 <= i < len(self.words) else None

    def touches(self, i: int) -> bool:
        """Whether only a space parts the word at an index from the one before."""
        return 0 < i < len(self.words) and self.words[i].gap.isspace()


def is_placed(line: Line, first: int) -> bool:
    """Whether a word that places things stands before a name (in, near, outskirts of), articles skipped."""
    i = first - 1
    for _ in range(3):
        if i < 0 or not (line.touches(i + 1) or line.words[i + 1].gap in HYPHENS):
            return False
        low = line.low(i)
        if low == "to":
            return any(line.low(k) in line.lexicon.cues["motion"] for k in range(max(0, i - 6), i))
        if low in line.lexicon.cues["locative"]:
            return True
        if i > 0 and f"{line.low(i - 1)} {low}" in line.lexicon.cues["class_of"]:
            return True
        if i not in line.covered and low not in line.lexicon.directions and low not in line.lexicon.cues["skipped"]:
            return False
        i -= 1
    return False


def is_classed(line: Line, match: Match) -> bool:
    """Whether a noun for a kind of place stands beside the name: `X province`, `the town of X`, `Lake X`."""
    lexicon = line.lexicon
    j = match.last
    if line.touches(j) and j not in line.covered:
        nouns = (line.low(j), f"{line.low(j)} {line.low(j + 1)}")
        if line.low(j) in lexicon.classes or any(n in lexicon.bare_facilities for n in nouns):
            return True
    i = match.first - 1
    if not line.touches(match.first):
        return False
    return line.low(i) in lexicon.before or (line.low(i) == "of" and line.low(i - 1) in lexicon.classes)


def class_named(line: Line, i: int) -> str | None:
    """The class of the kind of place that the word at an index names, one or several: "villages", "provinces"."""
    low = line.low(i)
    forms = (low, low[:-1] if low.endswith("s") else low, f"{low[:-3]}y" if low.endswith("ies") else low)
    return next((named for form in forms if (named := line.lexicon.classes.get(form)) is not None), None)


def is_contained(line: Line, match: Match) -> bool:
    """Whether a comma and the name of a larger area follow: `X, Syria`, `X, Calif.`."""
    after = line.word(match.last)
    if after is None or after.gap.strip() not in (",", ", in", "("):
        return False
    if match.last in line.covered:
        outer = line.matches[line.covered[match.last]]
        larger = outer.standing.kinds & {"country", "admin1", "admin2", "region"}
        return outer.first == match.last and bool(larger) and not outer.demonym
    return is_abbreviation(line, match.last)


def is_abbreviation(line: Line, i: int) -> bool:
    """Whether the word at an index is a state's abbreviation behind a comma, capitals and stops as they are written."""
    word = line.word(i)
    if word is None or not word.capital or word.low not in line.lexicon.abbreviations:
        return False
    if word.gap.strip() not in (",", "("):
        return False
    initials = "." in word.text
    if initials and " " not in line.lexicon.abbreviations[word.low][0]:
        return False  # "N.Y." stands for two words; "P.A." behind a firm's name for no state
    following = line.word(i + 1)
    return (
        initials or following is None or following.gap.startswith(".") or (len(word.text) == 2 and word.text.isupper())
    )


def names_people(line: Line, match: Match) -> bool:
    """Whether a noun for people follows, a further name between: `the Kuki and Meitei communities`."""
    j = match.last
    if line.low(j) == "and" and line.touches(j) and line.touches(j + 1) and line.words[j + 1].capital:
        j += 2
    return j < len(line.words) and line.touches(j) and line.low(j) in line.lexicon.cues["peoples"]
