"""Events of a report: happenings with their type, parties, place and time, one for each happening."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar

from rashomon.extraction.analysis import Analysis
from rashomon.extraction.english.event_arguments import Parties, PartyFinder
from rashomon.extraction.english.event_cases import Case
from rashomon.extraction.english.event_claims import ClaimMaker, Proven
from rashomon.extraction.english.event_climate import cause_of_blast, climate_of
from rashomon.extraction.english.event_coding import Codes, code_event
from rashomon.extraction.english.event_crowds import is_force_amid
from rashomon.extraction.english.event_drafts import Draft, ReadEvents
from rashomon.extraction.english.event_evidence import Evidence
from rashomon.extraction.english.event_home import set_drafts
from rashomon.extraction.english.event_merging import merge_drafts
from rashomon.extraction.english.event_modality import Modality, modality_of
from rashomon.extraction.english.event_proof import holds
from rashomon.extraction.english.event_purposes import without_purposes
from rashomon.extraction.english.event_speech import is_told_elsewhere, obligation_spots, threat_mode
from rashomon.extraction.english.event_spotting import Spot, find_spots
from rashomon.extraction.english.event_triggers import may_tell_event
from rashomon.extraction.english.event_years import report_year
from rashomon.extraction.english.figures.report_time import report_time
from rashomon.knowledge.library import Library
from rashomon.knowledge.word_classes import WordBook, WordClasses
from rashomon.language.syntax import Parse, Sentence
from rashomon.model.actor import Actor

_OR = re.compile(r"\bor\b", re.IGNORECASE)
#: PLOVER types whose recipient may stand deep in what is said, demanded, threatened, promised or withheld.
_ABOUT_OTHERS = frozenset(
    {
        "REQUEST",
        "REJECT",
        "THREATEN",
        "AGREE",
        "ACCUSE",
        "SANCTION",
        "CONCEDE",
        "AID",
        "COERCE",
        "PROTEST",
        "SUPPORT",
        "MOBILIZE",
        "RETREAT",
        "COOPERATE",
    }
)
#: Groups in which a place is where it happened, never to whom.
_VIOLENT = frozenset({"battle", "strike", "bombing", "attack", "damage", "disrupt"})
#: Sectors of those who fight a state.
_AT_WAR = frozenset({"rebel group", "external forces", "political militia"})
#: The report's own climate is judged on its first characters: leads say what a report is about.
_LEAD = 3000


@dataclass(frozen=True, slots=True)
class PartyWords(WordClasses):
    """Words by which the parties of a verb stand otherwise than its subject and object say."""

    source: ClassVar[str] = "en/words/events.toml#parties"

    pulling_out: frozenset[str]
    between_two: frozenset[str]
    amid: frozenset[str]
    inside: frozenset[str]


def needs_parse(text: str, words: WordBook) -> bool:
    """Whether a sentence can hold an event, responsibility, relation or control claim."""
    return may_tell_event(text, words)


def read_events(analysis: Analysis, library: Library) -> ReadEvents:
    """The events of a report in text order, with all mentions of each."""
    reader = _EventReader(analysis, library)
    drafts = [d for s in analysis.sentences if s.parse is not None for d in reader.drafts(s, s.parse)]
    return merge_drafts(set_drafts(drafts, analysis, library.events), library.words)


class _EventReader:
    """Reads the sentences of one report."""

    def __init__(self, analysis: Analysis, library: Library) -> None:
        self.analysis = analysis
        self.lexicon = library.events
        self.actors = library.actors
        self.evidence = Evidence(library.events, library.actors)
        self.report = climate_of(" ".join(s.text for s in analysis.sentences)[:_LEAD], library.events)
        armed = [a for a in analysis.actors if self.evidence.is_armed(a)]
        self.conflict = self.report.harm and len(armed) >= 2 and self.report.foreign_sure < 2
        self.claims = ClaimMaker(analysis, library, report_year(analysis), report_time(analysis, library))
        sectors = {a.sector for a in analysis.actors if not self.evidence.is_gathering(a)}
        self.unrest = "protesters" in sectors and not sectors & {"rebel group", "external forces"}

    @cached_property
    def of_labour(self) -> bool:
        """Whether a report's lead names a strike of workers: its strikes are such, but for those beside a weapon."""
        named = [noun for noun, frame in self.lexicon.nouns.items() if frame.id == "labour"]
        told = " ".join(s.text for s in self.analysis.sentences)[:_LEAD].lower()
        return any(noun in told for noun in named)

    @cached_property
    def blast(self) -> str | None:
        """The kind of disaster that a blast is where nobody is said to have set it off: null for a deed."""
        cause = cause_of_blast(self.analysis, self.lexicon)
        if cause == "accident":
            return "disaster:industrial_accident"
        # Where rebels or foreign forces fight, what burst is a weapon.
        fought = any(a.sector in _AT_WAR for a in self.analysis.actors)
        return "disaster:explosion" if cause == "open" and not fought else None

    def drafts(self, sentence: Sentence, parse: Parse) -> list[Draft]:
        """The proven happenings of one sentence."""
        spots = [*find_spots(sentence, parse, self.lexicon), *obligation_spots(sentence, parse, self.lexicon)]
        if self.of_labour and not climate_of(sentence.text, self.lexicon).weapons:
            spots = [s for s in spots if s.frame.id != "strike"]
        if not spots:
            return []
        finder = PartyFinder(self.analysis, sentence, parse, self.lexicon.classes)
        here = climate_of(sentence.text, self.lexicon)
        places = len(self.analysis.places_in(sentence.field, sentence.start, sentence.end))
        proven: list[tuple[Spot, Parties, Modality]] = []
        for spot in spots:
            if any(p[0].token.i == spot.token.i for p in proven):
                continue
            parties = self._without_grounds(self._parties(finder, spot), spot, finder)
            case = Case(spot, parties, parse, here, self.report, places, self.conflict, self.evidence)
            if holds(case):
                proven.append((spot, parties, modality_of(spot, parse, self.lexicon)))
        return self._coded(proven, parse, sentence)

    def _without_grounds(self, parties: Parties, spot: Spot, finder: PartyFinder) -> Parties:
        """The parties without countries that only say whose ground is meant ("an assault on Syria's second city")."""
        title = self.analysis.report.field_text(spot.sentence.field)
        # "Deputies: boy hurt": who speaks before a colon.
        actors = tuple(a for a in parties.actors if title[a.end : a.end + 1] != ":")
        if spot.frame.id in {"clash", "fighting"} or spot.frame.group == "protest":
            actors = tuple(a for a in actors if not self._names_ground(a, spot, finder))
        parties = Parties(self._doers(actors, spot, title), parties.recipients)
        if spot.frame.is_disaster:
            return Parties((), tuple(r for r in parties.recipients if r.sector not in {"unknown", "government"}))
        if spot.frame.group not in _VIOLENT:
            if spot.frame.group != "protest":
                return parties
            return Parties(parties.actors, tuple(r for r in parties.recipients if not self._is_scene(r, finder)))
        kept: list[Actor] = []
        for actor in parties.recipients:
            known = self.actors.known(actor.text)
            token = finder.parse.at(actor.start - finder.sentence.start)
            inside = token is not None and token.dep in {"poss", "amod", "compound", "nmod"}
            ground = known is not None and known.kind in {"nation", "people"} and inside
            placed = actor.sector == "unknown" and any(
                p.start <= actor.start < p.end for p in self.analysis.places if p.field == actor.field
            )
            if not ground and not placed:
                kept.append(actor)
        return Parties(parties.actors, tuple(kept))

    def _names_ground(self, actor: Actor, spot: Spot, finder: PartyFinder) -> bool:
        """Whether a land before a noun only says whose ground is meant: "Kazakhstan clashes", "the Iraq protests"."""
        token = finder.parse.at(actor.start - finder.sentence.start)
        known = self.actors.known(actor.text)
        before = spot.is_noun and token is not None and token.dep in {"compound", "nmod"} and token.head == spot.token.i
        return before and known is not None and known.kind == "nation"

    def _is_scene(self, actor: Actor, finder: PartyFinder) -> bool:
        """Whether a place named as a party only says where ("marched through Tbilisi", "rioted in a prison").

        A land is its state: PLOVER has the protests in a country addressed to it.
        """
        words = self.lexicon.classes.of(PartyWords)
        token = finder.parse.at(actor.start - finder.sentence.start)
        while token is not None and token.dep in {"compound", "amod", "poss", "nmod", "conj"} and token.head != token.i:
            token = finder.parse.head(token)
        if token is None or token.dep != "pobj":
            return False
        before = finder.parse.head(token).lower
        here = self.analysis.places_in(actor.field, actor.start, actor.end)
        towns = any(p.kind == "town" and p.start == actor.start for p in here)
        lands = any(p.kind == "country" and p.start == actor.start for p in here)
        return (before in words.inside and not lands) or (towns and before in words.amid)

    def _doers(self, actors: tuple[Actor, ...], spot: Spot, text: str) -> tuple[Actor, ...]:
        """The actors of a deed of violence: nobody where "or" leaves open who, no monitors, no people under fire."""
        if spot.frame.group not in _VIOLENT:
            return actors
        if len(actors) > 1 and _OR.search(text[actors[0].end : actors[-1].start]):
            return ()
        far = spot.frame.group in {"strike", "bombing"}
        return tuple(
            a
            for a in actors
            if not (far and a.private)
            and not (a.sector in {"international organisation", "media"} and not self.evidence.is_armed(a))
        )

    def _parties(self, finder: PartyFinder, spot: Spot) -> Parties:
        if spot.is_noun:
            parties = finder.of_noun(spot, self.lexicon.support)
            if spot.frame.group == "protest" and spot.predicate is not None and not parties.recipients:
                taken = {a.name.casefold() for a in parties.actors}
                return Parties(parties.actors, tuple(finder.content_actors(spot.predicate, taken)))
            return parties
        parties = finder.of_verb(spot.token)
        if spot.frame.id == "flight":
            return Parties((), tuple(a for a in parties.actors or parties.recipients if a.sector != "unknown"))
        if spot.frame.plover in _ABOUT_OTHERS and spot.frame.id not in {"withdraw", "surrender", "resign"}:
            taken = {a.name.casefold() for a in parties.actors}
            if spot.token.lemma in self.lexicon.classes.of(PartyWords).pulling_out:
                return Parties(parties.actors, tuple(finder.below(spot.token, "from")))
            if spot.frame.plover == "MOBILIZE":
                # Whom one mobilises is one's own; the other side stands behind "against".
                taken |= {r.name.casefold() for r in parties.recipients}
                return Parties(parties.actors, tuple(finder.content_actors(spot.token, taken)))
            named = [r for r in parties.recipients if r.name.casefold() not in taken]
            clause = spot.frame.plover == "REQUEST" and bool(finder.parse.kids(spot.token, "ccomp"))
            if not named or clause:
                named = finder.content_actors(spot.token, taken) or named
            return Parties(parties.actors, tuple(named))
        if spot.frame.group == "battle" and spot.token.lemma in self.lexicon.classes.of(PartyWords).between_two:
            return Parties((*parties.actors, *parties.recipients), ())
        return parties

    def _coded(self, proven: list[tuple[Spot, Parties, Modality]], parse: Parse, sentence: Sentence) -> list[Draft]:
        drafts: list[Draft] = []
        kept = [
            p for p in without_purposes(proven, parse) if not is_told_elsewhere(p, proven, parse, self.lexicon.classes)
        ]
        for spot, parties, modality in kept:
            amid = any(is_force_amid(other, spot, parties) for other, _, _ in proven)
            codes = code_event(spot, parties, modality, parse, self.lexicon, self.unrest, amid)
            if spot.frame.id == "blast" and self.blast is not None:
                codes = Codes(self.blast, None, None, None)
            if codes.plover == "THREATEN" and codes.mode is None:
                codes = Codes(codes.type, codes.sub_type, codes.plover, threat_mode(spot, parse, self.lexicon))
            drafts.append(self.claims.draft(Proven(spot, parties, modality, codes), parse, sentence))
        return drafts
