"""Acts that words are about: what is demanded, threatened, promised or refused is told by the word above it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from rashomon.extraction.english.event_arguments import Parties
from rashomon.extraction.english.event_crowds import is_force_amid
from rashomon.extraction.english.event_modality import Modality
from rashomon.extraction.english.event_spotting import Spot, verb_frames
from rashomon.knowledge.events import EventLexicon
from rashomon.knowledge.word_classes import WordBook, WordClasses
from rashomon.language.syntax import Parse, Sentence, Token

#: Frames whose words take an act below them as their content.
_GOVERNING = frozenset({"request", "reject", "threaten", "agree", "concede", "asylum", "disapprove", "investigate"})
_DOWN = frozenset(
    {"xcomp", "ccomp", "acl", "advcl", "dobj", "pobj", "prep", "pcomp", "conj", "nsubj", "relcl", "dative", "attr"}
)

#: THREATEN modes by the PLOVER type of what is threatened.
_THREAT_MODES = {
    "SANCTION": "relations",
    "COERCE": "restrict",
    "ASSAULT": "violence",
    "PROTEST": "restrict",
    "MOBILIZE": "violence",
}

_Proven = tuple[Spot, Parties, Modality]


@dataclass(frozen=True, slots=True)
class ObligingWords(WordClasses):
    """Words of what is demanded, and of how something was done."""

    source: ClassVar[str] = "en/words/events.toml#speech"

    saying: frozenset[str]
    obliging: frozenset[str]
    ways: frozenset[str]


def is_told_elsewhere(one: _Proven, all_proven: list[_Proven], parse: Parse, classes: WordBook) -> bool:
    """Whether a spot is only the content of another's words, or the same act told by a verb and its noun."""
    spot, _, modality = one
    if spot.frame.is_verbal and not spot.is_noun and modality.aux == ("hypothetical",) and spot.token.tag == "VB":
        return spot.token.dep in {"advcl", "acl", "relcl"}
    for other, their, _ in all_proven:
        if other is spot or other.token.i == spot.token.i:
            continue
        if is_force_amid(spot, other, their) or _is_fate(spot, other, parse) or _is_met(spot, other, their, parse):
            return True
        above = [a.i for a in parse.ancestors(spot.token)]
        if other.token.i in above:
            if other.frame.group == "protest" and spot.frame.is_verbal:
                return True
            if other.frame.id in _GOVERNING and _is_content(spot, other, modality):
                return True
            if _one_act(spot, other) or _way_of(spot, other, classes):
                return True
        if spot.predicate is not None and spot.predicate.i == other.token.i and spot.is_noun and _verb_of_harm(other):
            continue
        if _harm_of(spot, other, parse):
            return True
    return False


def _is_content(spot: Spot, other: Spot, modality: Modality) -> bool:
    """Whether a spot stands below a governing word as something not done: infinitive, modal, or plain object."""
    if spot.is_noun and spot.predicate is not None and spot.predicate.i == other.token.i:
        return spot.frame.is_verbal or spot.frame.group in {
            "agreement",
            "withdraw",
            "release",
            "battle",
            "strike",
            "attack",
            "deploy",
        }
    verb = spot.predicate or spot.token
    if modality.aux:
        return True
    if verb.tag in {"VB"}:
        return True
    return spot.frame.is_verbal and verb.tag in {"VBG"}


def _one_act(spot: Spot, other: Spot) -> bool:
    """Whether an event noun below a verb only repeats what the verb tells ("storm ... in an assault")."""
    return (
        spot.is_noun
        and not other.is_noun
        and spot.frame.group == other.frame.group
        and not spot.frame.is_disaster
        and spot.predicate is not None
        and spot.predicate.i == other.token.i
    )


def _way_of(spot: Spot, other: Spot, classes: WordBook) -> bool:
    """Whether a vague noun only says how a verb's act was done ("retook the town in a rapid attack")."""
    return (
        spot.is_noun
        and spot.role == "oblique"
        and spot.token.lemma in classes.of(ObligingWords).ways
        and not other.is_noun
        and not other.frame.is_verbal
        and not _verb_of_harm(other)
        and spot.predicate is not None
        and spot.predicate.i == other.token.i
    )


def _verb_of_harm(spot: Spot) -> bool:
    return spot.frame.id in {"killing", "destroy", "hit", "flight"} and not spot.is_noun


def _harm_of(spot: Spot, other: Spot, parse: Parse) -> bool:
    """Whether a verb of harm only says what another happening did ("killed 12 in an ambush")."""
    if not _verb_of_harm(spot) or other.frame.is_verbal or spot.frame.id == "flight":
        return False
    if other.is_noun and other.predicate is not None and other.predicate.i == spot.token.i:
        return True
    if not other.is_noun and not _verb_of_harm(other):
        return (
            spot.token.dep in {"advcl", "conj", "xcomp"}
            and spot.token.tag == "VBG"
            and other.token.i in _joined_heads(spot.token, parse)
        )
    return bool(
        other.is_noun
        and other.predicate is not None
        and spot.token.dep in {"advcl"}
        and spot.token.head == other.predicate.i
    )


def _is_fate(spot: Spot, other: Spot, parse: Parse) -> bool:
    """Whether a verb only says what became of the attacker: "opened fire before he was shot dead by police"."""
    if spot.is_noun or spot.frame.group != "attack" or other.frame.group not in {"attack", "bombing"}:
        return False
    hit = parse.kids(spot.token, "nsubjpass") or parse.kids(spot.token, "dobj")
    below = spot.token.dep == "advcl" and other.token.i in _joined_heads(spot.token, parse)
    return below and bool(hit) and all(t.tag == "PRP" for t in hit)


def _is_met(spot: Spot, other: Spot, their: Parties, parse: Parse) -> bool:
    """Whether a protest is only that of those whom force met: "fired tear gas at students marching on a palace"."""
    if spot.frame.group != "protest" or spot.is_noun or spot.token.dep not in {"acl", "relcl", "pcomp"}:
        return False
    forces = any(a.sector == "state forces" for a in their.actors)
    return forces and other.token.i in {a.i for a in parse.ancestors(spot.token)} and other.frame.group != "arrest"


def _joined_heads(token: Token, parse: Parse) -> set[int]:
    """The verb above a word and those it is joined to: "stormed two villages and burned houses, killing 17"."""
    head = parse.head(token)
    while token.dep == "conj" and head.tag == "VBG" and head.dep != "ROOT":
        token, head = head, parse.head(head)  # "fired on the crowd, killing five and wounding dozens"
    found = {head.i}
    while head.dep == "conj" and head.head not in found:
        head = parse.head(head)
        found.add(head.i)
    return found


def obligation_spots(sentence: Sentence, parse: Parse, lexicon: EventLexicon) -> list[Spot]:
    """ "X said that Y must ...": a request, told by the verb of saying."""
    words = lexicon.classes.of(ObligingWords)
    found: list[Spot] = []
    for token in parse.tokens:
        if token.lemma not in words.saying or token.pos != "VERB":
            continue
        found += [
            Spot(sentence, token, token.start, token.end, lexicon.frames["request"], token, "verb")
            for clause in parse.kids(token, "ccomp")
            if any(k.lower in words.obliging for k in parse.kids(clause, "aux")) and not parse.kids(token, "neg")
        ]
    return found


def threat_mode(spot: Spot, parse: Parse, lexicon: EventLexicon) -> str | None:
    """The mode of a threat by the class of what is threatened."""
    for token in parse.subtree(spot.token):
        if token.i == spot.token.i:
            continue
        noun = lexicon.nouns.get(token.lemma)
        frames = [noun] if noun is not None else verb_frames(parse, token, lexicon)
        for frame in frames:
            if frame.plover in _THREAT_MODES:
                return _THREAT_MODES[frame.plover]
    return None
