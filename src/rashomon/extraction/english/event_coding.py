"""The codes of a happening: ACLED's type by who meets whom, PLOVER's type by who says or does what."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import msgspec

from rashomon.extraction.english.event_arguments import Parties
from rashomon.extraction.english.event_crowds import CROWD, FORCE_ON_CROWD, is_demonstration, protest_type, with_crowd
from rashomon.extraction.english.event_modality import Modality
from rashomon.extraction.english.event_policing import is_crime, is_ground, is_organised, is_political
from rashomon.extraction.english.event_spotting import Spot, objects_of
from rashomon.knowledge.events import EventLexicon, Frame
from rashomon.knowledge.word_classes import WordClasses
from rashomon.language.syntax import Parse
from rashomon.model.actor import ARMED, Actor

_UNARMED = frozenset({"civilians", "media", "political party", "international organisation"})
#: PLOVER types of friendly and of hostile acts: what is only intended becomes AGREE or THREATEN.
_FRIENDLY = frozenset({"CONSULT", "SUPPORT", "COOPERATE", "AID", "RETREAT", "CONCEDE"})
_HOSTILE = frozenset({"PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"})
#: THREATEN modes by the frame that is threatened.
_THREATS = {
    "COERCE": "restrict",
    "SANCTION": "relations",
    "ASSAULT": "violence",
    "MOBILIZE": "violence",
    "PROTEST": "restrict",
}


@dataclass(frozen=True, slots=True)
class CodingWords(WordClasses):
    """Words by which an attack is a battle, or came from afar."""

    source: ClassVar[str] = "en/words/events.toml#coding"

    upon: frozenset[str]
    ground: frozenset[str]
    means: frozenset[str]
    air: frozenset[str]
    fired: frozenset[str]


class Codes(msgspec.Struct, frozen=True, gc=False):
    """ACLED type and sub-type, PLOVER type and mode."""

    type: str | None
    sub_type: str | None
    plover: str | None
    mode: str | None


def code_event(
    spot: Spot,
    parties: Parties,
    modality: Modality,
    parse: Parse,
    lexicon: EventLexicon,
    unrest: bool = False,
    amid_protest: bool = False,
) -> Codes:
    """The codes of a proven spot.

    `unrest` where its report tells of crowds and of no army or rebels against them, `amid_protest` where its own clause
    puts what forces of the state did into a protest.
    """
    frame = spot.frame
    kind, sub = FORCE_ON_CROWD if amid_protest else _acled(spot, parties, parse, lexicon, unrest)
    if unrest and kind == "Battles" and not is_organised([*parties.actors, *parties.recipients], lexicon.classes):
        kind, sub = "Riots", "Violent demonstration"
    plover, mode = _plover(frame, modality)
    if plover == "ASSAULT":
        mode = _assault_mode(spot, mode, lexicon)
    return Codes(kind, sub, plover, mode)


def _acled(
    spot: Spot, parties: Parties, parse: Parse, lexicon: EventLexicon, unrest: bool
) -> tuple[str | None, str | None]:
    frame = spot.frame
    text = spot.sentence.text.lower()
    actors = {a.sector for a in parties.actors}
    recipients = {a.sector for a in parties.recipients}
    everyone = [*parties.actors, *parties.recipients]
    crowd = is_demonstration(parties, text, lexicon) or (unrest and bool((actors | recipients) & CROWD))
    if frame.id in {"clash", "fighting"} and "state forces" in actors and "civilians" in actors:
        crowd = True
    if frame.id == "loot" and actors & {"protesters", "rioters", "civilians"}:
        mob = not actors & CROWD or any(lexicon.crowds["mob"].search(a.text) for a in parties.actors)
        return "Riots", "Mob violence" if mob else "Violent demonstration"
    if frame.group in {"attack", "battle"} and crowd and frame.id != "seize":
        return with_crowd(spot, parties, lexicon)
    if frame.id == "seize":
        if not is_ground(spot, parties, parse, lexicon.classes):
            return None, None
        state = any(_is_state(a) for a in parties.actors)
        return "Battles", "Government regains territory" if state else "Non-state actor overtakes territory"
    if frame.group == "attack" and frame.id not in {"rape", "torture", "beating"}:
        return _attack(spot, parties, parse, lexicon)
    if frame.id == "arrest":
        return (frame.type, frame.sub_type) if is_political(spot, parties, lexicon) else (None, None)
    if frame.group in {"abduction"}:
        return frame.type, frame.sub_type
    if frame.group == "battle" and not is_organised(everyone, lexicon.classes):
        return (
            ("Violence against civilians", "Attack")
            if is_crime(everyone, lexicon.classes)
            else (frame.type, frame.sub_type)
        )
    if frame.group == "protest":
        return protest_type(spot, lexicon)
    if (
        frame.id == "strike"
        and any(w in text for w in lexicon.strikes["fired"])
        and not any(w in text for w in lexicon.strikes["air"])
    ):
        return "Explosions/Remote violence", "Shelling/artillery/missile attack"
    if frame.id == "bombing" and "suicide" in text:
        return "Explosions/Remote violence", "Suicide bomb"
    if frame.id == "withdraw" and not any(a.sector in ARMED for a in everyone):
        return None, None
    if frame.id in {"coup", "deploy"} and not everyone:
        return frame.type, frame.sub_type
    return frame.type, frame.sub_type


def _attack(spot: Spot, parties: Parties, parse: Parse, lexicon: EventLexicon) -> tuple[str, str]:
    """Between armed sides a battle; on people or civil places violence against civilians; by air or shell a strike."""
    words = lexicon.classes.of(CodingWords)
    told = {t.lower for t in parse.tokens}
    if spot.frame.id in {"hit", "attack", "killing"}:
        if told & words.air and _near(spot, parse, lexicon):
            return "Explosions/Remote violence", "Air/drone strike"
        if told & words.fired and _near(spot, parse, lexicon):
            return "Explosions/Remote violence", "Shelling/artillery/missile attack"
    if any("suicide" in a.text.lower() for a in parties.actors):
        return "Explosions/Remote violence", "Suicide bomb"
    recipients = {a.sector for a in parties.recipients}
    actors_armed = any(a.sector in ARMED for a in parties.actors)
    things = {t.lemma for t in objects_of(parse, spot.token, lexicon.classes)} or {
        o.lemma for p in parse.kids(spot.token, "prep") if p.lower in words.upon for o in parse.kids(p, "pobj")
    }
    if recipients & ARMED and not recipients & _UNARMED and (actors_armed or not parties.actors):
        everyone = [*parties.actors, *parties.recipients]
        return (
            ("Battles", "Armed clash")
            if is_organised(everyone, lexicon.classes)
            else ("Violence against civilians", "Attack")
        )
    if (
        not recipients
        and things & words.ground
        and any(a.sector in {"rebel group", "state forces", "external forces"} for a in parties.actors)
    ):
        return "Battles", "Armed clash"
    military = lexicon.evidence["military_target"]
    if not recipients and things & military and not things & lexicon.evidence["civil_target"]:
        return "Battles", "Armed clash"
    return "Violence against civilians", "Attack"


def _near(spot: Spot, parse: Parse, lexicon: EventLexicon) -> bool:
    """Whether a weapon of distance stands as subject, modifier or means of this very verb or noun."""
    words = lexicon.classes.of(CodingWords)
    for kid in parse.kids(spot.token):
        if kid.lower in words.means and kid.dep in {"nsubj", "compound", "amod", "nmod"}:
            return True
        means = kid.dep in {"agent", "prep"} and kid.lower in {"by", "with", "in"}
        if means and any(o.lower in words.means for o in parse.kids(kid, "pobj")):
            return True
        if kid.dep in {"nsubj", "nsubjpass"} and any(c.lower in words.means for c in parse.kids(kid, "compound")):
            return True
    return False


def _is_state(actor: Actor) -> bool:
    return actor.sector in {"state forces", "government"}


def _plover(frame: Frame, modality: Modality) -> tuple[str | None, str | None]:
    """What is only intended is AGREE or THREATEN, a friendly act refused is REJECT."""
    plover, mode = frame.plover, frame.mode
    if plover in _FRIENDLY or plover == "AGREE":
        if modality.refused:
            return "REJECT", None
        if modality.intended and frame.id == "withdraw" and not modality.offered:
            return "CONCEDE", None
        if modality.intended and plover != "AGREE":
            return "AGREE", None
    elif plover == "ASSAULT" and modality.prepared:
        return "MOBILIZE", "weapons"
    elif plover in _HOSTILE and modality.intended and not modality.refused:
        return "THREATEN", _THREATS[plover]
    return plover, mode


def _assault_mode(spot: Spot, mode: str | None, lexicon: EventLexicon) -> str | None:
    """The mode of violence by the weapon named in the sentence, where its class leaves it open."""
    if mode and spot.frame.id not in {"clash", "fighting", "offensive", "strike", "hit"}:
        return mode
    text = spot.sentence.text.lower()
    return next((m for m, words in lexicon.assault_modes if any(w in text for w in words)), mode)
