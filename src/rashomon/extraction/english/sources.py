"""Who answers for which words of a report: sources named in a clause or sentence, and those that carry on."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import ClassVar

import msgspec

from rashomon.extraction.analysis import Source
from rashomon.extraction.english.source_brackets import read_brackets
from rashomon.extraction.english.source_carrying import CarryingWords
from rashomon.extraction.english.source_credits import credited, read_credit
from rashomon.extraction.english.source_enclosed import enclosing_source
from rashomon.extraction.english.source_going_on import goes_on, listed_to, listing_after
from rashomon.extraction.english.source_pointing import pointing
from rashomon.extraction.english.source_quotations import speakers_of_quotations
from rashomon.extraction.english.source_reading import Speech, Spoken
from rashomon.extraction.english.source_tags import read_tag
from rashomon.extraction.english.source_trigger import needs_parse
from rashomon.knowledge.library import Library
from rashomon.knowledge.word_classes import WordClasses
from rashomon.language.syntax import Sentence
from rashomon.model.attribution import Attribution
from rashomon.model.place import Place

#: So many sentences with a source before "the same report" are asked for the report.
_REACH = 40
#: A number right behind a name.
_A_NUMBER = re.compile(r" \d")
#: The sentences of a field with their acts of speech.
Read = list[tuple[Sentence, list[Spoken]]]


@dataclasses.dataclass(frozen=True, slots=True)
class HoldingWords(WordClasses):
    """Verbs by which a place has its victims."""

    source: ClassVar[str] = "en/words/sources.toml#holding"

    holding: frozenset[str]
    same: frozenset[str]


__all__ = ["find_sources", "needs_parse"]


def find_sources(
    speech: Speech, library: Library, credits: Sequence[Attribution] = (), places: Sequence[Place] = ()
) -> tuple[Source, ...]:
    """The sources of a report's acts of speech, each with the stretch that it answers for, in text order.

    `credits` are the sources of lines that only name one; they answer for the sentences right before. `places` of the
    report that have victims are nobody who tells of them ("Sindh counts 542 dead").
    """
    told = {field: _named_before(_without_places(read, library, places), library) for field, read in speech.items()}
    # Whom a sentence behind names comes before whoever only spoke before it.
    found = [s for read in told.values() for part in (_pointed, _sources) for s in part(read, library)]
    for credit in credits:
        read = speech[credit.field]
        if read and read[-1][0].end > credit.start:  # one at the very end is the page's
            found += _carried(credit, credited(credit, read, library))
    return tuple(sorted(found, key=lambda s: (s.attribution.field, s.sentence, s.scope_start, s.scope_end)))


def _named_before(read: Read, library: Library) -> Read:
    """What is read, with "the same source" as the source that spoke last before it."""
    same = library.words.of(HoldingWords).same
    last: Attribution | None = None
    told: dict[str, Attribution] = {}  # by the words of the sentences that name them
    bound: Read = []
    for sentence, spoken in read:
        here: list[Spoken] = []
        for s in spoken:
            source = s.attribution
            if last is not None and source.text.lower().startswith(tuple(same)):
                near = islice(reversed(told), _REACH)
                named = next((told[w] for w in near if f" {s.speaker.noun} " in w), last)
                at = {"start": source.start, "end": source.end, "text": source.text, "how": source.how}
                source = msgspec.structs.replace(named, **at)
            last = told[sentence.text] = source
            here.append(dataclasses.replace(s, attribution=source))
        bound.append((sentence, here))
    return bound


def _without_places(read: Read, library: Library, places: Sequence[Place]) -> Read:
    """What is read, without the acts by which a place only has its victims."""
    holding = library.words.of(HoldingWords).holding
    starts = {(p.field, p.start): p for p in places if not p.adjectival}

    def has_victims(s: Spoken) -> bool:
        if s.act.verb.lower() not in holding or s.attribution.how == "carried":
            return False
        field, start = s.sentence.field, s.sentence.start
        at = start + s.act.speaker.start
        place = starts.get((field, at)) or starts.get((field, at + len("the ")))
        named = place is not None and place.end == start + s.act.speaker.end
        low, high = (start + o for o in s.act.scope)
        # Its fellows in a list are places: "KP counts 292 dead, Punjab 191".
        fellow = any(low <= p.start < high and _A_NUMBER.match(s.sentence.text, p.end - start) for p in places)
        return named or fellow

    return [(sentence, [s for s in spoken if not has_victims(s)]) for sentence, spoken in read]


def _pointed(read: Read, library: Library) -> Iterator[Source]:
    """The sources that a sentence or line gives to the sentences before it."""
    for at, (sentence, _) in enumerate(read):
        if (credit := read_credit(sentence, library)) is not None:
            yield from _carried(credit, credited(credit, read, library))
        elif (pointed := pointing(read, at, library)) is not None:
            yield from _carried(*pointed)


def _sources(read: Read, library: Library) -> Iterator[Source]:
    before: list[Spoken] = []
    latest: list[Spoken] = []  # whoever told numbers last
    listing: tuple[int, Attribution] | None = None  # up to which sentence counts are listed, and whose
    kept = -1  # the last sentence that went on with them
    last, carrying = 0, library.words.of(CarryingWords)
    quoted = speakers_of_quotations(read)
    for at, (sentence, every) in enumerate(read):
        spoken = [s for s in every if s.act.attributes]
        vouching = list(_without_relays(spoken, library))
        for s in vouching:
            low, high = s.act.scope
            yield Source(s.attribution, sentence.index, sentence.start + low, sentence.start + high)
        for bracketed, low, high in read_brackets(sentence, library):
            yield Source(bracketed, sentence.index, sentence.start + low, sentence.start + high)
        tag = read_tag(sentence, library)
        if tag is not None:
            yield Source(tag[0], sentence.index, sentence.start + tag[1], sentence.start + tag[2])
        elif at in quoted:
            speaker, low, high = quoted[at]
            yield Source(_carry(speaker.attribution), sentence.index, sentence.start + low, sentence.start + high)
        elif not spoken and (around := enclosing_source(read, at, quoted, carrying, library.number_words)) is not None:
            yield Source(_carry(around), sentence.index, sentence.start, sentence.end)
        elif not spoken and latest and carrying.rests_on_it(sentence.text):
            yield Source(_carry(latest[-1].attribution), sentence.index, sentence.start, sentence.end)
            continue
        elif not spoken and before and goes_on(sentence, before[-1], read[at - 1], kept == at - 1, library):
            yield Source(_carry(before[-1].attribution), sentence.index, sentence.start, sentence.end)
            kept = at
            continue
        elif not spoken and listing is not None and at <= listing[0]:
            yield Source(_carry(listing[1]), sentence.index, sentence.start, sentence.end)
        if spoken and before and carrying.goes_on(sentence.text, library.number_words):
            yield from _until_another(sentence, spoken, before[-1])
        listing = listing_after(spoken, before, listing, listed_to(sentence, spoken, at, carrying))
        if spoken and carrying.has_number(sentence.text, library.number_words):
            latest = vouching or spoken
        if spoken or carrying.has_number(sentence.text, library.number_words) or at - last > 1:
            before, last = vouching or spoken, at


def _until_another(sentence: Sentence, spoken: list[Spoken], last: Spoken) -> Iterator[Source]:
    """What a sentence tells of the people counted before, up to the clause in which somebody else speaks: "Most of the
    dead were in Arda; the mayor of Borl counted 9"."""
    ends = [min(s.act.scope[0], s.act.speaker.start) for s in spoken if not s.act.whole]
    end = max(sentence.text.rfind(mark, 0, min(ends)) for mark in ";,") if len(ends) == len(spoken) else -1
    if end > 0:
        yield Source(_carry(last.attribution), sentence.index, sentence.start, sentence.start + end)


def _carried(source: Attribution, sentences: Iterable[Sentence]) -> Iterator[Source]:
    """A source as that of whole sentences beside the one that names it."""
    return (Source(_carry(source), s.index, s.start, s.end) for s in sentences if s.field == source.field)


def _without_relays(spoken: list[Spoken], library: Library) -> Iterator[Spoken]:
    """The acts of a sentence; the press' own act gives way to that of a source which it relays."""
    spoken = [s for s in spoken if not any(_owns_document(o, s) for o in spoken)]
    relays = {i for i, s in enumerate(spoken) if _is_press(s, library) or _reports_another(s, spoken[:i])}
    for i, s in enumerate(spoken):
        across = [o for k, o in enumerate(spoken) if (k in relays) != (i in relays) and _vouch_for_one(s, o)]
        if i not in relays:
            agency = next((o.attribution.agency or o.attribution.text for o in across), None)
            yield s if agency is None or s.attribution.agency else _relayed_by(s, agency)
        elif not across:
            yield s


def _owns_document(owner: Spoken, spoken: Spoken) -> bool:
    """Whether a document of nobody's is told of by somebody: "first assessments show 500 hurt, according to the UN"."""
    nobody = spoken.speaker.kind == "document" and spoken.speaker.organisation is None
    low, high = owner.act.scope
    covers = owner.act.whole and low <= spoken.act.scope[0] and spoken.act.scope[1] <= high
    return nobody and covers and owner is not spoken and owner.act.verb == "according to"


def _is_press(spoken: Spoken, library: Library) -> bool:
    if spoken.attribution.origin is None:
        return True
    if spoken.speaker.kind not in ("body", "media"):
        return False
    known = library.organisations.find_in(spoken.attribution.origin)
    return known is not None and known[0].kind == "media" and spoken.act.whole


def _reports_another(spoken: Spoken, before: list[Spoken]) -> bool:
    """Whether a tag at a sentence's end reports who spoke before it: "X said that 12 died, the Herald reported"."""
    told = (s for s in before if not s.act.whole and s.act.attributes)
    reported = spoken.act.whole and spoken.act.verb.lower() == "reported"
    return reported and any(s.act.scope[1] >= spoken.act.speaker.start - len(", ") for s in told)


def _vouch_for_one(one: Spoken, other: Spoken) -> bool:
    """Whether two acts answer for the same words, and not only meet in a few of them."""
    if "other" in (one.speaker.kind, other.speaker.kind):
        return False
    shared = min(one.act.scope[1], other.act.scope[1]) - max(one.act.scope[0], other.act.scope[0])
    return shared > 0.4 * min(_length(one), _length(other))


def _length(spoken: Spoken) -> int:
    return spoken.act.scope[1] - spoken.act.scope[0]


def _relayed_by(spoken: Spoken, agency: str) -> Spoken:
    return dataclasses.replace(spoken, attribution=msgspec.structs.replace(spoken.attribution, agency=agency))


def _carry(attribution: Attribution) -> Attribution:
    return msgspec.structs.replace(attribution, how="carried")
