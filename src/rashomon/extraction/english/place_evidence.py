"""Whether words that spell a place's name mean a place: judged by the words beside them."""

from __future__ import annotations

from typing import Literal

import msgspec

from rashomon.extraction.english.place_cues import (
    HYPHENS,
    Line,
    is_abbreviation,
    is_classed,
    is_contained,
    is_placed,
    names_people,
)
from rashomon.extraction.english.place_matches import Match

#: `place`; `describes` something else (Syrian army); `weak`, to be confirmed by the rest of the report; `person`;
#: `namesake`, a storm or vessel of that name, in the whole report; `no`.
Finding = Literal["place", "describes", "weak", "person", "namesake", "no"]
#: Towns of this many people are known by their bare name; smaller ones need a word that places them.
KNOWN_TOWN = 100_000
#: A name that is also a common word or a given name needs a place of this many people after "in" or "at".
_COMMON_TOWN = 15_000
#: A country, or a city of this many people, may stand before a title or a body: "Chicago Mayor", "Iran Air".
_WELL_KNOWN = 400_000
_SURE_KINDS = frozenset({"country", "region", "admin1", "water", "facility", "other"})


class Verdict(msgspec.Struct, frozen=True, gc=False):
    """A finding, and whether it rests on a word that places the name, so that it may confirm other mentions."""

    finding: Finding
    firm: bool = False


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
    if _is_acronym(line, match):
        return Verdict("no")
    beside = _compound(line, match) or _left_name(line, match) or _right_name(line, match)
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
    known = match.key in line.lexicon.cues["acronyms"] or "country" in match.standing.kinds
    initials = "." in text and " " in line.lexicon.abbreviations.get(match.key, ("",))[0]
    return alone and line.style == "normal" and not known and not initials


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


def _left_name(line: Line, match: Match) -> Verdict | None:
    """The capitalised word before: a title or given name makes a person, an unknown one a longer name."""
    i = match.first - 1
    before = line.word(i)
    if before is None:
        return None
    cues = line.lexicon.cues
    if not line.touches(match.first):
        stopped = line.words[match.first].gap == ". "
        initial = len(before.text) == 1 and before.capital
        return Verdict("person") if stopped and (initial or before.low in cues["titles"]) else None
    if before.low in cues["namesakes"] and not match.standing.kinds & {"country", "region"}:
        return Verdict("namesake")
    of = i - 1 if before.low == "the" and i > 0 and line.touches(i) else i  # "Armed Forces of the Philippines"
    if line.low(of) == "of" and of > 0 and line.words[of - 1].capital and line.touches(of) and line.style == "normal":
        head = line.low(of - 1)
        if head in cues["titles"] or head in line.lexicon.organisations or head in cues["body"]:
            return Verdict("describes")
    if not before.capital and not (line.style == "lower" and before.low in cues["titles"]):
        return None
    if before.low in cues["titles"] and before.low not in line.lexicon.classes:
        return Verdict("person")
    given = before.low in line.given and len(before.text) > 2
    if given and ("country" not in match.standing.kinds or match.key in cues["name_like"]):
        return Verdict("person")
    if before.low in line.lexicon.directions or before.low in line.lexicon.classes:
        return None
    if i in line.covered:
        together = _go_together(line.matches[line.covered[i]], match) or line.style != "normal"
        return None if together else Verdict("person")
    if line.style != "normal" or _opens_sentence(line, i):
        return None
    if before.text.isupper() and len(before.text) <= 6:
        return None if _known(match, _WELL_KNOWN) else Verdict("no")
    return Verdict("describes") if "country" in match.standing.kinds else Verdict("person")


def _go_together(left: Match, right: Match) -> bool:
    """Whether two names side by side are two places (`Aleppo Syria`, its comma lost) and not a person's two names."""
    if left.demonym or right.demonym:
        return True
    for match in (left, right):
        if not (match.standing.kinds & {"country", "region"} or match.standing.population >= KNOWN_TOWN):
            return False
    return bool(right.standing.kinds & {"country", "admin1", "region"})


def _opens_sentence(line: Line, i: int) -> bool:
    """Whether a capital is owed to the sentence's start: its first word, when that is a common word."""
    word = line.words[i]
    starts = i == 0 or any(c in word.gap for c in '"“‘:(—')
    cues = line.lexicon.cues
    common = word.low in line.lexicon.common or word.low in cues["openers"] or word.low in cues["locative"]
    return common and (starts or word.low in cues["never"])


def _right_name(line: Line, match: Match) -> Verdict | None:
    """The words after: a body or title makes the name describe it, an unknown capitalised word a longer name."""
    j = match.last
    after = line.word(j)
    if after is None:
        return None
    lexicon = line.lexicon
    if line.words[match.last - 1].owns and after.gap.rstrip().endswith(("s", "S")):
        return Verdict("describes") if after.low in lexicon.cues["body"] else None
    if not line.touches(j):
        return None
    if names_people(line, match):
        return Verdict("describes")
    if j in line.covered and not line.matches[line.covered[j]].demonym:
        together = _go_together(match, line.matches[line.covered[j]]) or line.style != "normal"
        return None if together else Verdict("no")
    if j in line.covered and after.capital and not match.standing.kinds & {"country", "region"}:
        return Verdict("no") if line.style == "normal" else None
    if "&" in after.gap and after.capital:
        return Verdict("no")
    if after.low in lexicon.cues["speech"] and not after.capital:
        return Verdict("describes") if _known(match, KNOWN_TOWN) else None
    run = _run(line, j)
    if _is_class(line, match):
        return None
    if any(w in lexicon.organisations for w in run):
        return Verdict("describes" if match.standing.main or _known(match, KNOWN_TOWN) else "no")
    if not after.capital:
        return Verdict("describes") if after.low in lexicon.cues["body"] | lexicon.organisations else None
    if not run or line.style != "normal":
        return None
    if run[0] in lexicon.classes or run[0] in lexicon.directions or run[0] in lexicon.cues["never"]:
        return None
    if run[0] in lexicon.cues["titles"] or run[0] in lexicon.cues["body"]:
        return Verdict("describes")
    if match.key in lexicon.cues["name_like"] or match.key in line.given or not _known(match, _WELL_KNOWN):
        return Verdict("no")
    return Verdict("describes")


def _is_class(line: Line, match: Match) -> bool:
    """Whether the next word names the kind of place, and no body follows it (`Rakhine state`, not `state media`)."""
    j = match.last
    if line.low(j) not in line.lexicon.classes or "country" in match.standing.kinds:
        return False
    beyond = line.low(j + 1) if line.touches(j + 1) and not line.words[j].owns else ""
    return beyond not in line.lexicon.organisations and beyond not in line.lexicon.cues["body"]


def _run(line: Line, j: int) -> list[str]:
    """Up to six capitalised words that follow without a comma, small words between them left out."""
    found: list[str] = []
    for k in range(j, min(len(line.words), j + 6)):
        word = line.words[k]
        if not (word.gap.isspace() or word.gap in HYPHENS):
            break
        if not word.capital:
            if word.low in ("of", "for", "and", "the") and k > j and line.style == "normal":
                continue
            break
        found.append(word.low)
    return found


def _known(match: Match, population: int) -> bool:
    kinds = match.standing.kinds
    return bool(kinds & {"country", "region"}) or match.standing.population >= population


def _dateline(line: Line, match: Match) -> bool:
    """Whether the name opens the sentence in capitals before a comma, a bracket or a dash."""
    words = line.words[match.first : match.last]
    after = line.word(match.last)
    if after is None or not all(w.text.isupper() for w in words) or len(words[0].text) < 3:
        return False
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
        firm = placed and enough and line.style == "normal" and not _opens_sentence(line, match.first)
        return Verdict("place", firm=True) if firm else Verdict("weak")
    if sure:
        return Verdict("place", firm=placed)
    if placed and line.style == "normal":
        return Verdict("place", firm=True)
    return Verdict("place") if not single and population >= 20_000 else Verdict("weak")
