"""Control of places: who seized, entered, besieges, holds, lost or only tries to take them."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import ClassVar

import msgspec

from rashomon.extraction.analysis import Analysis
from rashomon.extraction.english.control_places import HeldPlaces
from rashomon.extraction.english.event_arguments import PartyFinder
from rashomon.extraction.english.event_climate import climate_of
from rashomon.extraction.english.event_modality import Modality, modality_of
from rashomon.extraction.english.event_setting import when_of
from rashomon.extraction.english.event_spotting import Spot, objects_of
from rashomon.extraction.english.event_years import dated_years, report_year, years_in
from rashomon.knowledge.library import Library
from rashomon.knowledge.relations import ControlPattern
from rashomon.knowledge.word_classes import WordClasses, any_of
from rashomon.language.syntax import Parse, Sentence, Token
from rashomon.model.actor import Actor
from rashomon.model.claim import Control, ControlStatus
from rashomon.model.ids import content_id
from rashomon.model.place import Place

_COMPOUND = re.compile(r"(?<!\w)(?P<who>[A-Za-z][\w.]*(?: [A-Z]\w+)?)[-‑](?P<how>[a-z]+)\b")


@dataclass(frozen=True, slots=True)
class ControlWords(WordClasses):
    """Words by which a place is or was held, or is only fought for."""

    source: ClassVar[str] = "en/words/claims.toml#control"

    groups: frozenset[str]
    saying: frozenset[str]
    failing: frozenset[str]
    trying: frozenset[str]
    once: frozenset[str]


def extract_control(analysis: Analysis, library: Library) -> tuple[Control, ...]:
    """The control claims of a report in text order."""
    reader = _ControlReader(analysis, library)
    found = [c for s in analysis.sentences if s.parse is not None for c in reader.of_sentence(s, s.parse)]
    return tuple(sorted(found, key=lambda c: (c.field != "title", c.start, c.id)))


def _has_compound(text: str) -> bool:
    """Whether a sentence can hold "rebel-held"; the hyphen is asked for first, for few have one."""
    return any(h in text for h in "-‑") and _COMPOUND.search(text) is not None


class _ControlReader:
    def __init__(self, analysis: Analysis, library: Library) -> None:
        self.analysis = analysis
        self.library = library
        self.words = library.control
        self.near = library.words.of(ControlWords)
        self.year = report_year(analysis)

    def of_sentence(self, sentence: Sentence, parse: Parse) -> list[Control]:
        verbs = [t for t in parse.tokens if t.pos in {"VERB", "AUX"} or t.tag.startswith("VB")]
        holding = [(v, p) for v in verbs if (p := self.words.verbs.get(self.library.events.base(v.lemma)))]
        if not holding and not _has_compound(sentence.text):
            return []
        held = HeldPlaces(self.analysis, sentence, parse, self.library.words)
        climate = climate_of(sentence.text, self.library.events)
        if climate.foreign_sure or (climate.is_foreign and not climate.weapons):
            return []
        finder = PartyFinder(self.analysis, sentence, parse, self.library.words)
        found = self._of_compounds(sentence, parse, held)
        for token, patterns in holding:
            for pattern in patterns:
                claim = self._of_verb(sentence, parse, finder, token, pattern, held)
                if claim is not None:
                    found.append(claim)
                    break
        return found

    def _of_verb(
        self,
        sentence: Sentence,
        parse: Parse,
        finder: PartyFinder,
        token: Token,
        pattern: ControlPattern,
        held: HeldPlaces,
    ) -> Control | None:
        roots = held.roots(token, pattern)
        if not roots and "control" not in pattern.objects:
            return None
        if not roots and not any(o.lemma == "control" for o in objects_of(parse, token, self.library.words)):
            return None
        place = held.meant(roots)
        aimed = place is None and "control" in pattern.objects
        if aimed:
            place = self._place_before(sentence)
        if place is None:
            return None
        holder = self._holder(parse, finder, token, pattern)
        if holder is None:
            return None
        if token.lemma == "surround" and token.dep == "acl" and token.tag == "VBG":
            # "positions surrounding the town" only says where they are.
            return None
        spot = Spot(sentence, token, token.start, token.end, self.library.events.frames["seize"], token, "verb")
        modality = modality_of(spot, parse, self.library.events)
        status = self._status(pattern.status, parse, token, modality)
        if status is None or (aimed and status != "attempted"):
            return None
        return self._claim(sentence, parse, spot, place, holder, status, modality)

    def _place_before(self, sentence: Sentence) -> Place | None:
        """The place told most before, for an attempt that names none ("aiming to reclaim control")."""
        before = [
            p
            for p in self.analysis.places
            if p.field == sentence.field and p.end <= sentence.start and p.kind != "country" and not p.adjectival
        ]
        counts = Counter(p.text for p in before)
        return max(before, key=lambda p: (counts[p.text], p.start), default=None)

    def _holder(self, parse: Parse, finder: PartyFinder, token: Token, pattern: ControlPattern) -> Actor | None:
        if pattern.holder_prep is not None:
            named = [
                a
                for p in parse.kids(token, "prep")
                if p.lower == pattern.holder_prep
                for o in parse.kids(p, "pobj")
                for a in finder.actors_of(o)
            ]
        else:
            named = list(finder.of_verb(token).actors)
        return next((a for a in named if a.sector in self.words.sectors), None)

    def _status(self, status: ControlStatus, parse: Parse, token: Token, modality: Modality) -> ControlStatus | None:
        head = parse.head(token)
        if status in {"seized", "entered", "besieged"}:
            infinitive = token.tag == "VB" and any(k.lower == "to" for k in parse.kids(token, "aux"))
            if (
                infinitive
                or (token.dep in {"pcomp", "acl", "advcl"} and head.lemma in self.near.trying)
                or set(modality.aux) & {"future", "hypothetical"}
            ):
                return "attempted"
        if "negation" in modality.aux:
            failed = head.lemma in self.near.failing or head.lower in self.near.failing
            return "attempted" if status in {"seized", "entered"} and failed else None
        return status

    def _claim(
        self,
        sentence: Sentence,
        parse: Parse,
        spot: Spot,
        place: Place,
        holder: Actor,
        status: ControlStatus,
        modality: Modality,
        inside: bool = False,
    ) -> Control:
        """The claim; `inside` where it is said in passing: the sentence's time and source are not its own."""
        start, end = sentence.start + spot.start, sentence.start + spot.end
        source = None if inside else self.analysis.source_of(sentence.field, start, end)
        realis = modality.realis
        if realis == "happened" and source is not None and source.side is not None:
            realis = "claimed"
        if realis in {"happened", "claimed"} and self._is_past(sentence, parse, spot.token, status):
            realis = "background"
        if status == "attempted" and realis in {"feared", "denied"}:
            realis = "planned"
        return Control(
            id=content_id("ctl", self.analysis.report.id, sentence.field, status, start, end),
            report=self.analysis.report.id,
            made_by="control:verb",
            field=sentence.field,
            start=sentence.start,
            end=sentence.end,
            place=msgspec.structs.replace(place, how="clause"),
            holder=holder.name,
            status=status,
            when=None if inside else when_of(spot, parse, self.analysis, self.library.words),
            attribution=source,
            realis=realis,
        )

    def _is_past(self, sentence: Sentence, parse: Parse, token: Token, status: ControlStatus) -> bool:
        """Whether this was so at a time before the report's own news."""
        years = dated_years(sentence.text, self.library.words) or (years_in(sentence.text) if status == "holds" else [])
        if years and (self.year is None or max(years) < self.year):
            return True
        if any_of(self.near.once).search(sentence.text.lower()):
            return True
        if status != "holds" or not token.tag.startswith("VB"):
            return False
        past = token.tag == "VBD" or any(k.lower in {"had", "was", "were"} for k in parse.kids(token, "aux", "auxpass"))
        return past and not any(up.lemma in self.near.saying for up in parse.ancestors(token))

    def _of_compounds(self, sentence: Sentence, parse: Parse, held: HeldPlaces) -> list[Control]:
        """ "rebel-held Idlib": the first part names the holder, the place follows within a few words."""
        found: list[Control] = []
        for match in _COMPOUND.finditer(sentence.text):
            status = self.words.adjectives.get(match.group("how"))
            if status is None:
                continue
            known = self.library.actors.known(match.group("who"))
            if known is None and match.group("who").lower() not in self.words.holders:
                continue
            place = held.whole_after(match.end())
            if place is None:
                continue
            token = parse.at(match.start())
            who = match.group("who")
            plural = who.lower() in self.near.groups
            holder = known.name if known is not None else f"{who.lower()}s" if plural else who
            if token is None:
                continue
            spot = Spot(sentence, token, match.start(), match.end(), self.library.events.frames["seize"], token, "verb")
            found.append(self._claim(sentence, parse, spot, place, _named(holder), status, Modality(), inside=True))
        return found


def _named(name: str) -> Actor:
    return Actor(field="text", start=0, end=0, text=name, name=name)
