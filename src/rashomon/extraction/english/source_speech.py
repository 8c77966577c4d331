"""The one reading of speech on which sources (who answers for a figure) and statements (who said what) both rest."""

from __future__ import annotations

from functools import lru_cache

from msgspec.structs import replace

from rashomon.extraction.english.source_acts import SpeechAct
from rashomon.extraction.english.source_adjuncts import AdjunctReader, AdjunctWords
from rashomon.extraction.english.source_gaps import GapReader
from rashomon.extraction.english.source_own_work import OwnWorkReader
from rashomon.extraction.english.source_resting import RestingReader, RestingWords
from rashomon.extraction.english.source_tellings import TellingReader, TellingWords
from rashomon.extraction.english.source_torn import SayingWords
from rashomon.extraction.english.source_verbs import VerbReader
from rashomon.knowledge.library import Library
from rashomon.knowledge.speech import SpeechWords
from rashomon.knowledge.word_classes import WordBook
from rashomon.language.syntax import Sentence, Token


def read_speech(sentence: Sentence, library: Library) -> tuple[SpeechAct, ...]:
    """The acts of speech of a sentence, in text order; none where it was not parsed."""
    parse = sentence.parse
    if parse is None or not parse.tokens:
        return ()
    verbs = VerbReader(sentence.text, parse, library)
    adjuncts = AdjunctReader(sentence.text, parse, library)
    tellings = TellingReader(sentence.text, parse, library)
    resting = RestingReader(sentence.text, parse, library)
    cues = [t for t in parse.tokens if is_cue(t, library.speech)]
    acts = [act for token in cues for reader in (verbs, adjuncts, resting, tellings) for act in reader.acts_at(token)]
    gaps = GapReader(sentence.text, parse, library)
    acts += [more for act in acts if not act.whole and act.attributes for more in gaps.after(act)]
    if not any(act.attributes for act in acts):
        acts += OwnWorkReader(sentence.text, parse, library).acts()
    believing = library.words.of(SayingWords).believing
    return tuple(_relayed(_apart(sorted(_told_of_beliefs(acts, believing), key=lambda a: a.anchor))))


def is_cue(token: Token, words: SpeechWords) -> bool:
    """Whether a word can carry an act of speech; nine in ten cannot, and neither reader need look at them."""
    return token.lemma in words.cues or token.lemma in (opens := _openings(words.classes)) or token.lower in opens


@lru_cache(maxsize=1)
def _openings(classes: WordBook) -> frozenset[str]:
    """Words besides the lexicon's `cues` at which an act can be read."""
    told = classes.of(AdjunctWords).claiming | classes.of(SayingWords).saying
    tellings = classes.of(TellingWords)
    resting = classes.of(RestingWords)
    return told | tellings.tellings | tellings.news | resting.based | resting.references | {"according", "per", "by"}


def _apart(acts: list[SpeechAct]) -> list[SpeechAct]:
    """Acts whose scopes do not reach into each other: "X, A said, and Y, B said" gives Y to B alone."""
    found: list[SpeechAct] = []
    for act in acts:
        before = found[-1] if found else None
        if before is not None and before.whole and act.whole and act.verb_class == before.verb_class == "said":
            gap = act.speaker.start - max(before.anchor[1], before.speaker.end)
            if gap > 24 and before.verb != "according to" and act.scope[0] <= before.anchor[0]:
                start = max(before.anchor[1], before.speaker.end)
                act = replace(act, scope=(start, act.scope[1]))
        found.append(act)
    return found


def _relayed(acts: list[SpeechAct]) -> list[SpeechAct]:
    """Where a speaker cites another, the cited one answers for the words and the citing one relays them."""
    relays = {a.relayed_by.start for a in acts if a.relayed_by is not None and a.whole}
    return [replace(a, attributes=False) if a.speaker.start in relays and not _cites_itself(a) else a for a in acts]


def _told_of_beliefs(acts: list[SpeechAct], believing: frozenset[str]) -> list[SpeechAct]:
    """Acts of which those of a belief answer for nothing where another tells of it: "the group believes 12 died,
    according to two officials"."""
    tellers = [a for a in acts if a.whole and a.verb == "according to"]
    return [
        replace(a, attributes=False)
        if a.verb.lower() in believing and any(t.scope[0] <= a.anchor[0] < t.scope[1] for t in tellers)
        else a
        for a in acts
    ]


def _cites_itself(act: SpeechAct) -> bool:
    """Whether an act has its speaker as its own relay: a count of its own."""
    return act.relayed_by is not None and act.relayed_by.start == act.speaker.start
