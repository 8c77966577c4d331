"""Where a sentence spells a name that the gazetteer knows: the longest first, no two overlapping."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from rashomon.extraction.english.place_tokens import Style, Word, is_joint
from rashomon.knowledge.gazetteer import Gazetteer, Standing
from rashomon.knowledge.place_names import SHORT_FORMS, without_articles
from rashomon.knowledge.place_words import PlaceWords

#: Names of more words are not looked up.
LONGEST = 5
#: Signs of money that make a land's short name before them part of an amount: "US$69 million".
_MONEY = frozenset("$€£")
_HYPHENS = ("-", "‐", "‑")
#: Written short before a name, or in full.
_SHORTENED = {"saint": "saint", **SHORT_FORMS}


class Match(msgspec.Struct, frozen=True, gc=False):
    """Words `first` to `last` (exclusive) that spell `key`; `country` is set for a demonym."""

    first: int
    last: int
    key: str
    standing: Standing
    country: str | None = None

    @property
    def demonym(self) -> bool:
        """Whether the words are an adjective or a people, not a name; `country` is "" for a region's."""
        return self.country is not None


def find_matches(words: Sequence[Word], style: Style, gazetteer: Gazetteer, lexicon: PlaceWords) -> list[Match]:
    """All names and demonyms of a sentence, from left to right."""
    found: list[Match] = []
    articles = lexicon.cues["articles"]
    i = 0
    while i < len(words):
        named = words[i].capital or style == "lower" or words[i].low in articles
        opens = named and _may_open(words, i, style, lexicon)
        match = _longest(words, i, style, gazetteer, lexicon) if opens else None
        if match is None:
            i += 1
        else:
            found.append(match)
            i = match.last
    return found


def _may_open(words: Sequence[Word], i: int, style: Style, lexicon: PlaceWords) -> bool:
    word = words[i]
    if word.capital or style == "lower":
        return not word.text[0].isdigit()
    if word.low not in lexicon.cues["articles"] or i + 1 >= len(words) or not words[i + 1].capital:
        return False
    return words[i + 1].gap in _HYPHENS or (words[i + 1].gap == " " and word.low in ("al", "el"))


def _longest(words: Sequence[Word], i: int, style: Style, gazetteer: Gazetteer, lexicon: PlaceWords) -> Match | None:
    keys = keys_at(words, i, style)
    for last, key in reversed(keys):
        demonym = lexicon.demonyms.get(key)
        if demonym is not None and key not in lexicon.countries:
            return Match(i, last, key, Standing(frozenset({"country"}), 0, True), demonym)
        if last == i + 1 and (
            key in lexicon.cues["never"]
            or key in lexicon.facilities
            or key in lexicon.classes
            or key in lexicon.directions
        ):
            continue
        region = lexicon.adjectives.get(key)
        if region is not None:
            return Match(i, last, key, Standing(frozenset({"region"}), 0, True), "")
        money = last < len(words) and words[last].gap.lstrip()[:1] in _MONEY
        standing = None if money or key in lexicon.cues["not_places"] else gazetteer.standing(key)
        if standing is None and words[i].low in lexicon.cues["articles"] and last > i + 1:
            key = without_articles(key)
            standing = gazetteer.standing(key)
        if standing is None and last > i + 1 and all(words[k].gap in _HYPHENS for k in range(i + 1, last)):
            key = key.replace(" ", "")  # "Kotri-Ville", listed as "Kotriville"
            standing = gazetteer.standing(key)
        if standing is None and key.endswith("s") and key[:-1] in lexicon.countries and len(key) > 4:
            key = key[:-1]  # "Syrias army": an apostrophe lost
            standing = gazetteer.standing(key)
        if standing is not None and not _is_pronoun(words[i], key, style):
            return Match(i, last, key, standing)
    return None


def _is_pronoun(word: Word, key: str, style: Style) -> bool:
    """`US` in capitals or dots is the country; `Us` and `us` are not, nor is `IT` or `OR` in a line of capitals."""
    return len(key) == 2 and (word.text[1:2].islower() or (style != "normal" and "." not in word.text and key != "uk"))


def keys_at(words: Sequence[Word], i: int, style: Style) -> list[tuple[int, str]]:
    """Folded names that begin at a word, as (end, key), the shortest first."""
    found: list[tuple[int, str]] = []
    key = ""
    for j in range(i, min(len(words), i + LONGEST)):
        word = words[j]
        if j > i and not (is_joint(word.gap) or _bridges(words[j - 1], word.gap)):
            break
        key = f"{key} {word.low}" if key else word.low
        if j == i and word.low in _SHORTENED:
            key = _SHORTENED[word.low]
        if (word.capital or style == "lower" or j == i) and not (style != "lower" and j == i and not word.capital):
            found.append((j + 1, key))
        if word.owns:
            key += "s"
    return found


def _bridges(before: Word, gap: str) -> bool:
    return (gap == ". " and before.low in _SHORTENED) or (before.owns and gap in ("'s ", "’s "))
