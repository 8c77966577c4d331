"""Every mention of a place in a report's sentences, with what its words say of it; which place it is stays open."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec
from msgspec.structs import replace

from rashomon.extraction.english.place_cues import Line, is_abbreviation, is_classed
from rashomon.extraction.english.place_declared import Name, declared_names, find_declared
from rashomon.extraction.english.place_evidence import judge
from rashomon.extraction.english.place_matches import Match, find_matches
from rashomon.extraction.english.place_mentions import mentions_of
from rashomon.extraction.english.place_sites import declared_sites, site_mentions
from rashomon.extraction.english.place_spellings import context_countries, find_spellings
from rashomon.extraction.english.place_tokens import style_of, words_of
from rashomon.extraction.english.place_verdicts import KNOWN_TOWN, Verdict
from rashomon.knowledge.gazetteer import Standing
from rashomon.knowledge.library import Library
from rashomon.language.syntax import Sentence
from rashomon.language.words_by_place import words_by_place
from rashomon.model.place import Place
from rashomon.model.report import Report

#: A report of at least this many words with next to no capitals does not use them.
_CASED_WORDS = 12
_CASED_SHARE = 0.02
#: A city of this many people may share its name with a person of the report.
_BIG = 400_000


class _Judged(msgspec.Struct, frozen=True, gc=False):
    """A sentence with the verdict on each of its matches."""

    sentence: Sentence
    line: Line
    verdicts: list[Verdict]


def find_places(
    report: Report,  # noqa: ARG001 - every finder of mentions takes the report
    sentences: Sequence[Sentence],
    library: Library,
) -> tuple[Place, ...]:
    """The places that a report's sentences mention, in text order, unresolved.

    Mentions that only describe something (demonyms, bodies named after a town) are marked `adjectival`.
    """
    lines = _lines(sentences, library)
    judged = [
        _Judged(sentence, line, [judge(line, n) for n in range(len(line.matches))])
        for sentence, line in zip(sentences, lines, strict=True)
    ]
    countries = context_countries(lines)
    touched = frozenset(_all_countries(lines))
    judged = [_without_strangers(j, touched) for j in judged]
    declared = declared_names(((j.line, _taken(j)) for j in judged), touched, library.gazetteer)
    judged = [_with_spellings(j, countries, declared, library) for j in judged]
    firm, persons = _report_knowledge(judged)
    found: list[Place] = []
    for item in judged:
        found += mentions_of(item.sentence, item.line, _accepted(item, firm, persons))
    found += _of_sites(judged, found, library)
    return tuple(sorted(found, key=lambda p: (p.field != "title", p.start, p.end)))


def _of_sites(judged: Sequence[_Judged], found: Sequence[Place], library: Library) -> list[Place]:
    """The sites named without a noun for their kind, which the report tells elsewhere."""
    sites = declared_sites(found, (j.line for j in judged), library.place_words)
    if not sites:
        return []
    spans = sorted((p.field, p.start, p.end) for p in found)
    taken = {field: [(start, end) for f, start, end in spans if f == field] for field in ("title", "text")}
    return [p for j in judged for p in site_mentions(j.sentence, j.line, taken[j.sentence.field], sites)]


def _lines(sentences: Sequence[Sentence], library: Library) -> list[Line]:
    words = [words_of(s.text) for s in sentences]
    count = sum(len(w) for w in words)
    cased = count < _CASED_WORDS or sum(x.capital for w in words for x in w) > _CASED_SHARE * count
    lexicon, given = library.place_words, library.persons.given
    lines = []
    for listed in words:
        style = style_of(listed, cased, lexicon.cues["small"])
        matches = find_matches(listed, style, library.gazetteer, lexicon)
        low = words_by_place([word.low for word in listed])
        lines.append(Line(listed, matches, style, _covered(matches), given, lexicon, library.word_rarity, low))
    return lines


def _covered(matches: Sequence[Match]) -> dict[int, int]:
    return {i: n for n, match in enumerate(matches) for i in range(match.first, match.last)}


def _with_spellings(item: _Judged, countries: Sequence[str], declared: frozenset[Name], library: Library) -> _Judged:
    """The sentence with names in unlisted spellings or declared ones, and abbreviations of states behind a comma."""
    taken = _taken(item)
    more = find_spellings(item.line, taken, countries, library)
    more += find_declared(item.line, taken | {i for m in more for i in range(m.first, m.last)}, declared)
    added = {i for m in more for i in range(m.first, m.last)}
    for i in range(len(item.line.words)):
        if item.line.words[i].capital and i not in item.line.covered and is_abbreviation(item.line, i):
            more.append(Match(i, i + 1, item.line.low(i), Standing(frozenset({"admin1"}), 0, True)))
    if not more:
        return item
    old = zip(item.line.matches, item.verdicts, strict=True)
    pairs = [(m, v) for m, v in old if not added.intersection(range(m.first, m.last))] + [
        (m, Verdict("place", firm=True)) for m in more
    ]
    pairs.sort(key=lambda pair: pair[0].first)
    matches = [m for m, _ in pairs]
    return _Judged(item.sentence, replace(item.line, matches=matches, covered=_covered(matches)), [v for _, v in pairs])


def _taken(item: _Judged) -> frozenset[int]:
    """The words that belong to a place."""
    kept = {n for n, v in enumerate(item.verdicts) if v.finding in ("place", "describes")}
    return frozenset(i for i, n in item.line.covered.items() if n in kept)


def _all_countries(lines: Sequence[Line]) -> Iterator[str]:
    """Countries that a report names or adjectives of which it uses, and those of its large towns and areas."""
    for line in lines:
        for match in line.matches:
            if match.country:
                yield match.country
            elif match.standing.kinds & {"country", "admin1"} or match.standing.population >= KNOWN_TOWN:
                yield from sorted(match.standing.countries)


def _without_strangers(item: _Judged, countries: frozenset[str]) -> _Judged:
    """The sentence with small towns of countries that the report never touches left in doubt."""
    verdicts = [
        Verdict("weak")
        if v.finding == "place" and m.standing.countries and not m.standing.countries & countries and countries
        and not m.standing.kinds & {"country", "region", "water", "admin1", "facility", "other"}
        and m.standing.population < KNOWN_TOWN and not is_classed(item.line, m)
        else v
        for m, v in zip(item.line.matches, item.verdicts, strict=True)
    ]  # fmt: skip
    return replace(item, verdicts=verdicts)


def _report_knowledge(judged: Sequence[_Judged]) -> tuple[frozenset[str], frozenset[str]]:
    """Names that the report places firmly somewhere, and names that it uses for persons."""
    pairs = [(m.key, v) for j in judged for m, v in zip(j.line.matches, j.verdicts, strict=True)]
    firm = frozenset(key for key, verdict in pairs if verdict.firm and verdict.finding == "place")
    namesakes = frozenset(key for key, verdict in pairs if verdict.finding == "namesake")
    persons = frozenset(key for key, verdict in pairs if verdict.finding == "person")
    return firm - namesakes, persons | namesakes


def _accepted(item: _Judged, firm: frozenset[str], persons: frozenset[str]) -> dict[int, bool]:
    """Match numbers that are places, and whether they only describe."""
    found: dict[int, bool] = {}
    for number, (match, verdict) in enumerate(zip(item.line.matches, item.verdicts, strict=True)):
        finding = verdict.finding
        if finding == "weak":
            listed = _listed(item, number)
            finding = "place" if listed or (match.key in firm and match.key not in persons) else "no"
        elif (
            finding == "place"
            and (not verdict.firm or match.key not in firm)
            and match.key in persons
            and "country" not in match.standing.kinds
        ):
            finding = "place" if match.key in firm and match.standing.population >= _BIG else "no"
        if finding in ("place", "describes"):
            found[number] = finding == "describes"
    return found


def _listed(item: _Judged, number: int) -> bool:
    """Whether a comma or `and` ties a name that is no common word to a neighbour that is firmly a place."""
    key = item.line.matches[number].key
    if key in item.line.lexicon.common or key in item.line.given:
        return False
    for other in (number - 1, number + 1):
        if not 0 <= other < len(item.line.matches):
            continue
        left, right = sorted((number, other))
        between = range(item.line.matches[left].last, item.line.matches[right].first)
        words = [item.line.low(i) for i in between]
        gap = item.line.words[item.line.matches[right].first].gap
        if item.verdicts[other] == Verdict("place", firm=True) and (
            (not words and gap.strip() == ",") or words in (["and"], ["or"])
        ):
            return True
    return False
