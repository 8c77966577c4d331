"""A report's acts of speech with their speakers resolved: pronouns and short names mean somebody named before."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import msgspec

from rashomon.extraction.english.source_acts import SpeechAct
from rashomon.extraction.english.source_adjuncts import AdjunctWords
from rashomon.extraction.english.source_described import described_span
from rashomon.extraction.english.source_discourse import Voice, Voices
from rashomon.extraction.english.source_marks import quoted_stretches
from rashomon.extraction.english.source_names import POST_LINKS, is_land, is_state
from rashomon.extraction.english.source_nobody import tells_nothing
from rashomon.extraction.english.source_speakers import read_speaker
from rashomon.extraction.english.source_speech import read_speech
from rashomon.extraction.english.speaker import Speaker
from rashomon.knowledge.library import Library
from rashomon.language.syntax import Sentence
from rashomon.model.attribution import Attribution
from rashomon.model.passage import Field


@dataclass(frozen=True, slots=True)
class Spoken:
    """An act of speech in its sentence; `speaker` is the antecedent's where the words are a pronoun."""

    sentence: Sentence
    act: SpeechAct
    speaker: Speaker
    attribution: Attribution


#: What opens a sentence that turns to another place.
_SCENE = re.compile(r"In (?:the )?(?P<land>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,3}),")
#: The sentences of each field with their acts of speech.
Speech = dict[Field, list[tuple[Sentence, list[Spoken]]]]
_FIELDS: tuple[Field, ...] = ("title", "text")


def read_sentences(sentences: Sequence[Sentence], library: Library) -> Speech:
    """Every sentence with its acts of speech; acts of a speaker whom nothing in the same field names are left out."""
    return {f: _read_field([s for s in sentences if s.field == f], library) for f in _FIELDS}


def _read_field(sentences: list[Sentence], library: Library) -> list[tuple[Sentence, list[Spoken]]]:
    voices = Voices(library)
    quoted: dict[int, list[tuple[int, int]]] = {}
    for at, low, high in quoted_stretches(sentences):
        quoted.setdefault(at, []).append((low, high))
    read: list[tuple[Sentence, list[Spoken]]] = []
    for at, sentence in enumerate(sentences):
        voices.meet_again(sentence.index, sentence.text)
        read.append((sentence, _read(sentence, voices, quoted.get(at, []), library)))
    return read


def _read(sentence: Sentence, voices: Voices, quoted: list[tuple[int, int]], library: Library) -> list[Spoken]:
    found: list[Spoken] = []
    for act in read_speech(sentence, library):
        if tells_nothing(act, sentence.parse, library):
            continue
        inside = any(low <= act.anchor[0] < high for low, high in quoted)
        spoken = _resolve(sentence, act, voices, inside, library)
        if spoken is not None:
            found.append(spoken)
    return found


def _resolve(sentence: Sentence, act: SpeechAct, voices: Voices, quoted: bool, library: Library) -> Spoken | None:
    speaker = act.speaker
    holder = voices.of_post(speaker, sentence.index)
    if speaker.kind == "pronoun" or holder is not None:
        inside = holder or _subject_above(sentence, speaker, voices, library)
        voice = voices.of_pronoun(speaker.text.lower(), sentence.index, quoted) if inside is None else inside
        if voice is None:
            return None
        named = voice.attribution
        carried = Attribution(
            field=named.field, start=named.start, end=named.end, text=named.text, origin=named.origin,
            agency=_relay(act, voices, library) or named.agency, how="carried",
        )  # fmt: skip
        voices.add(Voice(sentence.index, voice.speaker, named, quoted))
        return Spoken(sentence, act, voice.speaker, carried)
    origin, agency = _origin(speaker, library)
    if act.relayed_by is not None and act.relayed_by.start == speaker.start:
        origin, agency = speaker.text, None
    owner = _owner_told_of(speaker, voices)
    if owner is not None:
        origin, agency = owner.attribution.origin, owner.attribution.agency
    if origin is not None and (body := _whose_post(sentence, speaker, voices, library)) is not None:
        origin = body
    land = _land_told_of(sentence, speaker, library)
    if land is not None:
        origin = f"{speaker.text} in {land}"
    known = voices.of_definite(speaker) if land is None else None
    if act.tentative and known is None:
        return None
    if known is not None and origin != known.attribution.origin and origin != "":
        origin, agency = known.attribution.origin, known.attribution.agency
    described = library.words.of(AdjunctWords).describes(speaker)
    if known is None and act.anchor[0] >= speaker.end and _names_nobody(speaker) and not described:
        return None
    if known is None and speaker.kind == "document" and speaker.organisation is None and not described:
        known = voices.of_maker(speaker, sentence.index)
        origin, agency = (known.attribution.origin, known.attribution.agency) if known is not None else (origin, agency)
    relay = (
        None if act.relayed_by is not None and act.relayed_by.start == speaker.start else _relay(act, voices, library)
    )
    start, end = described_span(sentence, speaker, library)
    attribution = Attribution(
        field=sentence.field,
        start=sentence.start + start,
        end=sentence.start + end,
        text=sentence.text[start:end],
        origin=origin,
        agency=relay or agency,
    )
    repeats = known is not None and speaker.kind in ("person", "other") and known.speaker.kind == "person"
    if known is not None and repeats:
        voices.add(Voice(sentence.index, known.speaker, known.attribution, quoted))
        return Spoken(sentence, act, known.speaker, attribution)
    voices.add(Voice(sentence.index, speaker, attribution, quoted))
    return Spoken(sentence, act, speaker, attribution)


def _land_told_of(sentence: Sentence, speaker: Speaker, library: Library) -> str | None:
    """The land whose people speak where it opens their sentence: "In Mozambique, authorities said"."""
    opening = _SCENE.match(sentence.text)
    if opening is None or speaker.kind not in ("role", "body") or not speaker.text.islower() or " " in speaker.text:
        return None
    known = library.actors.known(opening["land"])
    return opening["land"] if known is not None and known.kind == "nation" and speaker.start >= opening.end() else None


def _names_nobody(speaker: Speaker) -> bool:
    """ "latest reports say", without an article and without a maker."""
    bare = speaker.text.split()[0].lower() not in ("the", "one", "a", "an", "this", "that", "another")
    return bare and speaker.kind == "document" and speaker.noun == "report" and speaker.organisation is None


def _subject_above(sentence: Sentence, pronoun: Speaker, voices: Voices, library: Library) -> Voice | None:
    """The subject of a clause above a pronoun's own: "The group claimed what it said was an attack"."""
    parse = sentence.parse
    if parse is None or pronoun.text.lower() not in ("it", "they", "its", "their"):
        return None
    at = parse.tokens[pronoun.head]
    for above in list(parse.ancestors(at))[1:]:
        for subject in parse.kids(above, "nsubj"):
            if subject.i >= at.i or subject.pos not in ("NOUN", "PROPN"):
                continue
            found = read_speaker(parse, subject, sentence.text, library)
            if found.kind == "body":
                named = Attribution(
                    field=sentence.field, start=sentence.start + found.start, end=sentence.start + found.end,
                    text=found.text, origin=found.text,
                )  # fmt: skip
                known = voices.of_definite(found)
                if known is not None:
                    named = msgspec.structs.replace(named, origin=known.attribution.origin)
                return Voice(sentence.index, found, named)
    return None


def _owner_told_of(speaker: Speaker, voices: Voices) -> Voice | None:
    """The body told of before whose document speaks: "the party's statement", "the agency's figures"."""
    article, _, noun = (speaker.organisation or "").lower().partition(" ")
    if speaker.kind not in ("document", "count") or article != "the" or not noun or " " in noun:
        return None
    bare = msgspec.structs.replace(speaker, text=f"the {noun}", noun=noun, kind="body", organisation=None, plural=False)
    return voices.of_definite(bare)


def _whose_post(sentence: Sentence, speaker: Speaker, voices: Voices, library: Library) -> str | None:
    """The body that "its spokesman" speaks for: the last one that a verb of the sentence before it has as subject, else
    the one that spoke before."""
    its = (speaker.role or speaker.text).partition(" ")[0].lower() in ("its", "their")
    if sentence.parse is None or not its or speaker.kind not in ("person", "role") or speaker.organisation is not None:
        return None
    subjects = (t for t in sentence.parse.tokens[: speaker.head] if t.dep in ("nsubj", "nsubjpass"))
    named = [read_speaker(sentence.parse, t, sentence.text, library) for t in subjects]
    bodies = [s.text for s in named if s.kind == "body" and not is_state(s.text, library)]
    if bodies:
        return bodies[-1]
    voice = voices.of_pronoun("its", sentence.index)
    return voice.attribution.origin if voice is not None and voice.speaker.kind == "body" else None


def _origin(speaker: Speaker, library: Library) -> tuple[str | None, str | None]:
    """The origin and the agency that a speaker's own words give."""
    found = library.organisations.find(speaker.text)
    if found is not None and found.wire:
        return None, speaker.text
    if speaker.kind in ("document", "count") and speaker.organisation is not None:
        return speaker.organisation, None
    if speaker.kind == "person":
        return speaker.organisation or _office(speaker, library), None
    return speaker.text, None


def _office(speaker: Speaker, library: Library) -> str:
    """A person's post, with the name of who holds it in public; title and name where the title alone names no post."""
    role = (speaker.role or "").strip()
    owner, mark, post = role.replace("’s ", "'s ").partition("'s ")
    if mark and is_land(owner, library):
        role = post
    if " " not in role:
        return speaker.text
    named = speaker.name and not speaker.private and not any(f" {link} " in f"{role}," for link in POST_LINKS)
    # "Health minister in the east": where a post is held stands before no name.
    return f"{role.partition(' in ')[0]} {speaker.name}" if named else role


def _relay(act: SpeechAct, voices: Voices, library: Library) -> str | None:
    relay = act.relayed_by
    if relay is None:
        return None
    if relay.kind == "document":
        # "The report cites the press": whose report it is was told before.
        made = voices.of_definite(relay)
        return relay.organisation or (made.attribution.origin if made is not None else None)
    known = library.organisations.find_in(relay.text)
    return relay.text if known is not None or relay.kind in ("body", "media", "other") else None
