"""What proves that a verb or noun tells a happening and no metaphor of sport, trade, weather or science."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import ClassVar

from rashomon.extraction.english.event_cases import Case
from rashomon.extraction.english.event_everyday import is_everyday
from rashomon.knowledge.word_classes import WordClasses

_CROWD = frozenset({"protesters", "rioters", "civilians"})
_CROWD_ALONE = frozenset({"protesters", "rioters"})
#: Sectors whose people take to the streets.
_PROTESTING = frozenset({"protesters", "rioters", "civilians", "rebel group"})


@dataclass(frozen=True, slots=True)
class CaseWords(WordClasses):
    """Words of which more is asked, or less, than of others of their class."""

    source: ClassVar[str] = "en/words/events.toml#cases"

    wars: frozenset[str]
    unrest: frozenset[str]
    murders: frozenset[str]
    marches: frozenset[str]
    emergencies: frozenset[str]
    meetings: frozenset[str]
    standing: frozenset[str]
    storming: frozenset[str]


def _words(case: Case) -> CaseWords:
    return case.evidence.events.classes.of(CaseWords)


def holds(case: Case) -> bool:
    """Whether a spot counts as a happening: no metaphor, no everyday life, and what its class asks for is there."""
    spot, here = case.spot, case.here
    if _is_no_happening(case):
        return False
    if spot.token.lemma in _words(case).wars and spot.role == "subject" and case.evidence.began_in_a_year(spot):
        return True
    if spot.frame.proof == "party" and case.conflict and spot.is_noun and not here.is_foreign:
        return spot.token.lemma not in _words(case).unrest or case.is_any_armed(case.everyone)
    if spot.frame.is_verbal and here.foreign_likely and case.evidence.only_nations(case.everyone):
        return False
    return _RULES[spot.frame.proof](case)


def _is_no_happening(case: Case) -> bool:
    """Whether the words borrow those of conflict, or tell what stands and is not done."""
    spot, parse, here, token = case.spot, case.parse, case.here, case.spot.token
    if here.is_foreign and not here.weapons and not (case.is_any_armed(case.everyone) and here.foreign_sure == 0):
        return True
    if is_everyday(spot, case.parties, parse, case.evidence.events):
        return True
    if spot.frame.id == "fire" and case.evidence.of_guns(spot, parse):
        return True
    if token.lemma in _words(case).meetings and not spot.is_noun and parse.kids(token, "auxpass"):
        return True
    # A standing relation, told as one; only a deed of support is an event.
    return token.lemma in _words(case).standing and token.tag in {"VBG", "VBZ", "VBP", "VBN"}


def _none(case: Case) -> bool:
    here, told = case.here, bool(case.everyone) or case.places > 0
    told = told or here.harm or here.weapons or case.conflict
    return not here.foreign_sure and (told or case.spot.frame.group not in {"strike", "battle"})


def _blast(case: Case) -> bool:
    return case.here.harm and (case.spot.is_noun or case.evidence.explodes(case.spot, case.parse))


def _lands(case: Case) -> bool:
    verb, here = case.spot.predicate, case.here
    struck = verb is not None and verb.lemma in case.evidence.events.support["happen"]
    return struck and case.spot.role == "subject" and not here.is_foreign and (here.harm or case.report.harm)


def _crackdown(case: Case) -> bool:
    if any(a.sector in _CROWD_ALONE for a in case.everyone) or case.evidence.names_protest(case.spot, case.parse):
        return not case.here.is_foreign
    return case.here.deaths and any(a.sector == "state forces" for a in case.parties.actors)


def _party(case: Case) -> bool:
    here = case.here
    if case.spot.token.lemma in _words(case).storming and case.acts(*_CROWD_ALONE):
        return case.has_target or bool(case.parties.recipients)
    return (
        case.is_any_armed(case.everyone)
        or (case.has_state and (case.has_target or bool(case.parties.recipients)))
        or (case.has_target and (here.harm or here.weapons))
        or (case.spot.is_noun and (here.harm or here.weapons) and case.report.harm and not here.is_foreign)
    )


def _armed(case: Case) -> bool:
    recipients, here = case.parties.recipients, case.here
    if case.spot.frame.id in {"loot", "crowdcontrol"} and case.acts(*_CROWD):
        return bool(case.objects) and not here.is_foreign
    if case.spot.frame.id == "crowdcontrol" and any(a.sector in _CROWD_ALONE for a in recipients):
        return True
    return (
        case.is_any_armed(case.parties.actors)
        or (case.has_state and bool(case.objects) and (case.has_target or case.hits_people))
        or (case.is_any_armed(recipients) and not here.foreign_likely)
    )


def _people(case: Case) -> bool:
    told = case.spot.is_noun or bool(case.parties.recipients)
    return case.is_any_armed(case.everyone) or case.hits_people or (told and case.here.harm)


def _agent(case: Case) -> bool:
    return (
        case.is_any_armed(case.parties.actors)
        or (case.has_state and case.hits_people)
        or (case.spot.is_noun and bool(case.parties.recipients) and case.here.harm)
        or (case.spot.token.lemma in _words(case).murders and bool(case.parties.recipients))
        or (case.hits_people and case.here.weapons and bool(case.parties.actors))
    )


def _taken_ground(case: Case) -> bool:
    if not (case.is_any_armed(case.parties.actors) or case.has_state):
        return False
    return case.evidence.names_territory(case.spot, case.parse) or (case.places > 0 and case.spot.is_noun)


def _crowd(case: Case) -> bool:
    here = case.here
    if case.spot.token.lemma in _words(case).marches and not case.spot.is_noun and not here.crowd:
        return False
    acting = [a for a in case.parties.actors if a.sector in _PROTESTING and not case.evidence.is_gathering(a)]
    return bool(acting) or (here.crowd and not here.is_foreign)


def _polity(case: Case) -> bool:
    actors, evidence = case.parties.actors, case.evidence
    if any(evidence.is_polity(a) for a in actors):
        return True
    unknown = all(a.sector == "unknown" and a.text[:1].isupper() for a in actors)
    told_of = bool(actors) or evidence.is_passive(case.spot, case.parse)
    to_polity = any(evidence.is_polity(a) for a in case.parties.recipients)
    return unknown and told_of and to_polity and not case.here.foreign_likely


def _official(case: Case) -> bool:
    ruling = [a for a in case.parties.actors if a.sector in {"government", "political party"}]
    return any(case.evidence.is_polity(a) for a in ruling) and not case.here.foreign_likely


def _captive(case: Case) -> bool:
    held = any(a.sector in {"civilians", "government"} for a in case.parties.recipients)
    return any(case.evidence.is_polity(a) for a in case.parties.actors) and (
        held or case.evidence.names_any(case.spot, case.parse, "captives")
    )


def _emergency(case: Case) -> bool:
    # "A curfew was declared": the words allow no other reading.
    return any(w in case.spot.sentence.text.lower() for w in _words(case).emergencies)


def _harm(case: Case) -> bool:
    told = case.spot.role in {"subject", "object", "heading", "passive", "verb"}
    return case.here.harm or (told and (case.report.harm or case.evidence.strikes_homes(case.spot, case.parse)))


#: What each kind of proof asks for (`data/en/events.toml` says which class needs which).
_RULES: Mapping[str, Callable[[Case], bool]] = {
    "none": _none,
    "blast": _blast,
    "party": _party,
    "lands": _lands,
    "crackdown": _crackdown,
    "armed": _armed,
    "people": _people,
    "agent": _agent,
    "territory": _taken_ground,
    "crowd": _crowd,
    "polity": _polity,
    "polity_or_people": lambda case: any(case.evidence.is_polity(a) or a.private for a in case.parties.actors),
    "official": _official,
    "captive": _captive,
    "emergency": _emergency,
    "hazard": lambda case: case.spot.role != "oblique" or case.here.harm or case.report.harm,
    "harm": _harm,
    "deaths": lambda case: case.here.deaths,
    "structure": lambda case: case.here.harm and case.evidence.names_structure(case.spot, case.parse),
}
