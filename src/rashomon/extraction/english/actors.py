"""Actors of a report: names, nouns that name them by what they are, and later words that mean them again."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import msgspec

from rashomon.knowledge.actors import ActorKind, ActorLexicon, NameMatch
from rashomon.knowledge.library import Library
from rashomon.language.syntax import Parse, Sentence, Token
from rashomon.model.actor import Actor, Sector
from rashomon.model.report import Report

#: Roles in which a country's name means its state.
_ACTING = frozenset(
    {"nsubj", "nsubjpass", "dobj", "dative", "poss", "npadvmod", "attr", "appos", "compound", "amod", "oprd"}
)
#: Prepositions whose object may be an actor; after any other a country is a place.
_ACTING_PREPOSITIONS = frozenset("by with against between from to on for and of".split())
_LEFT = frozenset({"amod", "compound", "nmod", "poss", "npadvmod", "punct"})
_ACRONYM = re.compile(r"\(\s*(?:known as |or )?[\"'“]?([A-Z][A-Za-z/&-]{1,9})[\"'”]?\s*\)")
_ORGANISATION_HEADS: dict[str, Sector] = {
    "army": "rebel group",
    "brigade": "rebel group",
    "brigades": "rebel group",
    "front": "rebel group",
    "militia": "political militia",
    "party": "political party",
    "movement": "rebel group",
    "forces": "rebel group",
    "council": "political party",
    "alliance": "rebel group",
    "union": "international organisation",
    "organisation": "international organisation",
    "organization": "international organisation",
    "agency": "international organisation",
    "league": "political party",
    "group": "rebel group",
}


@dataclass(slots=True)
class _Report:
    """What is known of a report's actors while its sentences are walked."""

    acronyms: dict[str, Actor]
    groups: list[Actor]
    states: dict[str, Actor]


def find_actors(report: Report, sentences: Sequence[Sentence], library: Library) -> tuple[Actor, ...]:
    """The actor mentions of a report in text order, none inside another of the same field."""
    lexicon = library.actors
    known = _Report({}, [], {})
    found: list[Actor] = []
    for sentence in sentences:
        for actor in _in_sentence(sentence, lexicon, known):
            found.append(_bound(actor, sentence, known, lexicon))
    return tuple(found)


def _in_sentence(sentence: Sentence, lexicon: ActorLexicon, known: _Report) -> list[Actor]:
    """The actors of one sentence, names before nouns; where two overlap, the longer."""
    names = list(lexicon.find_names(sentence.text))
    found: list[Actor] = []
    if sentence.text.isupper():
        return found
    taken: list[tuple[int, int]] = []
    if sentence.parse is not None:
        for actor in _described(sentence, sentence.parse, names, lexicon):
            found.append(actor)
            taken.append((actor.start - sentence.start, actor.end - sentence.start))
    for name in reversed(names):
        if any(low < name.end and name.start < high for low, high in taken):
            continue
        named = _named(sentence, name, lexicon)
        if named is not None:
            found.append(named)
            taken.append((named.start - sentence.start, named.end - sentence.start))
    found += _acronyms(sentence, known, found)
    return sorted(found, key=lambda a: (a.start, a.end))


def _actor(sentence: Sentence, start: int, end: int, **parts: object) -> Actor:
    return msgspec.convert(
        {
            "field": sentence.field,
            "start": sentence.start + start,
            "end": sentence.start + end,
            "text": sentence.text[start:end],
            **parts,
        },
        Actor,
    )


def _named(sentence: Sentence, name: NameMatch, lexicon: ActorLexicon) -> Actor | None:
    """The actor of a bare name; null for a country that only says where."""
    entry = name.actor
    token = sentence.parse.at(name.end - 1) if sentence.parse is not None else None
    if entry.kind in {"nation", "metonym"} and (token is None or not _acts(sentence.parse, token, entry.kind)):
        return None
    if entry.kind == "people":
        if token is None or sentence.parse is None:
            return None
        noun = token.tag in {"NNS", "NNPS"} or (
            token.pos in {"NOUN", "PROPN"} and token.dep not in {"amod", "compound"}
        )
        if noun:
            start = min(name.start, _left_edge(sentence.parse, token))
            plain = sentence.text[start : name.end]
            return _actor(sentence, start, name.end, name=plain, sector="civilians", country_code=entry.country_code)
        if entry.country_code is None:
            return None
        return _actor(
            sentence, name.start, name.end, name=entry.name, sector="government", country_code=entry.country_code
        )
    return _actor(
        sentence,
        name.start,
        name.end,
        name=entry.name,
        sector=entry.sector,
        country_code=entry.country_code,
        side=entry.side,
    )


def _acts(parse: Parse | None, token: Token, kind: str) -> bool:
    """Whether a country's name stands where an actor stands."""
    if parse is None:
        return False
    while token.dep in {"conj", "compound"} and token.head != token.i and parse.head(token).pos in {"PROPN", "NOUN"}:
        token = parse.head(token)
    if kind == "metonym":
        return token.dep == "nsubj" or (
            token.dep == "pobj" and parse.head(token).lower in {"by", "against", "with", "between"}
        )
    if token.dep == "pobj":
        return parse.head(token).lower in _ACTING_PREPOSITIONS
    return token.dep in _ACTING or token.dep == "ROOT"


def _described(sentence: Sentence, parse: Parse, names: Sequence[NameMatch], lexicon: ActorLexicon) -> list[Actor]:
    """Actors named by a noun: "government troops", "Hamas militants", "President X"."""
    found: list[Actor] = []
    end_before = -1
    for token in parse.tokens:
        if token.pos not in {"NOUN", "PROPN", "ADJ"} or token.start < end_before:
            continue
        before = parse.tokens[token.i - 1].lower if token.i else ""
        kind = _kind_at(lexicon, token, before)
        if kind is None or (token.pos == "ADJ" and token.dep not in {"nsubj", "dobj", "pobj"}):
            continue
        actor = _described_at(sentence, parse, token, kind, names, lexicon)
        if actor is not None and actor.start - sentence.start >= end_before:
            found.append(actor)
            end_before = actor.end - sentence.start
    return found


def _kind_at(lexicon: ActorLexicon, token: Token, before: str) -> ActorKind | None:
    kind = lexicon.kind_of(token.lemma, before)
    return kind if kind is not None else lexicon.kind_of(token.lower, before)


def _described_at(
    sentence: Sentence, parse: Parse, token: Token, kind: ActorKind, names: Sequence[NameMatch], lexicon: ActorLexicon
) -> Actor | None:
    head = parse.head(token)
    if token.dep in {"compound", "nmod", "amod"} and head.i > token.i and head.pos in {"NOUN", "PROPN"}:
        if kind.official and head.pos == "PROPN":
            return _office_holder(sentence, parse, head, names)
        return (
            None if _kind_at(lexicon, head, token.lower) is not None else _modifier_actor(sentence, token, kind, names)
        )
    start = _left_edge(parse, token)
    end = token.end
    if kind.official and token.i + 1 < len(parse.tokens):
        following = parse.tokens[token.i + 1]
        if following.dep == "appos" and following.pos == "PROPN":
            end = max(
                t.end for t in parse.subtree(following) if t.dep in {"compound", "flat", "appos"} or t.i == following.i
            )
    following_name = next((n for n in names if n.actor.kind == "group" and 0 < n.start - end <= 2), None)
    if following_name is not None and (kind.armed or kind.id in {"group", "party", "organisation"}):
        named_actor = following_name.actor
        return _actor(
            sentence,
            start,
            following_name.end,
            name=named_actor.name,
            sector=named_actor.sector,
            country_code=named_actor.country_code,
            side=named_actor.side,
        )
    if any(n.start <= start and end <= n.end for n in names if n.actor.kind == "group"):
        return None
    inside = [n for n in names if start <= n.start and n.end <= end]
    sector, named = _sector(parse, token, kind, inside, start, lexicon)
    country = next((n.actor.country_code for n in inside if n.actor.country_code), None)
    if country is None:
        country = _country_after(parse, token, names)
    if named is not None:
        return _actor(
            sentence,
            start,
            end,
            name=named.actor.name,
            sector=named.actor.sector,
            country_code=named.actor.country_code,
            side=named.actor.side,
        )
    plain = sentence.text[start:end]
    if kind.id == "government" and country is None:
        plain += _of_whom(sentence, parse, token)
    name = (
        lexicon.canonical(kind, token.lemma, country) if sector in {"state forces", "government"} else None
    ) or plain
    return _actor(
        sentence,
        start,
        end,
        name=name,
        sector=sector,
        country_code=country,
        private=kind.private and sector == "civilians",
    )


def _modifier_actor(sentence: Sentence, token: Token, kind: ActorKind, names: Sequence[NameMatch]) -> Actor | None:
    """ "rebel" in "rebel shelling": the noun stands for its class."""
    if not (kind.armed or kind.id in {"government", "protester", "rioter"}):
        return None
    if any(n.start <= token.start < n.end for n in names):
        return None
    return _actor(sentence, token.start, token.end, name=token.text, sector=kind.sector)


def _office_holder(sentence: Sentence, parse: Parse, head: Token, names: Sequence[NameMatch]) -> Actor:
    start = _left_edge(parse, head)
    country = next(
        (n.actor.country_code for n in names if start <= n.start and n.end <= head.end and n.actor.country_code), None
    )
    return _actor(
        sentence, start, head.end, name=sentence.text[start : head.end], sector="government", country_code=country
    )


def _left_edge(parse: Parse, token: Token) -> int:
    """Where the noun's name starts: modifiers that stand unbroken before it, without article and number."""
    first = token
    i = token.i - 1
    inside = {t.i for t in parse.subtree(token) if t.i < token.i}
    while i >= 0 and i in inside:
        left = parse.tokens[i]
        if "\n" in first.text or left.end < first.start - 3:
            break
        if left.dep in {"cc", "conj"} and left.pos in {"CCONJ", "ADJ", "PROPN"} and parse.head(left).dep == "amod":
            # "Hungarian and Romanian officials" is one name.
            first = left
            i -= 1
            continue
        if left.dep in {"det", "nummod", "advmod", "predet", "quantmod", "cc", "conj", "relcl", "prep", "mark"}:
            break
        if left.pos in {"PRON", "NUM", "VERB"} and left.dep != "amod" and left.text != "-" and "-" not in left.text:
            break
        if left.dep == "punct" and left.text not in {"-", "–", "'", "’"}:
            break
        first = left
        i -= 1
    while first.i < token.i and (first.dep == "punct" or first.dep == "case" or not first.text[0].isalnum()):
        first = parse.tokens[first.i + 1]
    return first.start


def _sector(
    parse: Parse, token: Token, kind: ActorKind, inside: Sequence[NameMatch], start: int, lexicon: ActorLexicon
) -> tuple[Sector, NameMatch | None]:
    """The sector, and the named group where the noun only says what it is ("Hamas militants")."""
    if kind.armed or kind.id == "group":
        for match in inside:
            if match.actor.kind == "group" and match.actor.sector not in {"international organisation"}:
                return match.actor.sector, match
    words = [t.lower for t in parse.tokens[: token.i] if t.start >= start]
    if kind.sector in {"unknown", "international organisation", "political party"} or kind.id in {"army", "gunman"}:
        for word in reversed(words):
            for part in (word, *word.split("-")):
                sector = lexicon.sector_by_modifier.get(part)
                if sector is not None and not (kind.id == "army" and sector == "political militia"):
                    return sector, None
    if kind.id == "forces":
        if any(m.actor.kind in {"nation", "people"} for m in inside):
            return "state forces", None
        return ("rebel group" if token.lemma in {"fighter", "combatant"} else "unknown"), None
    return kind.sector, None


def _of_whom(sentence: Sentence, parse: Parse, token: Token) -> str:
    """ "of Sindh province" behind "the government", as part of its name."""
    for prep in parse.kids(token, "prep"):
        if prep.lower == "of" and prep.i == token.i + 1:
            below = parse.subtree(prep)
            if len(below) <= 6 and any(t.pos == "PROPN" for t in below):
                return sentence.text[token.end : below[-1].end]
    return ""


def _country_after(parse: Parse, token: Token, names: Sequence[NameMatch]) -> str | None:
    """The country in "the government of X"."""
    for prep in parse.kids(token, "prep"):
        if prep.lower in {"of", "in"}:
            for obj in parse.kids(prep, "pobj"):
                for name in names:
                    if name.start < obj.end and obj.start < name.end and name.actor.country_code:
                        return name.actor.country_code
    return None


def _acronyms(sentence: Sentence, known: _Report, found: Sequence[Actor]) -> list[Actor]:
    """Binds "Long Name (LN)" and gives later uses of LN."""
    new: list[Actor] = []
    spans = [(a.start - sentence.start, a.end - sentence.start) for a in found]
    for match in _ACRONYM.finditer(sentence.text):
        before = [a for a in found if 0 <= match.start() - (a.end - sentence.start) <= 1]
        if before:
            known.acronyms.setdefault(match.group(1), before[-1])
            continue
        name = _long_name(sentence.text, match.start(), match.group(1))
        if name is not None and not any(low < name[1] and name[0] < high for low, high in spans):
            words = sentence.text[name[0] : name[1]].lower().split()
            sector = next((_ORGANISATION_HEADS[w] for w in reversed(words) if w in _ORGANISATION_HEADS), None)
            if sector is None:
                continue
            actor = _actor(sentence, *name, name=sentence.text[name[0] : name[1]], sector=sector)
            new.append(actor)
            known.acronyms.setdefault(match.group(1), actor)
    for acronym, meant in known.acronyms.items():
        for match in re.finditer(rf"(?<![\w-]){re.escape(acronym)}(?![\w-])", sentence.text):
            if not any(low < match.end() and match.start() < high for low, high in spans):
                new.append(
                    _actor(
                        sentence,
                        match.start(),
                        match.end(),
                        name=meant.name,
                        sector=meant.sector,
                        country_code=meant.country_code,
                        side=meant.side,
                    )
                )
                spans.append((match.start(), match.end()))
    return new


def _long_name(text: str, end: int, acronym: str) -> tuple[int, int] | None:
    """The capitalised words before an acronym that begin with its letters, in order; at most eight words."""
    words = [(m.start(), m.end()) for m in re.finditer(r"[\w'’-]+", text[max(0, end - 120) : end])]
    offset = max(0, end - 120)
    letters = [c.lower() for c in acronym if c.isalpha()]
    for count in range(2, min(9, len(words) + 1)):
        chosen = words[-count:]
        first = text[offset + chosen[0][0]]
        if not first.isupper() or first.lower() != letters[0]:
            continue
        initials = [text[offset + s].lower() for s, _ in chosen]
        if _in_order(letters, initials):
            return offset + chosen[0][0], offset + chosen[-1][1]
    return None


def _in_order(letters: Sequence[str], initials: Sequence[str]) -> bool:
    rest = iter(initials)
    return all(any(letter == initial for initial in rest) for letter in letters)


def _bound(actor: Actor, sentence: Sentence, known: _Report, lexicon: ActorLexicon) -> Actor:
    """The actor with the name of the earlier mention it means, where that is the only one it can mean."""
    words = actor.text.lower().split()
    head = words[-1] if words else ""
    kind = lexicon.kinds.get(head) or lexicon.kinds.get(head.removesuffix("s"))
    plain = actor.name == actor.text and kind is not None
    at = actor.start - sentence.start
    pointing = sentence.text[max(0, at - 4) : at].lower() == "the "
    if plain and len(words) == 1 and kind is not None and pointing:
        bound = _antecedent(head.removesuffix("s"), kind, known, lexicon)
        if bound is not None:
            return msgspec.structs.replace(
                actor, name=bound.name, sector=bound.sector, country_code=bound.country_code, side=bound.side
            )
        return actor
    if not plain and actor.sector in {"rebel group", "political militia", "identity militia", "political party"}:
        if all(g.name != actor.name for g in known.groups):
            known.groups.append(actor)
        else:
            known.groups.sort(key=lambda g: g.name == actor.name)
    if kind is not None and kind.id in {"army", "police", "government"} and actor.country_code:
        known.states.setdefault(kind.id, actor)
    return actor


def _antecedent(head: str, kind: ActorKind, known: _Report, lexicon: ActorLexicon) -> Actor | None:
    if head in lexicon.alias_heads:
        fits = [g for g in known.groups if g.sector in lexicon.alias_heads[head]]
        return fits[-1] if fits else None
    if kind.id in {"rebel", "militia"}:
        fits = [g for g in known.groups if g.sector == kind.sector]
        return fits[0] if len(fits) == 1 else None
    if kind.id in {"army", "police", "government"}:
        return known.states.get(kind.id)
    return None
