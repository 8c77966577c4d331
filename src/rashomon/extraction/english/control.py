"""Control of places: who seized, entered, besieges, holds, lost or only tries to take them."""

from __future__ import annotations

import re

import msgspec

from rashomon.extraction.analysis import Analysis
from rashomon.extraction.english.event_arguments import PartyFinder
from rashomon.extraction.english.event_modality import Modality, modality_of, years_in
from rashomon.extraction.english.event_proof import climate_of
from rashomon.extraction.english.event_setting import when_of
from rashomon.extraction.english.event_spotting import Spot, objects_of
from rashomon.knowledge.library import Library
from rashomon.knowledge.relations import ControlPattern
from rashomon.language.syntax import Parse, Sentence, Token
from rashomon.model.actor import Actor
from rashomon.model.claim import Control, ControlStatus
from rashomon.model.ids import content_id
from rashomon.model.place import Place

_COMPOUND = re.compile(r"(?<!\w)(?P<who>[A-Za-z][\w.]*(?: [A-Z]\w+)?)[-‑](?P<how>[a-z]+)\b")
_TRYING = frozenset(
    "try attempt seek aim bid want plan vow prepare hope intend threaten launch fail fight struggle push".split()
)


def extract_control(analysis: Analysis, library: Library) -> tuple[Control, ...]:
    """The control claims of a report in text order."""
    reader = _ControlReader(analysis, library)
    found = [c for s in analysis.sentences if s.parse is not None for c in reader.of_sentence(s, s.parse)]
    return tuple(sorted(found, key=lambda c: (c.field != "title", c.start, c.id)))


class _ControlReader:
    def __init__(self, analysis: Analysis, library: Library) -> None:
        self.analysis = analysis
        self.library = library
        self.words = library.control

    def of_sentence(self, sentence: Sentence, parse: Parse) -> list[Control]:
        places = self.analysis.places_in(sentence.field, sentence.start, sentence.end)
        climate = climate_of(sentence.text, self.library.events)
        if climate.foreign_sure or (climate.is_foreign and not climate.weapons):
            return []
        finder = PartyFinder(self.analysis, sentence, parse)
        found = self._of_compounds(sentence, parse, places)
        for token in parse.tokens:
            if token.pos not in {"VERB", "AUX"} and not token.tag.startswith("VB"):
                continue
            for pattern in self.words.verbs.get(self.library.events.base(token.lemma), ()):
                claim = self._of_verb(sentence, parse, finder, token, pattern, places)
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
        places: list[Place],
    ) -> Control | None:
        roots = self._place_roots(parse, token, pattern)
        if not roots and "control" not in pattern.objects:
            return None
        if not roots and not any(o.lemma == "control" for o in objects_of(parse, token)):
            return None
        place = self._place_at(sentence, parse, roots, places)
        aimed = place is None and "control" in pattern.objects
        if aimed:
            place = self._place_before(sentence)
        if place is None:
            return None
        holder = self._holder(parse, finder, token, pattern)
        if holder is None:
            return None
        if place.kind == "country" and self._is_nation(holder):
            return None
        spot = Spot(sentence, token, token.start, token.end, self.library.events.frames["seize"], token, "verb")
        modality = modality_of(spot, parse, self.library.events)
        status = self._status(pattern.status, parse, token, modality)
        if status is None or (aimed and status != "attempted"):
            return None
        return self._claim(sentence, parse, spot, place, holder, status, modality)

    def _place_before(self, sentence: Sentence) -> Place | None:
        """The place of the sentence before, for an attempt that names none ("aiming to reclaim control")."""
        before = [
            p
            for p in self.analysis.places
            if p.field == sentence.field and sentence.start - 300 <= p.start and p.end <= sentence.start
        ]
        return before[-1] if before else None

    def _place_roots(self, parse: Parse, token: Token, pattern: ControlPattern) -> list[Token]:
        """The nouns at which the place may stand, where the verb fits the pattern; none where it does not."""
        below = [
            k for k in parse.kids(token) if k.lower == pattern.particle and k.dep in {"prep", "prt", "advmod", "dative"}
        ]
        if pattern.particle is not None and not below:
            return []
        if pattern.place == "subject":
            return parse.kids(token, "nsubj", "nsubjpass")
        objects = objects_of(parse, token)
        if pattern.objects:
            held = [o for o in objects if o.lemma in pattern.objects]
            return [x for o in held for p in parse.kids(o, "prep") for x in parse.kids(p, "pobj")] + [
                x for p in parse.kids(token, "prep") if p.lower in {"of", "over"} for x in parse.kids(p, "pobj") if held
            ]
        if pattern.particle is not None:
            deeper = [q for p in below for q in parse.kids(p, "prep")]
            later = [p for p in parse.kids(token, "prep") if p.lower in {"of", "from"}]
            return [o for p in [*below, *deeper, *later] for o in parse.kids(p, "pobj")] + objects
        return objects

    def _place_at(self, sentence: Sentence, parse: Parse, roots: list[Token], places: list[Place]) -> Place | None:
        """The place that a noun names, or the region in which the places it counts lie."""
        territory = self.library.events.evidence["territory"]
        for root in roots:
            direct = self._at_token(sentence, root, places)
            if direct is not None:
                return direct
            if root.lemma not in territory:
                continue
            for token in sorted(parse.subtree(root), key=lambda t: (t.dep not in {"appos", "pobj", "conj"}, t.i)):
                if token.dep in {"appos", "pobj", "compound", "nmod", "conj", "poss", "amod"}:
                    place = self._at_token(sentence, token, places)
                    if place is not None and not (token.dep in {"amod", "poss"} and place.kind == "country"):
                        return place
        return None

    def _at_token(self, sentence: Sentence, token: Token, places: list[Place]) -> Place | None:
        at = sentence.start + token.start
        return next((p for p in places if p.start <= at < p.end), None)

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

    def _is_nation(self, holder: Actor) -> bool:
        known = self.library.actors.known(holder.text)
        return known is not None and known.kind == "nation"

    def _status(self, status: ControlStatus, parse: Parse, token: Token, modality: Modality) -> ControlStatus | None:
        if status in {"seized", "entered", "besieged"}:
            infinitive = token.tag == "VB" and any(k.lower == "to" for k in parse.kids(token, "aux"))
            head = parse.head(token)
            if (
                infinitive
                or (token.dep in {"pcomp", "acl", "advcl"} and head.lemma in _TRYING)
                or set(modality.aux) & {"future", "hypothetical"}
            ):
                return "attempted"
        if "negation" in modality.aux and status != "holds":
            return "attempted" if status in {"seized", "entered"} else None
        return None if "negation" in modality.aux else status

    def _claim(
        self,
        sentence: Sentence,
        parse: Parse,
        spot: Spot,
        place: Place,
        holder: Actor,
        status: ControlStatus,
        modality: Modality,
    ) -> Control:
        start, end = sentence.start + spot.start, sentence.start + spot.end
        source = self.analysis.source_of(sentence.field, start, end)
        realis = modality.realis
        if realis == "happened" and source is not None and source.side is not None:
            realis = "claimed"
        earlier = any(k.lower == "had" for k in parse.kids(spot.token, "aux")) and bool(years_in(sentence.text))
        if realis == "happened" and earlier:
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
            when=when_of(spot, parse, self.analysis),
            attribution=source,
            realis=realis,
        )

    def _of_compounds(self, sentence: Sentence, parse: Parse, places: list[Place]) -> list[Control]:
        """ "rebel-held Idlib": the first part names the holder, the place follows within a few words."""
        found: list[Control] = []
        for match in _COMPOUND.finditer(sentence.text):
            status = self.words.adjectives.get(match.group("how"))
            if status is None:
                continue
            known = self.library.actors.known(match.group("who"))
            if known is None and match.group("who").lower() not in self.words.holders:
                continue
            after = [p for p in places if 0 <= p.start - sentence.start - match.end() <= 40]
            between = sentence.text[match.end() : after[0].start - sentence.start] if after else ""
            if not after or any(c in between for c in ",;.") or sum(w.islower() for w in between.split()) > 4:
                continue
            token = parse.at(match.start())
            holder = known.name if known is not None else match.group("who")
            if token is None:
                continue
            spot = Spot(sentence, token, match.start(), match.end(), self.library.events.frames["seize"], token, "verb")
            found.append(self._claim(sentence, parse, spot, after[0], _named(holder), status, Modality()))
        return found


def _named(name: str) -> Actor:
    return Actor(field="text", start=0, end=0, text=name, name=name)
