"""The claim that a proven happening makes: its codes and parties, whether it happened, its place, time and source."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import msgspec

from rashomon.extraction.analysis import Analysis
from rashomon.extraction.english.event_arguments import Parties
from rashomon.extraction.english.event_background import History, is_background
from rashomon.extraction.english.event_charges import is_charged, is_definite
from rashomon.extraction.english.event_coding import Codes
from rashomon.extraction.english.event_drafts import Draft
from rashomon.extraction.english.event_modality import Aux, Modality
from rashomon.extraction.english.event_setting import place_of, when_of
from rashomon.extraction.english.event_spotting import Spot
from rashomon.extraction.english.figures.report_time import ReportTime
from rashomon.knowledge.library import Library
from rashomon.knowledge.word_classes import WordBook, WordClasses
from rashomon.language.syntax import Parse, Sentence
from rashomon.model.attribution import Attribution
from rashomon.model.claim import EventClaim, Realis
from rashomon.model.ids import content_id

#: Kinds that a happening can get by its report, and the group of frames that tell one happening with it.
_GROUP_OF = {
    "Battles": "battle",
    "disaster:industrial_accident": "industrial",
    "Excessive force against protesters": "protest",
}


@dataclass(frozen=True, slots=True)
class MeansWords(WordClasses):
    """Words for a happening or a thing that name no weapon and no hazard."""

    source: ClassVar[str] = "en/words/events.toml#means"

    vague: frozenset[str]


class Proven(msgspec.Struct, frozen=True, gc=False):
    """A spot that tells a happening, with its parties, how real it is and its codes."""

    spot: Spot
    parties: Parties
    modality: Modality
    codes: Codes


@dataclass(frozen=True, slots=True)
class ClaimMaker:
    """Makes the event claims of one report; `year` and `time` are the report's own."""

    analysis: Analysis
    library: Library
    year: int | None
    time: ReportTime

    def draft(self, one: Proven, parse: Parse, sentence: Sentence) -> Draft:
        """The draft of one proven happening."""
        spot, codes, classes = one.spot, one.codes, self.library.words
        start, end = sentence.start + spot.start, sentence.start + spot.end
        source = self.analysis.source_of(sentence.field, start, end)
        charged = not spot.frame.is_verbal and is_charged(spot, parse, classes)
        realis, aux = self._reality(one, parse, sentence, source, charged)
        code = codes.sub_type or codes.type or codes.plover
        claim = EventClaim(
            id=content_id("evt", self.analysis.report.id, sentence.field, code, start, end),
            report=self.analysis.report.id,
            made_by=f"event:{spot.frame.id}",
            field=sentence.field,
            start=sentence.start,
            end=sentence.end,
            anchor_start=start,
            anchor_end=end,
            type=codes.type,
            sub_type=codes.sub_type,
            plover=codes.plover,
            mode=codes.mode,
            aux_modes=aux,
            actors=one.parties.actors,
            recipients=one.parties.recipients,
            place=place_of(spot, parse, self.analysis, self.library.actors),
            when=when_of(spot, parse, self.analysis, classes),
            realis=realis,
            attribution=source,
            means=_means(spot, parse, classes),
        )
        group = _GROUP_OF.get(codes.sub_type or "") or _GROUP_OF.get(codes.type or "", spot.frame.group)
        definite = is_definite(spot, parse)
        return Draft(claim, spot.frame.id, group, sentence.block, sentence.index, definite, spot.is_noun, charged)

    def _reality(
        self, one: Proven, parse: Parse, sentence: Sentence, source: Attribution | None, charged: bool
    ) -> tuple[Realis, tuple[Aux, ...]]:
        """Whether it happened, with its auxiliary modes: an earlier event is background, a charge only a claim."""
        realis, aux = one.modality.realis, one.modality.aux
        open_to_background = realis in {"happened", "claimed", "background", "feared"}
        history = History(self.analysis, self.year, self.time, self.library.words)
        if open_to_background and is_background(one.spot, parse, sentence, history):
            realis, aux = "background", ("historical", *[a for a in aux if a != "historical"])
        if realis == "happened" and charged and not one.spot.is_noun:
            realis = "claimed"
        if realis == "happened" and source is not None and source.side is not None:
            realis = "claimed"
        return realis, aux


def _means(spot: Spot, parse: Parse, classes: WordBook) -> str | None:
    """The weapon or hazard in the report's own words; of what burst, "blast" and "vehicle" name none."""
    if not (spot.frame.is_disaster or spot.frame.group in {"strike", "bombing"}):
        return None
    if spot.is_noun:
        named = spot.sentence.text[spot.start : spot.end]
    else:
        subjects = [k for k in parse.kids(spot.token, "nsubj", "nsubjpass") if k.pos == "NOUN"]
        named = subjects[0].text if subjects else ""
    vague = classes.of(MeansWords).vague if spot.frame.group == "bombing" else frozenset[str]()
    return named if any(w not in vague for w in named.lower().split()) else None
