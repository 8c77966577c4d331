"""Actors named by a noun: "government troops", "Hamas militants", "President X"."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from rashomon.extraction.english.actor_edges import country_after, left_edge, members_of, named_behind, of_whom
from rashomon.knowledge.actors import ActorKind, ActorLexicon, NamedActor, NameMatch
from rashomon.language.syntax import Parse, Sentence, Token
from rashomon.model.actor import Actor, Sector


def actor_at(sentence: Sentence, start: int, end: int, **parts: object) -> Actor:
    """An actor mention over a span of the sentence (offsets of the sentence)."""
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


def described_actors(
    sentence: Sentence, parse: Parse, names: Sequence[NameMatch], lexicon: ActorLexicon
) -> list[Actor]:
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
        if actor is None:
            continue
        while found and found[-1].start >= actor.start and _owns(parse, found[-1].end - sentence.start):
            # "President X's government" is the government, not the president.
            found.pop()
            end_before = found[-1].end - sentence.start if found else -1
        if actor.start - sentence.start >= end_before:
            found.append(actor)
            end_before = actor.end - sentence.start
    return found


def _owns(parse: Parse, end: int) -> bool:
    """Whether a possessive ending follows a name."""
    token = parse.at(end)
    return token is not None and token.tag == "POS"


def _kind_at(lexicon: ActorLexicon, token: Token, before: str) -> ActorKind | None:
    kind = lexicon.kind_of(token.lemma, before) or lexicon.kind_of(token.lower, before)
    if kind is None and token.pos == "PROPN" and token.lower.endswith("s"):
        # "Insurgents" at a sentence's head, taken for a name.
        return lexicon.kind_of(token.lower[:-1], before)
    return kind


def _described_at(
    sentence: Sentence, parse: Parse, token: Token, kind: ActorKind, names: Sequence[NameMatch], lexicon: ActorLexicon
) -> Actor | None:
    head = parse.head(token)
    if token.dep in {"compound", "nmod", "amod"} and head.i > token.i and head.pos in {"NOUN", "PROPN"}:
        if kind.official and head.pos == "PROPN":
            return _office_holder(sentence, parse, head, names, lexicon)
        before_another = _kind_at(lexicon, head, token.lower) is not None
        return None if before_another else _modifier_actor(sentence, token, kind, names, lexicon)
    start, end = left_edge(parse, token, lexicon), _right_edge(parse, token, kind)
    groups = [n for n in names if n.actor.kind == "group"]
    following = next((n for n in groups if 0 < n.start - end <= 2), None)
    if following is not None and (kind.armed or kind.id in {"group", "party", "organisation"}):
        return _of_group(sentence, start, following.end, following.actor)
    if any(n.start <= start and end <= n.end for n in groups):
        return None
    inside = [n for n in names if start <= n.start and n.end <= end]
    sector, named = _sector(parse, token, kind, inside, start, lexicon)
    behind = named_behind(parse, token, names, lexicon) or members_of(parse, token, names)
    if behind is not None and (kind.armed or kind.id == "group"):
        named = behind
    if named is not None:
        return _of_group(sentence, start, end, named.actor)
    country = next((n.actor.country_code for n in inside if n.actor.country_code), None)
    country = country if country is not None else country_after(parse, token, names)
    of_state = sector in {"state forces", "government"}
    name = lexicon.canonical(kind, token.lemma, country) if of_state else None
    if not name:
        name = sentence.text[start:end]
        if start == token.start and token.i == 0:
            # "Gunmen attacked": the capital is the sentence's, not the name's.
            name = name[0].lower() + name[1:]
        name += of_whom(sentence, parse, token) if kind.id == "government" and country is None else ""
    private = kind.private and sector == "civilians"
    return actor_at(sentence, start, end, name=name, sector=sector, country_code=country, private=private)


def _right_edge(parse: Parse, token: Token, kind: ActorKind) -> int:
    """Where a description ends: with the name that an office stands before ("President X")."""
    following = parse.tokens[token.i + 1] if kind.official and token.i + 1 < len(parse.tokens) else None
    if following is None or following.dep != "appos" or following.pos != "PROPN":
        return token.end
    return max(t.end for t in parse.subtree(following) if t.dep in {"compound", "flat", "appos"} or t.i == following.i)


def _of_group(sentence: Sentence, start: int, end: int, group: NamedActor) -> Actor:
    """The actor of words that name a group of the lexicon."""
    return actor_at(
        sentence, start, end, name=group.name, sector=group.sector, country_code=group.country_code, side=group.side
    )


def _modifier_actor(
    sentence: Sentence, token: Token, kind: ActorKind, names: Sequence[NameMatch], lexicon: ActorLexicon
) -> Actor | None:
    """ "rebel" in "rebel shelling": the noun stands for its class."""
    if not (kind.armed or kind.id in {"government", "protester", "rioter"}):
        return None
    if any(n.start <= token.start < n.end for n in names):
        return None
    before = next((n for n in names if n.actor.kind == "people" and n.end == token.start - 1), None)
    if before is not None and before.actor.country_code is not None:
        # "Syrian army" in "the Syrian army command".
        name = (
            lexicon.canonical(kind, token.lemma, before.actor.country_code) or sentence.text[before.start : token.end]
        )
        return actor_at(
            sentence, before.start, token.end, name=name, sector=kind.sector, country_code=before.actor.country_code
        )
    return actor_at(sentence, token.start, token.end, name=token.text, sector=kind.sector)


def _office_holder(
    sentence: Sentence, parse: Parse, head: Token, names: Sequence[NameMatch], lexicon: ActorLexicon
) -> Actor:
    start = left_edge(parse, head, lexicon)
    country = next(
        (n.actor.country_code for n in names if start <= n.start and n.end <= head.end and n.actor.country_code), None
    )
    return actor_at(
        sentence, start, head.end, name=sentence.text[start : head.end], sector="government", country_code=country
    )


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
