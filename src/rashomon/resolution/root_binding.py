"""Descriptions of a source bound to the organisation that the same report names: "the observatory", "a war monitor"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar

from rashomon.knowledge.common_words import CalendarWords
from rashomon.knowledge.library import Library
from rashomon.knowledge.organisations import fold_letters, fold_word, name_key, name_words
from rashomon.knowledge.word_classes import WordClasses
from rashomon.model.claim import ReportClaims
from rashomon.model.report import Report
from rashomon.resolution.root_names import FIGHTERS, RootWords, body_behind, clean_name, is_fighter

_BASED = re.compile(r"^.+-based$")
_OWNED = re.compile(r"['’]s? ")
_WORD_START = re.compile(r"\b(?=\w)")
#: So many letters of a description may stand before who leads the body.
_LED_CHARS = 41
#: A report names its sources near its beginning (characters read for names).
_READ_CHARS = 60_000


@dataclass(frozen=True)
class BareWords(WordClasses):
    """Words of a description of a source."""

    source: ClassVar[str] = "en/words/texts.toml#bodies"

    bare: frozenset[str]
    links: frozenset[str]
    monitors: frozenset[str]

    @cached_property
    def name(self) -> re.Pattern[str]:
        """A run of capitalised words, as names are written."""
        links = "|".join(sorted(self.links))
        return re.compile(rf"[A-Z][\w.&'’-]*(?:[ \n](?:(?:{links})[ \n]){{0,2}}[A-Z][\w.&'’-]*){{0,12}}")


def bind_descriptions(report: Report, claims: ReportClaims, library: Library) -> dict[str, str]:
    """The descriptions that mean one organisation named in the report, by folded form.

    A description is bound where exactly one named organisation holds its noun ("the observatory") or is of its kind
    ("a war monitor"); each part of "a monitor and rebels" is bound by itself.
    """
    described = [w for w in dict.fromkeys(_sources(claims)) if library.organisations.find_in(w) is None]
    wanted = {w: [p for p in re.split(r"\s+and\s+", w) if _described(p, library)] for w in described}
    by_house = [w for w in _sources(claims) if _house(w, library) is not None]
    if not by_house and not any(wanted.values()):
        return {}
    named, fuller = _named(report, claims, library), _fuller(described, library)
    bound = {name_key(w): m for w in by_house if (m := _member(w, named, library)) is not None}
    for words, parts in wanted.items():
        renamed = words
        for part in parts:
            told = _described(part, library)
            meant = _meant(told, named, library)
            if meant is None and len(told) == 1:
                meant = fuller.get(told[0]) or _written_out(told[0], report, library)
            if meant is not None:
                renamed = renamed.replace(part, meant)
        if renamed != words:
            bound[name_key(words)] = renamed
    return bound


def _house(words: str, library: Library) -> str | None:
    """The family that a description of one of its bodies tells ("the UN agency"), or null."""
    known = library.organisations.find_in(words)
    bare = library.words.of(BareWords).bare
    rest = frozenset(k for _, k in name_words(words)) - {k for _, k in name_words(known[1])} if known else frozenset()
    return known[0].family if known is not None and rest and rest <= bare else None


def _member(words: str, named: dict[str, bool], library: Library) -> str | None:
    """The one source of the report that belongs to the family that a description tells, and is not all of it."""
    family = _house(words, library)
    known = [library.organisations.find(n) for n, is_source in named.items() if is_source]
    members = {k.name for k in known if k is not None and k.family == family and k.name != family}
    return members.pop() if len(members) == 1 else None


def _fuller(described: Sequence[str], library: Library) -> dict[str, str]:
    """The one longer description of a body for each noun that ends one alone: "the office", met as "the aid office"."""
    found: dict[str, set[str]] = {}
    for words in described:
        body = _OWNED.split(words, maxsplit=1)[0]  # "the civil defence office's final count"
        told = _described(body, library)
        if len(told) > 1 and " and " not in body:
            found.setdefault(told[-1], set()).add(body)
    return {noun: bodies.pop() for noun, bodies in found.items() if len({b.lower() for b in bodies}) == 1}


def _written_out(noun: str, report: Report, library: Library) -> str | None:
    """The one body of the report's text whose name ends in a noun that elsewhere stands alone: "the agency", met as
    "Norland's River Relief agency"; no medium.
    """
    name = library.words.of(BareWords).name.pattern
    text = f"{report.title or ''}\n{report.text[:_READ_CHARS]}"
    runs = re.findall(rf"({name}) (?i:{re.escape(noun)})\b", text)
    found = {name_key(r): r for r in runs if _may_own(r.split()[-1], library)}
    known = [library.organisations.find_in(r) for r in found.values()]
    if len(found) != 1 or any(k is not None and k[0].kind == "media" for k in known):
        return None
    if _is_party_army(f"{next(iter(found.values()))} {noun}", noun, library):
        return None
    return f"{next(iter(found.values()))} {noun}"


def _may_own(word: str, library: Library) -> bool:
    """Whether a word may be the last of a body's name before its noun: no day, no word that only opens a phrase, and
    none that a full stop parts from it ("They met in Norland. Police said").
    """
    ended = word.endswith(".") and "." not in word[:-1]
    day = word.lower() in library.words.of(CalendarWords).named
    return not ended and not day and word.lower() not in library.speech.leading


def _sources(claims: ReportClaims) -> Iterator[str]:
    told = [f.attribution for f in claims.figures]
    told += [e.attribution for e in claims.events]
    told += [c.attribution for c in claims.control]
    yield from (a.origin for a in told if a is not None and a.origin)
    for statement in claims.statements:
        if statement.organisation:
            yield statement.organisation


def _led(words: str, library: Library) -> re.Match[str] | None:
    """The last "head of", "spokesman for" in the first letters of a description, with what is behind it."""
    pattern = body_behind(library.speech.heads | library.speech.speakers, library.words.of(RootWords))
    starts = [m.start() for m in _WORD_START.finditer(words, 0, _LED_CHARS)]
    return next((m for at in reversed(starts) if (m := pattern.fullmatch(words, at)) is not None), None)


def _described(words: str, library: Library) -> list[str]:
    """The folded words of a description of a body; empty where the words name somebody."""
    led = _led(words, library)
    tokens = clean_name(led.group(1) if led else words, library.speech).split()
    while len(tokens) > 1 and led and tokens[-1][:1].isupper() and any(t[:1].islower() for t in tokens):
        tokens.pop()
    if any(t[:1].isupper() for t in tokens[1:]):
        return []
    kept = [fold_letters(t.strip(",.;:'’\"")) for t in tokens]
    kept = [t for t in kept if not _BASED.match(t) and t not in library.speech.telling_nothing]
    told = kept and (library.speech.body_of(kept[-1]) or kept[-1] in _telling(library) or is_fighter(kept[-1], library))
    return kept if told else []


def _telling(library: Library) -> frozenset[str]:
    return library.speech.kind_words.get("monitor", frozenset())


def _meant(described: list[str], named: dict[str, bool], library: Library) -> str | None:
    """The one name that the description means: by its noun first, then by its kind among the report's own sources."""
    if not described:
        return None
    quoted = [n for n, is_source in named.items() if is_source]
    kinds = ((_is_monitor, quoted), (_is_monitor, list(named)), (_is_fighters, quoted))
    for fits, names in ((_holds_noun, list(named)), *kinds):
        found = [n for n in names if fits(described, n, library)]
        if found:
            return found[0] if len(found) == 1 else None
    return None


def _holds_noun(described: list[str], name: str, library: Library) -> bool:
    """True where the name holds the description's noun and every other word of it."""
    organisation = library.organisations.find(name)
    if _is_party_army(name, described[-1], library):
        return False
    names = (name, *organisation.aliases) if organisation else (name,)
    return described[-1] not in library.words.of(BareWords).bare and any(
        {fold_word(w) for w in described} <= {fold_word(w) for _, w in name_words(n)} for n in names
    )


def _is_party_army(name: str, noun: str, library: Library) -> bool:
    """True for a party that calls itself an army: "the army" is the state's, not "the Liberation Army"."""
    return noun in library.speech.kind_words["army"] and library.is_party_army(name)


def _is_monitor(described: list[str], name: str, library: Library) -> bool:
    """True for a monitor that is described as one and no more ("a war monitor", "a rights group")."""
    words = library.words.of(BareWords)
    organisation, monitors = library.organisations.find(name), _telling(library)
    told = any(w in monitors for w in described) or any(set(p.split()) <= set(described) for p in words.monitors)
    return (
        told
        and organisation is not None
        and organisation.kind == "monitor"
        and all(w in monitors or w in words.bare for w in described)
    )


def _is_fighters(described: list[str], name: str, library: Library) -> bool:
    """True for fighters against a state that are described as such and no more ("the separatists", "rebel group")."""
    bare = library.words.of(BareWords).bare
    told = [w for w in described if is_fighter(w, library)]
    actor = library.actors.known(name)
    fights = actor is not None and actor.sector in FIGHTERS
    return bool(told) and fights and all(w in bare or w in told for w in described)


def _named(report: Report, claims: ReportClaims, library: Library) -> dict[str, bool]:
    """The organisations that the report names, and whether it quotes them: those of the shipped file, and sources with
    a name of their own.
    """
    found: dict[str, bool] = {}
    for words in dict.fromkeys(_sources(claims)):
        known = library.organisations.find_in(words)
        cleaned = clean_name(words, library.speech)
        if known is not None:
            found[known[0].name] = True
        elif len([w for w in cleaned.split() if w[:1].isupper()]) > 1 and " and " not in cleaned:
            found[cleaned] = True
    text = f"{report.title or ''}\n{report.text[:_READ_CHARS]}"
    for words in dict.fromkeys(m.group() for m in library.words.of(BareWords).name.finditer(text)):
        known = library.organisations.find_in(words)
        if known is not None:
            found.setdefault(known[0].name, False)
    return found
