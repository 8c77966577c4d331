"""Whether words that spell a place's name mean a place: judged by the words beside them."""

from __future__ import annotations

from rashomon.extraction.english.place_cues import (
    HYPHENS,
    Line,
    is_abbreviation,
    is_classed,
    is_contained,
    is_placed,
)
from rashomon.extraction.english.place_matches import Match
from rashomon.extraction.english.place_neighbours import left_name, opens_sentence, right_name
from rashomon.extraction.english.place_verdicts import KNOWN_TOWN, Verdict

#: A name that is also a common word or a given name needs a place of this many people after "in" or "at".
_COMMON_TOWN = 15_000
#: Letters of the longest short form that ends in a capital.
_ACRONYM = 5
#: Letters of a body's initials before the name of a land.
_SHORTEST_BODY, _LONGEST_BODY = 3, 7
_LANDS = frozenset({"country", "region"})
_SURE_KINDS = frozenset({"country", "region", "admin1", "water", "facility", "other"})


def judge(line: Line, number: int) -> Verdict:
    """The verdict on one match, from its sentence alone."""
    match = line.matches[number]
    if match.demonym:
        return Verdict("describes")
    if _dateline(line, match):
        return Verdict("place", firm=True)
    if match.last == match.first + 1 and is_abbreviation(line, match.first):
        return Verdict("place", firm=True)
    if match.key in line.lexicon.cues["metonyms"] and not is_placed(line, match.first):
        return Verdict("describes")
    if _names_body(line, match):
        return Verdict("describes")
    if _is_acronym(line, match) or _is_direction(line, match):
        return Verdict("no")
    beside = _compound(line, match) or left_name(line, match) or right_name(line, match)
    if line.style != "normal" and beside is not None and beside.finding == "no":
        beside = None
    if beside is not None and beside.finding == "person" and match.last - match.first > 1:
        return Verdict("no")
    return beside or _by_evidence(line, match)


def _is_acronym(line: Line, match: Match) -> bool:
    """Whether a few capitals in running text stand for a body and not for a country."""
    text = line.words[match.first].text
    alone = match.last == match.first + 1 and len(text) <= 4 and text.isupper()
    if "$" in line.words[match.first].gap:
        return True
    if len(text) <= _ACRONYM and text[-1:].isupper() and not text.isupper():
        return True  # "the GoR": the government of a land
    known = match.key in line.lexicon.cues["acronyms"] or "country" in match.standing.kinds
    initials = "." in text and " " in line.lexicon.abbreviations.get(match.key, ("",))[0]
    return alone and line.style == "normal" and not known and not initials


def _names_body(line: Line, match: Match) -> bool:
    """Whether a land's name closes that of a body: `OCHA Libya`, `al-Qaeda in X`, `the Islamic State in X and Y`."""
    if not match.standing.kinds & _LANDS or line.style != "normal" or match.first < 1:
        return False
    before = line.words[match.first - 1]
    if line.touches(match.first) and before.text.isupper() and before.text.isalpha() and not before.owns:
        known = match.first - 1 in line.covered or before.low in line.lexicon.directions
        return _SHORTEST_BODY <= len(before.text) <= _LONGEST_BODY and not known
    k = match.first - 1 - (before.low == "the")
    if line.low(k) == "and" and k - 1 in line.covered:
        return _names_body(line, line.matches[line.covered[k - 1]])
    if k < 2 or line.low(k) not in ("in", "of") or not line.words[k - 1].capital:
        return False
    body = f"{line.low(k - 2)} {line.low(k - 1)}"
    if body in line.lexicon.cues["bodies_of_two_lands"]:  # not "fighting Islamic State in X and Y"
        return line.low(k - 3) == "the" and line.low(match.last) == "and"
    return body in line.lexicon.cues["bodies_of_lands"]


def _is_direction(line: Line, match: Match) -> bool:
    """Whether a name is only the direction of the country behind it: `North-West Nigeria`."""
    if not all(line.low(i) in line.lexicon.directions for i in range(match.first, match.last)):
        return False
    return line.touches(match.last) and match.last in line.covered and not line.words[match.last - 1].owns


def _compound(line: Line, match: Match) -> Verdict | None:
    """Hyphens: `London-based`, `anti-Iran`, and names that go on behind a hyphen."""
    after, before = line.word(match.last), line.word(match.first - 1)
    if after is not None and after.gap in HYPHENS and match.last not in line.covered:
        if not after.capital or after.low in line.lexicon.cues["compound"]:
            return Verdict("describes")
        return Verdict("no") if line.style == "normal" else None
    if _is_route(line, match):
        return Verdict("describes")
    if line.words[match.first].gap in HYPHENS and before is not None and match.first - 1 not in line.covered:
        if before.low in line.lexicon.cues["against"]:
            return Verdict("describes")
        if before.low not in line.lexicon.cues["directions_cut"]:
            return Verdict("no")
    return None


def _is_route(line: Line, match: Match) -> bool:
    """Whether two names and a hyphen name what runs between them: `the Kotri-Jaral Express`."""
    end = match.last
    if line.words[match.first].gap not in HYPHENS or match.first - 1 not in line.covered:
        if end not in line.covered or line.words[end].gap not in HYPHENS:
            return False
        end = line.matches[line.covered[end]].last
    return line.touches(end) and line.low(end) in line.lexicon.cues["routes"]


def _dateline(line: Line, match: Match) -> bool:
    """Whether the name opens the sentence in capitals before a comma, a bracket or a dash."""
    words = line.words[match.first : match.last]
    after = line.word(match.last)
    if after is None or not all(w.text.isupper() for w in words) or len(words[0].text) < 3:
        return False
    if match.key in line.lexicon.abbreviations:
        return False  # "WASH: 1,300 latrines", the work of a cluster
    gap = after.gap.strip()
    if match.first > 0:
        return gap[:1] == "(" and after.text.isupper() and line.style == "normal" and len(words[0].text) > 3
    follows = after.capital and not after.text.isupper() and match.standing.population >= KNOWN_TOWN
    return (gap[:1] in tuple(",(—–-:") and bool(gap)) or (not gap and follows and line.style == "normal")


def _by_evidence(line: Line, match: Match) -> Verdict:
    """Weigh what the name is against what stands around it."""
    single = match.last == match.first + 1
    placed, classed, contained = is_placed(line, match.first), is_classed(line, match), is_contained(line, match)
    if classed or (contained and line.low(match.first) not in line.given):
        return Verdict("place", firm=True)
    kinds, population = match.standing.kinds, match.standing.population
    known = KNOWN_TOWN if match.standing.main else 10 * KNOWN_TOWN
    sure = bool(kinds & _SURE_KINDS and match.standing.main) or population >= known
    doubtful = single and (match.key in line.lexicon.common or match.key in line.given)
    if doubtful:
        enough = bool(kinds & _SURE_KINDS) or population >= _COMMON_TOWN
        firm = placed and enough and line.style == "normal" and not opens_sentence(line, match.first)
        return Verdict("place", firm=True) if firm else Verdict("weak")
    if sure:
        return Verdict("place", firm=placed)
    if placed and line.style == "normal":
        return Verdict("place", firm=True)
    return Verdict("place") if not single and population >= 20_000 else Verdict("weak")
