"""Events as noun phrases and clauses, naming an actor only where the record may state one."""

from __future__ import annotations

from dataclasses import dataclass, field

import msgspec

from rashomon.composing.collapses import fallen_thing
from rashomon.composing.dates import DateWords, Interval
from rashomon.composing.happening_nouns import HappeningNouns, before_words, without_members, without_short_forms
from rashomon.composing.ledger import Ledger
from rashomon.composing.naming import Naming
from rashomon.composing.phrases import joined, with_indefinite
from rashomon.knowledge.library import Library
from rashomon.knowledge.wording import EventWords
from rashomon.model.actor import ARMED
from rashomon.model.claim import EventClaim
from rashomon.model.happening import Event

#: A happening that would have gone on for longer is told without its days: they are those of the war around it.
_LONGEST = 92
_FIGHTERS = ARMED | {"rioters", "protesters"}
#: Force used against a crowd is nobody's of the crowd.
_AGAINST_CROWDS = ("Protest with intervention", "Excessive force against protesters")
_CROWDS = ("protesters", "rioters", "civilians")
#: The noun of a deed that a sentence tells by its verb: "weapons were destroyed", not "there was destruction".
_DESTRUCTION = "destruction of "


@dataclass(frozen=True, slots=True)
class EventPhrases:
    """Words events."""

    library: Library
    ledger: Ledger
    naming: Naming
    dates: DateWords
    #: What was found for events of such a type and claims: an event is worded again and again.
    _told: dict[tuple[str | None, str | None, tuple[str, ...]], EventWords | None] = field(default_factory=dict)

    @property
    def nouns(self) -> HappeningNouns:
        """Nouns for happenings by how a sentence goes on with them."""
        return self.library.words.of(HappeningNouns)

    def words(self, event: Event) -> EventWords:
        """The event's noun: the reports' own word where it names this kind of event, else that of its type."""
        told = (event.type, event.sub_type, event.claims)
        if told not in self._told:
            self._told[told] = self._anchored(event)
        if (anchored := self._told[told]) is not None:
            return anchored
        events = self.library.wording.events
        known = events.get(event.sub_type or "") or events.get(event.type or "")
        if known is not None:
            return known
        kind = (event.type or "").removeprefix("disaster:").replace("_", " ").casefold()
        if (event.type or "").startswith("disaster:") and kind.isascii() and kind:
            return EventWords(kind, f"{kind}s", True, "", 7)
        return EventWords("incident", "incidents", True, "", 1)

    def _anchored(self, event: Event) -> EventWords | None:
        every = self.library.wording.anchor_fits
        fits = every.get(event.sub_type or "") or every.get(event.type or "")
        counts: dict[EventWords, int] = {}
        for claim in self.claims(event):
            said = " ".join(self.ledger.words(claim, claim.anchor_start, claim.anchor_end).casefold().split())
            word = self._anchor(said)
            if word and (word in fits if fits else (event.type or "").startswith("disaster:")):
                noun = self.library.wording.anchors[word]
                counts[noun] = counts.get(noun, 0) + (0 if word in self.nouns.vaguer else 1)
        return max(counts, key=lambda n: (counts[n], n.noun)) if counts else None

    def _anchor(self, said: str) -> str | None:
        anchors = self.library.wording.anchors
        for word in (said, said.split(" ")[-1] if said else ""):
            for form in (word, word.removesuffix("s"), word.removesuffix("es")):
                if form in anchors:
                    return form
        return None

    def is_many(self, event: Event) -> bool:
        """Whether its reports tell several of the kind ("air strikes"), more of them than tell one."""
        claims = [c for c in self.claims(event) if c.field != "title"]  # "strikes" of a title may be its verb
        nouns = self.library.wording.anchors
        one = many = 0
        for claim in claims:
            said = " ".join(self.ledger.words(claim, claim.anchor_start, claim.anchor_end).casefold().split())
            word = self._anchor(said)
            if word is not None and nouns[word].count:
                is_plural = said.split(" ")[-1] != word.split(" ")[-1]
                one, many = one + (not is_plural), many + is_plural
        return many > one

    def _amount(self, event: Event) -> str:
        """ "an air strike", "air strikes", "shelling"."""
        words = self.words(event)
        one = with_indefinite(words.noun) if words.count else words.noun
        return words.plural if words.count and self.is_many(event) else one

    def claims(self, event: Event) -> list[EventClaim]:
        """The event's claims, in the record's order."""
        found = [self.ledger.claims.get(c) for c in event.claims]
        return [c for c in found if isinstance(c, EventClaim)]

    def noun(self, event: Event) -> str:
        """ "an air strike", "shelling", "clashes between A and B"."""
        words, noun = self.words(event), self._amount(event)
        if words.noun in self.nouns.fought and len(sides := self._sides(event)) > 1 and self._may_oppose(event):
            return f"{noun} between {joined(sides, 2)}" if len(sides) == 2 else noun
        return noun

    def the_noun(self, event: Event) -> str:
        """ "the air strike", "the air strikes"."""
        words = self.words(event)
        return f"the {words.plural if words.count and self.is_many(event) else words.noun}"

    def the_act(self, event: Event) -> str:
        """ "the air strike in Idlib"."""
        return f"{self.the_noun(event)}{self.at(event)}"

    def _sides(self, event: Event) -> list[str]:
        """Who fought whom; whose cause a crowd is on the streets for is not whom it fights."""
        crowd = any(a.sector == "protesters" for a in event.actors)
        met = [r for r in event.recipients if not (crowd and r.sector == "protesters")]
        against = self._recipients(msgspec.structs.replace(event, recipients=tuple(met)))
        return without_members(list(dict.fromkeys([*self.actors(event), *against])))

    def _may_oppose(self, event: Event) -> bool:
        """Whether the sides can be against each other: a movement of protesters does not fight protesters."""
        named = [*event.actors, *(r for r in event.recipients if r.sector in _FIGHTERS)]
        return {one.sector for one in named} != {"protesters"}

    def actors(self, event: Event) -> list[str]:
        """The actors that the record may state, as noun phrases; private persons are left out."""
        named = [
            self.naming.organisation(a.name)
            for a in event.actors
            if not (event.sub_type in _AGAINST_CROWDS and a.sector in _CROWDS)
            and not a.private
            and not self._is_its_land(a.name, event)
            and a.name.split()[-1:]
            and a.name.split()[-1].casefold().rstrip("s") not in self.nouns.doers
        ]
        return without_short_forms(list(dict.fromkeys(n for n in named if n)))

    def _is_its_land(self, name: str, event: Event) -> bool:
        """Whether a name is only that of the land in which it happened: that says where, not who."""
        known, place = self.library.actors.known(name), event.place
        if known is None or known.kind != "nation" or place is None or event.type == "Battles":
            return False
        return known.country_code is not None and known.country_code == place.country_code

    def _recipients(self, event: Event) -> list[str]:
        kept = (r.name for r in event.recipients if not r.private and r.sector in _FIGHTERS)
        return list(dict.fromkeys(n for name in kept if (n := self.naming.organisation(name))))

    def date(self, event: Event, with_year: bool = False) -> str:
        """ " on 27 November" with a space before it; "" where the date is not known to at least a month."""
        if event.start_date is None or event.precision in ("unknown", "year"):
            return ""
        if ((event.end_date or event.start_date) - event.start_date).days > _LONGEST:
            return ""
        interval = Interval(event.start_date, event.end_date or event.start_date, event.precision)
        return f" {self.dates.when(interval, with_year)}"

    def clause(self, event: Event, with_year: bool = False) -> str:
        """What happened, without full stop and source: "insurgents launched an offensive in Aleppo on ..."."""
        words = self.words(event)
        if words.noun in self.nouns.launched and event.precision in ("period", "week"):
            # An offensive goes on for days and is launched on the first of them.
            event = msgspec.structs.replace(event, end_date=event.start_date, precision="day")
        date = self.date(event, with_year)
        at = self.at(event)
        place = self.naming.place(event.place)
        actors = self.actors(event)
        told, was = self._amount(event), "were" if words.count and self.is_many(event) else "was"
        if words.noun in self.nouns.sudden and event.precision in ("period", "week"):
            # It lasts for seconds: any days behind the first are those of what came after.
            date = self.date(msgspec.structs.replace(event, end_date=event.start_date, precision="day"), with_year)
        if fell := fallen_thing(event, self.claims(event), self.ledger, self.library.words):
            return f"{fell} collapsed{at}{date}"
        if words.noun in self.nouns.striking and place:
            near = "near " if event.place is not None and event.place.precision == "near" else ""
            return f"{told} struck {near}{place}{date}"
        if words.noun == "flooding" and place:
            return f"flooding hit {place}{date}"
        if actors and not (event.type or "").startswith("disaster:") and (acted := self._acted(words, actors, event)):
            return f"{acted}{at}{date}"
        if words.noun in self.nouns.breaking_out:
            return f"{told} broke out{at}{date}"
        if words.noun in self.nouns.going_on | self.nouns.fought:
            return f"{self.noun(event)} took place{at}{date}"
        if words.noun.endswith("strike") and place and event.place is not None and event.place.kind != "country":
            return f"{told} hit {place}{date}"
        if words.noun in self.nouns.launched:
            return f"{told} {was} launched{at}{date}"
        if words.noun in self.nouns.agreed:
            return f"{told} {was} reported{at}{date}"
        if words.noun == "car bomb":
            return f"{told} exploded{at}{date}"
        if words.noun in self.nouns.held:
            return f"{words.plural} took place{at}{date}"
        if words.count:
            return f"{told} took place{at}{date}"
        lost = words.noun.partition(_DESTRUCTION)[2]
        were = "were" if lost.endswith("s") else "was"
        return f"{lost} {were} destroyed{at}{date}" if lost else f"there was {words.noun}{at}{date}"

    def at(self, event: Event) -> str:
        """Where it was; an assault is on a place, not in it."""
        at = self.naming.at(event.place)
        on_place = self.words(event).noun == "assault" and event.type == "Battles" and at.startswith((" in ", " to "))
        if on_place:
            return f" on {at[4:]}"
        if at.startswith(" from ") and event.place is not None:
            # Whatever came from there happened there.
            at = self.naming.at(msgspec.structs.replace(event.place, role="at"))
        if at.startswith(" to "):
            return f" towards {at[4:]}" if self.words(event).noun in self.nouns.launched | self.nouns.held else ""
        return at

    def _acted(self, words: EventWords, actors: list[str], event: Event) -> str | None:
        subject = joined(actors, 2)
        noun = self._amount(event)
        if words.noun in self.nouns.launched:
            return f"{subject} launched {noun}"
        if words.noun in self.nouns.held and event.type == "Protests":
            return f"{subject} held {noun if words.noun != 'protest' else 'protests'}"
        if words.noun.endswith(tuple(self.nouns.carried_out)):
            return f"{subject} carried out {noun}"
        if words.noun in self.nouns.fought:
            sides = self._sides(event)
            if len(sides) > 1 and self._may_oppose(event):
                return f"{sides[0]} fought {joined(sides[1:], 2)}"
            return None
        typed = words if words.verb else self.library.wording.events.get(event.sub_type or "")
        return f"{subject} {typed.verb}" if typed is not None and typed.verb else None

    def title(self, event: Event) -> str:
        """The event as a headline's topic: "air strike in Idlib", "protests in Dhaka"."""
        return f"{self.topic(event)}{self.at(event)}"

    def topic(self, event: Event, *, many: bool = False) -> str:
        """The event's noun for a headline, in the plural where it is held or `many`: "protests", "air strike"."""
        words = self.words(event)
        many = (
            many
            or self.is_many(event)
            or words.noun in self.nouns.held
            or before_words(words.noun, self.nouns.met) != words.noun
        )
        return before_words(words.plural if many and words.count else words.noun, self.nouns.met)
