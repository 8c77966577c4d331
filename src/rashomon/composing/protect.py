"""Finds the private persons of a story, and masks their names wherever they stand."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

import msgspec

from rashomon.composing.family_names import family_names_like_places, is_family_name
from rashomon.composing.known_names import KnownNames
from rashomon.composing.ledger import Ledger
from rashomon.composing.masking import Protector
from rashomon.composing.name_matching import NameMatcher
from rashomon.composing.person_names import find_person_names
from rashomon.composing.speakers import named_speakers
from rashomon.knowledge.library import Library
from rashomon.knowledge.persons import PersonLexicon
from rashomon.knowledge.place_words import PlaceWords
from rashomon.knowledge.word_classes import either
from rashomon.model.claim import Control, EventClaim, Figure, ReportClaims
from rashomon.model.material import Material, Reconciled
from rashomon.model.remembered import remembered

#: Kinds of sources that are never one person.
_BODIES = frozenset("monitor un aid government army party ministry hospital rescuers police registry media".split())


_NAME_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_LETTERS = re.compile(r"[^\W\d_]*")


@remembered(2)
def find_private(material: Material, library: Library) -> Protector:
    """The protector of a story: every person whom no report of it gives a public role."""
    lexicon = library.persons
    named = [_named_groups(r.text, library) for r in material.reports]
    family = family_names_like_places(material, lexicon, named)
    other = KnownNames(material, library, family=family)
    spared = {c.report: tuple(_known_spans(c, other, lexicon)) for c in material.claims}
    public: dict[str, None] = {}
    private: dict[str, None] = {}
    for report, groups in zip(material.reports, named, strict=True):
        spans = sorted({*spared.get(report.id, ()), *groups})
        spared[report.id] = tuple(spans)
        found = find_person_names(report.text, lexicon, spans)
        found += find_person_names(report.title or "", lexicon, _named_groups(report.title or "", library))
        for name in found:
            if library.organisations.find(name.text) is None:
                is_public = name.public or name.text.casefold() in material.unmasked
                (public if is_public else private)[name.text] = None
    seen = Ledger(material).names_seen
    for claims in material.claims:
        private.update(dict.fromkeys(_flagged(claims, lexicon)))
        for speaker, is_public in named_speakers(claims, other, lexicon, seen):
            is_public = is_public or speaker.casefold() in material.unmasked
            (public if is_public else private)[speaker] = None
    for place in _named_as_places(private, [r.text for r in material.reports], library.place_words):
        del private[place]
    for surname in _surnames_of(private, public):
        private[surname] = public.pop(surname)
    private = {n: None for n in private if n.casefold() not in material.unmasked}
    known_words = {w.casefold() for t in dict.fromkeys(_known_texts(material)) for w in _NAME_WORD.findall(t)} - family
    names, weak = _hidden_names(private, public, known_words, other.lower, lexicon)
    matcher = NameMatcher(names, weak, lexicon.speech | lexicon.harm | lexicon.doing)
    return Protector((*names, *weak), matcher, spared, tuple(public))


def _named_as_places(names: Iterable[str], texts: Iterable[str], words: PlaceWords) -> list[str]:
    """Names that a report gives to a place by its kind ("the suburbs of N. N."), which nobody is of, and countries."""
    kinds = "|".join(sorted(map(re.escape, words.cues["class_of"])))
    behind = rf"\b(?:{kinds})\s+(?=[^\W\d_])"
    # A name can only stand where its first letters do: few of very many are tried at each place.
    told: dict[str, list[str]] = {}
    for after in dict.fromkeys(a for text in texts for a in _behind(text, behind)):
        told.setdefault(_opening(after), []).append(after)

    def is_told(name: str) -> bool:
        named = re.compile(rf"{re.escape(name)}\b(?!['’]s\b)")
        return any(named.match(after) for after in told.get(_opening(name), ()))

    states = tuple(f"{country}{mark}s " for country in words.countries for mark in "'’")
    return [n for n in names if n.casefold() in words.countries or n.casefold().startswith(states) or is_told(n)]


def _opening(text: str) -> str:
    """The letters with which a text begins."""
    found = _LETTERS.match(text)
    return found[0] if found else ""


@lru_cache(maxsize=4_000)
def _behind(text: str, kinds: str) -> tuple[str, ...]:
    """What stands behind each word for a kind of place, by the pattern of such words in small letters."""
    # The one capital whose small form is longer would move what stands behind it.
    small = text.replace("İ", "I").lower()
    return tuple(text[m.end() : m.end() + 80] for m in re.finditer(kinds, small))


def _surnames_of(private: Iterable[str], public: Iterable[str]) -> list[str]:
    """Single words taken for officials that are the last word of a private person's name, and of no official's."""
    families = {_family(n) for n in private if len(_words(n)) > 1}
    offices = {_family(n) for n in public if len(_words(n)) > 1}
    return [n for n in public if len(_words(n)) == 1 and _family(n) in families - offices]


def protect_nobody() -> Protector:
    """The protector of the explicit choice to print all names."""
    return Protector((), NameMatcher(()), {})


def protect_material(material: Material, protector: Protector) -> Material:
    """The story with masked words: whatever is composed of it cannot name a private person."""
    return msgspec.structs.replace(
        material,
        reports=tuple(protector.mask_report(r) for r in material.reports),
        claims=tuple(protector.mask_told(c) for c in material.claims),
        copies=tuple(protector.mask_told(c) for c in material.copies),
    )


def protect_reconciled(reconciled: Reconciled, protector: Protector) -> Reconciled:
    """The reconciled record with masked words; the main event's town keeps its name, whoever bears it too."""
    masked = protector.mask_record(reconciled)
    told, main = reconciled.main, masked.main
    if told is None or main is None or told.place is None or main.place is None or told.place.geonames_id is None:
        return masked
    place = msgspec.structs.replace(main.place, name=told.place.name)
    return msgspec.structs.replace(masked, main=msgspec.structs.replace(main, place=place))


@lru_cache(maxsize=4_000)
def _named_groups(text: str, library: Library) -> tuple[tuple[int, int], ...]:
    """Spans of armed groups, parties, bodies and states of the actors table, and of bodies by their kind ("Department
    of Water Affairs"); one word of a people may be a person's.
    """
    found = library.actors.find_names(text)
    spans = [(m.start, m.end) for m in found if m.actor.kind == "group" or " " in text[m.start : m.end]]
    named = (m.span() for m in _bodies_by_kind(library).finditer(text))
    # A pattern that begins with the words themselves is looked for far faster than with the boundary before them.
    return tuple(sorted([*spans, *(n for n in named if not text[n[0] - 1 : n[0]].isalnum())]))


@lru_cache(maxsize=1)
def _bodies_by_kind(library: Library) -> re.Pattern[str]:
    kinds = "|".join(sorted(w.capitalize() for w in library.wording.bodies))
    capitals = rf"(?:[A-Z][\w-]*(?: {either(library.persons.name_links)})?(?: (?=[A-Z])|\b))+"
    return re.compile(rf"(?:{kinds}) (?:of|for) {capitals}")


def _known_spans(claims: ReportClaims, other: KnownNames, lexicon: PersonLexicon) -> Iterable[tuple[int, int]]:
    """Spans of the text that name a place, an organisation or an armed actor, in order."""
    spans: set[tuple[int, int]] = set()
    for place in claims.places:
        known = place.geonames_id is not None or place.kind == "facility"
        if place.field == "text" and known and not is_family_name(place.text, other.family):
            spans.add((place.start, place.end))
    told: list[Figure | EventClaim | Control] = [*claims.figures, *claims.events, *claims.control]
    for claim in told:
        source = claim.attribution
        if source is None or source.field != "text" or source.kind not in _BODIES or len(source.text) >= 80:
            continue
        words = {w.casefold() for w in _NAME_WORD.findall(source.text)}
        if words & lexicon.public or other.names_other(source.text):
            spans.add((source.start, source.end))
    for event in claims.events:
        for actor in (*event.actors, *event.recipients):
            if actor.field == "text" and not actor.private and actor.sector not in ("civilians", "unknown"):
                spans.add((actor.start, actor.end))
    return sorted(spans)


def _known_texts(material: Material) -> Iterable[str]:
    for report in material.reports:
        yield report.outlet or ""
        yield report.agency or ""
    for claims in material.claims:
        for place in claims.places:
            if place.geonames_id is not None:
                yield from (place.text, place.name, place.admin1 or "")


def _flagged(claims: ReportClaims, lexicon: PersonLexicon) -> Iterable[str]:
    """Names that extraction itself marks as private persons."""
    named = [s.speaker for s in claims.statements if s.private]
    named += [a.text for e in claims.events for a in (*e.actors, *e.recipients) if a.private]
    for text in named:
        words = [w for w in text.split() if w[:1].isupper()]
        if (
            len(words) >= 2
            and len(words) == len(text.split())
            and not {w.casefold() for w in words} & lexicon.not_person
        ):
            yield text


def _hidden_names(
    private: dict[str, None], public: dict[str, None], known: set[str], lower: frozenset[str], lexicon: PersonLexicon
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Full private names and each part of one that nothing public bears; apart, those that are plain words too."""
    officials = {(_words(n)[0], _family(n)) for n in public if _words(n)}
    official_names = {tuple(_words(n)) for n in public}
    official_words = {w for n in public for w in _words(n)}
    never = official_words | known | lexicon.not_person | lexicon.never_alone | lexicon.particles
    seen: dict[str, None] = {}
    weak: dict[str, None] = {}
    for name in private:
        words = _words(name)
        if not words or (words[0], _family(name)) in officials:
            continue
        if any(_inside(tuple(words), official) for official in official_names):
            continue
        if len(words) > 1:
            seen[name] = None
        for part in _parts(name):
            alone = part.casefold()
            if len(part) < 3 or {alone, alone.removeprefix("al-"), alone.removeprefix("el-")} & never:
                continue
            (weak if alone in lower else seen)[part] = None

    return tuple(sorted(seen, key=_by_length)), tuple(sorted(weak, key=_by_length))


def _parts(name: str) -> list[str]:
    """The words of a name that may stand for the whole later."""
    return [w for w in _NAME_WORD.findall(name) if w[0].isupper() or "-" in w]


def _inside(words: tuple[str, ...], official: tuple[str, ...]) -> bool:
    """Whether a name is an official's without its first words ("Abdel Rahman" of "Rami Abdel Rahman")."""
    return 1 < len(words) < len(official) and official[-len(words) :] == words


def _words(name: str) -> list[str]:
    return [w.casefold() for w in _NAME_WORD.findall(name)]


def _family(name: str) -> str:
    last = _words(name)[-1]
    return last.split("-", 1)[1] if last.split("-")[0] in ("al", "el") and "-" in last else last


def _by_length(name: str) -> tuple[int, str]:
    return -len(name), name
