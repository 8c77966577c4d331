"""Control of places: who seized, entered, besieges, holds, lost or only tries to take them."""

from __future__ import annotations

import re
from collections import Counter

import msgspec

from rashomon.extraction.analysis import Analysis
from rashomon.extraction.english.event_arguments import PartyFinder
from rashomon.extraction.english.event_climate import climate_of
from rashomon.extraction.english.event_modality import Modality, modality_of
from rashomon.extraction.english.event_setting import when_of
from rashomon.extraction.english.event_spotting import Spot, objects_of
from rashomon.extraction.english.event_years import dated_years, report_year, years_in
from rashomon.knowledge.library import Library
from rashomon.knowledge.relations import ControlPattern
from rashomon.language.syntax import Parse, Sentence, Token
from rashomon.model.actor import Actor
from rashomon.model.claim import Control, ControlStatus
from rashomon.model.ids import content_id
from rashomon.model.place import Place

_COMPOUND = re.compile(r"(?<!\w)(?P<who>[A-Za-z][\w.]*(?: [A-Z]\w+)?)[-‑](?P<how>[a-z]+)\b")
#: Words before a place that make it a part of it, and words for parts: who holds a part does not hold the whole.
_QUARTERS = frozenset(
    "eastern western northern southern central east west north south northeastern northwestern southeastern "
    "southwestern north-eastern north-western south-eastern south-western outer inner".split()
)
#: Nouns that name a place as a whole when its name goes with them ("the town of X").
_WHOLES = frozenset(
    "town city village province governorate district region enclave island port airport base capital stronghold "
    "neighbourhood neighborhood suburb settlement township county state camp crossing territory bastion".split()
)
_QUARTER_NOUNS = frozenset({"district", "suburb", "neighbourhood", "neighborhood", "camp", "town", "city", "village"})
_PART_NOUNS = frozenset({"part", "sector", "area", "swathe", "section", "portion", "pocket", "corner", "half", "edge"})
_PLURAL = frozenset({"rebel", "insurgent", "jihadist", "separatist", "militant", "houthi", "guerrilla", "gang"})
_PAST = re.compile(
    r"\b(?:previously|formerly|once|at the time|until (?:then|recently)|years? ago|months ago|last year|"
    r"(?:the )?same year|in recent years)\b",
    re.IGNORECASE,
)
_SAYING = frozenset("say add tell report claim insist state announce confirm note declare".split())
_FAILING = frozenset({"fail", "try", "attempt", "seek", "struggle", "unable", "want", "aim", "hope"})
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
        self.year = report_year(analysis)

    def of_sentence(self, sentence: Sentence, parse: Parse) -> list[Control]:
        verbs = [t for t in parse.tokens if t.pos in {"VERB", "AUX"} or t.tag.startswith("VB")]
        holding = [(v, p) for v in verbs if (p := self.words.verbs.get(self.library.events.base(v.lemma)))]
        if not holding and not _COMPOUND.search(sentence.text):
            return []
        places = self.analysis.places_in(sentence.field, sentence.start, sentence.end)
        climate = climate_of(sentence.text, self.library.events)
        if climate.foreign_sure or (climate.is_foreign and not climate.weapons):
            return []
        finder = PartyFinder(self.analysis, sentence, parse)
        found = self._of_compounds(sentence, parse, places)
        for token, patterns in holding:
            for pattern in patterns:
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
        """The place that a noun names as a whole; never one that only lies near or around what is meant."""
        for root in roots:
            direct = self._at_token(sentence, root, places)
            if direct is not None and not _is_part(root, parse):
                return direct
            if not _is_whole(root, parse):
                continue
            below = parse.kids(root, "appos", "compound", "nmod")
            below += [o for p in parse.kids(root, "prep") if p.lower == "of" for o in parse.kids(p, "pobj")]
            for token in below:
                place = self._at_token(sentence, token, places)
                if place is not None:
                    return place
        return None

    def _at_token(self, sentence: Sentence, token: Token, places: list[Place]) -> Place | None:
        at = sentence.start + token.start
        found = next((p for p in places if p.start <= at < p.end and p.kind != "country" and not p.adjectival), None)
        # Who holds "western X" does not hold X.
        return found if found is not None and found.text.split()[0].lower() not in _QUARTERS else None

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
                or (token.dep in {"pcomp", "acl", "advcl"} and head.lemma in _TRYING)
                or set(modality.aux) & {"future", "hypothetical"}
            ):
                return "attempted"
        if "negation" in modality.aux:
            failed = head.lemma in _FAILING or head.lower in _FAILING
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
            when=None if inside else when_of(spot, parse, self.analysis),
            attribution=source,
            realis=realis,
        )

    def _is_past(self, sentence: Sentence, parse: Parse, token: Token, status: ControlStatus) -> bool:
        """Whether this was so at a time before the report's own news."""
        years = dated_years(sentence.text) or (years_in(sentence.text) if status == "holds" else [])
        if years and (self.year is None or max(years) < self.year):
            return True
        if _PAST.search(sentence.text):
            return True
        if status != "holds" or not token.tag.startswith("VB"):
            return False
        past = token.tag == "VBD" or any(k.lower in {"had", "was", "were"} for k in parse.kids(token, "aux", "auxpass"))
        return past and not any(up.lemma in _SAYING for up in parse.ancestors(token))

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
            place = self._whole_after(sentence, parse, match.end(), places)
            if place is None:
                continue
            token = parse.at(match.start())
            who = match.group("who")
            plural = who.lower() in _PLURAL
            holder = known.name if known is not None else f"{who.lower()}s" if plural else who
            if token is None:
                continue
            spot = Spot(sentence, token, match.start(), match.end(), self.library.events.frames["seize"], token, "verb")
            found.append(self._claim(sentence, parse, spot, place, _named(holder), status, Modality(), inside=True))
        return found

    def _whole_after(self, sentence: Sentence, parse: Parse, offset: int, places: list[Place]) -> Place | None:
        """The place behind a compound adjective, where it is meant as a whole."""
        following = [t for t in parse.tokens if t.start >= offset][:7]
        for n, token in enumerate(following):
            if token.lower in _QUARTERS or not (_is_whole(token, parse) or token.lower in {"of", "the"}):
                if token.lower in _QUARTERS and self._at_token(sentence, token, places) is None:
                    return None
                place = self._at_token(sentence, token, places)
                # A name before another noun only says which ("rebel-held Idlib neighbourhoods").
                after = following[n + 1] if n + 1 < len(following) else None
                inner = place is not None and after is not None and after.start < place.end
                part = after is not None and not inner and after.pos == "NOUN" and not _is_whole(after, parse)
                return place if place is not None and not part else None
        return None


def _is_whole(token: Token, parse: Parse) -> bool:
    """Whether a noun means a place as a whole and not some quarters of it."""
    if token.lemma not in _WHOLES:
        return False
    some = token.tag == "NNS" or any(k.lower in {"a", "an", "some"} for k in parse.kids(token, "det"))
    return not (some and token.lemma in _QUARTER_NOUNS)


def _is_part(token: Token, parse: Parse) -> bool:
    """Whether a name stands behind "parts of"."""
    of = parse.head(token)
    return token.dep == "pobj" and of.lower == "of" and parse.head(of).lemma in _PART_NOUNS


def _named(name: str) -> Actor:
    return Actor(field="text", start=0, end=0, text=name, name=name)
