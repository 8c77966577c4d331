"""Subjects of verbs of telling that tell nothing: the dead who are reported, whoever had somebody killed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from rashomon.extraction.english.source_acts import SpeechAct
from rashomon.extraction.english.source_torn import SayingWords
from rashomon.knowledge.library import Library
from rashomon.knowledge.word_classes import WordClasses
from rashomon.language.syntax import Parse

#: Speakers by what they are, to whom a count is not entrusted as to a body.
_PERSONS = ("role", "other", "pronoun")
#: The number of those counted stands so many tokens before their noun at most.
_COUNTED = 3


@dataclass(frozen=True, slots=True)
class NobodyWords(WordClasses):
    """Words of acts that are no acts of speech."""

    source: ClassVar[str] = "en/words/sources.toml#nobody"

    owners: frozenset[str]
    anybody: frozenset[str]
    having: frozenset[str]
    putting: frozenset[str]


def tells_nothing(act: SpeechAct, parse: Parse | None, library: Library) -> bool:
    """Whether an act's subject is nobody who tells: "160 deaths reported", "a gang leader had 184 people killed",
    "were set on fire by gunmen", "whose estimates say", "the flooding reported"."""
    speaker = act.speaker
    words = library.words.of(NobodyWords)
    if speaker.text.split(" ", 1)[0].lower() in words.owners or speaker.text.lower() in words.anybody:
        return True
    if speaker.kind == "other" and (deed := library.events.nouns.get(speaker.noun)) is not None and not deed.is_verbal:
        return True  # what happened tells nothing itself
    last = speaker.text.split(" ")[-1]  # "bodies" are no body that speaks
    says = act.verb.lower() in library.words.of(SayingWords).saying and library.speech.role_of(last) is not None
    many = last if speaker.text.islower() and last.endswith("s") and not says else ""  # but "survivors said"
    told_of = speaker.noun if speaker.kind == "other" else many
    named = " " in speaker.text and last[:1].isupper()  # "Harbour Rescue" is no rescue
    if not named and any(c.role == "noun" and c.counts == "people" for c in library.measures.cues.get(told_of, ())):
        return True
    verb = parse.at(act.anchor[0]) if parse is not None else None
    if parse is None or verb is None:
        return False
    if speaker.kind == "other" and "people" in library.measures.class_of(speaker.noun):
        before = parse.tokens[max(0, speaker.head - _COUNTED) : speaker.head]
        return any(t.pos == "NUM" for t in before)  # "5,000 people reported injured"
    if verb.lemma in words.having:
        return speaker.kind in _PERSONS
    at = [o for k in parse.kids(verb, "prep") if k.lower == "at" for o in parse.kids(k, "pobj")]
    return verb.lemma in words.putting and bool(parse.kids(verb, "auxpass")) and not any(t.pos == "NUM" for t in at)
