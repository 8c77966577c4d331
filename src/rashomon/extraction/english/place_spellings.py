"""Names that the gazetteer has in another transliteration: looked for where the words say that a place follows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from rashomon.extraction.english.place_cues import HYPHENS, Line, is_classed, is_placed
from rashomon.extraction.english.place_matches import Match, keys_at
from rashomon.knowledge.gazetteer import Standing
from rashomon.knowledge.library import Library

#: So many countries of a report's context are tried.
_COUNTRIES = 3


def context_countries(lines: Iterable[Line]) -> list[str]:
    """The countries that a report names most, by name or adjective; its own large towns where it names none."""
    votes: Counter[str] = Counter()
    for line in lines:
        for match in line.matches:
            code = match.country or line.lexicon.countries.get(match.key)
            if code:
                votes[code] += 1
    return [code for code, _ in sorted(votes.items(), key=lambda item: (-item[1], item[0]))[:_COUNTRIES]]


def find_spellings(line: Line, taken: frozenset[int], countries: Sequence[str], library: Library) -> list[Match]:
    """Names in an unlisted spelling that stand behind a word for places, or beside a noun for their kind.

    `taken` are the words that already belong to a place.
    """
    if line.style != "normal" or not countries:
        return []
    found: list[Match] = []
    articles = line.lexicon.cues["articles"]
    i = 0
    while i < len(line.words):
        opens = i not in taken and (line.words[i].capital or line.words[i].low in articles)
        match = _at(line, i, taken, countries, library) if opens else None
        if match is not None:
            found.append(match)
            taken |= frozenset(range(match.first, match.last))
        i = match.last if match is not None else i + 1
    return found


def _at(line: Line, i: int, taken: frozenset[int], countries: Sequence[str], library: Library) -> Match | None:
    word = line.words[i]
    articles = line.lexicon.cues["articles"]
    article = word.low in articles and line.touches(i)
    if not word.capital and not article:
        return None
    cues = line.lexicon.cues
    # Whether the words before ask for a place, however far the name reaches.
    follows = (
        i - 1 in taken and i - 1 in line.covered and line.touches(i) and not line.matches[line.covered[i - 1]].demonym
    )
    listed = line.low(i - 1) in ("and", "or") and i - 2 in taken and line.touches(i)
    listed = listed or (i - 1 in taken and word.gap.strip() == ",")
    expected = follows or listed or is_placed(line, i)
    alone = (word.low in cues["never"] and not article) or word.low in line.given or word.low in cues["titles"]
    for last, key in reversed(keys_at(line.words, i, line.style)):
        if last - i > 4 or any(k in taken for k in range(i, last)):
            continue
        common = key in line.lexicon.common or line.rarity.is_listed(key)
        if last == i + 1 and (alone or word.text.isupper() or common):
            continue
        match = Match(i, last, key, Standing(frozenset({"town"}), 0, False))
        if not (expected or is_classed(line, match)):
            continue
        after = line.word(last)
        goes_on = after is not None and (line.touches(last) or after.gap in HYPHENS)
        if after is not None and goes_on and after.capital and after.low not in line.lexicon.classes:
            continue
        if library.gazetteer.lookup_tolerant(key, countries):
            return match
    return None
