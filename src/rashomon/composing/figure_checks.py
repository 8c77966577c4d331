"""Checks every number of a sentence against the figures it cites: rule 3 of the design, one reason a failure."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from rashomon.composing.date_checks import fits, intervals_of
from rashomon.composing.figure_wording import MOVING
from rashomon.composing.ledger import Ledger
from rashomon.composing.neutral import neutral_phrase
from rashomon.composing.root_checks import is_named_root
from rashomon.composing.same_happening import is_inherited
from rashomon.composing.sentence_reading import CAVEAT_WORDS, HEDGES, NumberRead, SentenceRead
from rashomon.composing.source_names import names_of
from rashomon.knowledge.library import Library
from rashomon.language.english.numbers import find_numbers
from rashomon.model.brief import Sentence
from rashomon.model.claim import Figure
from rashomon.model.place import Place

_FEARED = re.compile(r"\b(?:feared|might have|may have)\b")
#: Thousands set apart by full stops or spaces: "265.000".
_GROUPED = re.compile(r"\d{1,3}(?:[.\s]\d{3})+")
_HOUSEHOLD = frozenset(("household", "households", "family", "families"))
#: "A 30-year-old man": an article counts one, whatever number follows.
_ONE = re.compile(r"\s*(?:an?|another|the|one)\b", re.IGNORECASE)
_CATEGORY = {"civilians": {"civilian"}, "combatants": {"combatant"}}


@dataclass(frozen=True, slots=True)
class FigureCheck:
    """Checks the numbers of one sentence after another."""

    ledger: Ledger
    library: Library
    place_names: dict[str, str]

    def fault(self, sentence: Sentence, read: SentenceRead) -> str | None:
        """Why a number does not hold, or null."""
        figures = self.ledger.figures(sentence.claims)
        for number in read.numbers:
            if number.of_record is None and number.start >= 0 and not self._in_name(number, read, sentence):
                why = self._number(number, read, sentence, figures)
                if why is not None:
                    return why
        return None

    def _number(self, number: NumberRead, read: SentenceRead, sentence: Sentence, figures: list[Figure]) -> str | None:
        matching = [f for f in figures if self._same_number(number, f)]
        if not matching:
            return None if self._in_other_passage(number, read, sentence) else (
                f"the number {number.words!r} is in no cited figure"
            )  # fmt: skip
        if (
            any(f.derived for f in matching)
            and not sentence.calculation
            and not number.of_share
            and number.value is not None
        ):
            matching = [f for f in matching if not f.derived] or []
        tests: list[tuple[str, Callable[[Figure], bool]]] = [
            ("the hedge", lambda f: self._hedge(number, f)),
            ("the measure", lambda f: self._measure(number, f)),
            ("the unit", lambda f: self._unit(number, f)),
            ("the population", lambda f: self._population(number, f, read)),
            ("the realis", lambda f: self._realis(f, read)),
            ("the place", lambda f: self._place(number, f, read, sentence)),
            ("the date or as-of", lambda f: self._date(number, f, read, sentence)),
            ("the named root", lambda f: is_named_root(number, f, read, sentence, self.ledger, self.library)),
        ]
        for name, test in tests:
            matching = [f for f in matching if test(f)]
            if not matching:
                return f"{name} of the number {number.words!r} is not that of a cited figure"
        return self._dropped_caveat(matching, read)

    def _in_name(self, number: NumberRead, read: SentenceRead, sentence: Sentence) -> bool:
        """Whether the number is part of a name that a cited claim or its outlet bears ("the March 23 Movement")."""
        beside = read.plain[max(0, number.start - 1) : number.start] + read.plain[number.end : number.end + 1]
        if any(c.isalpha() for c in beside):
            return True  # a digit inside a word, as in an address
        before = re.search(r"([A-Z]\w+) $", read.plain[: number.start])
        if before is None:
            return False
        said = f"{before.group(1)} {number.words}"
        claims = [c for i in sentence.claims if (c := self.ledger.claims.get(i)) is not None]
        names = {n for c in claims for n in names_of(c, self.ledger.reports.get(c.report), self.library.terms)}
        names |= {v for c in claims for v in (getattr(c, "from_actor", ""), getattr(c, "to_actor", ""))}
        names |= {a.name for c in claims for a in getattr(c, "actors", ())}
        return any(said.casefold() in n.casefold() for n in names)

    def _same_number(self, number: NumberRead, figure: Figure) -> bool:
        if number.value is None or "half" in number.words or (figure.qualifier == "fraction" and number.of_share):
            said = self.ledger.words(figure, figure.number_start, figure.number_end).casefold()
            return bool(re.search(rf"\b{re.escape(number.words.casefold())}\b", said))
        return number.value in (figure.value, figure.low, figure.high) and self._stands_in_passage(number.value, figure)

    def _stands_in_passage(self, value: float, figure: Figure) -> bool:
        if figure.derived:
            return figure.calculation is not None
        if figure.decided is not None:
            # A person read the passage and said what it means; the decision stands in the record with its reason.
            return True
        said = self.ledger.words(figure, figure.number_start, figure.number_end)
        values = {n.value for n in find_numbers(said, self.library.number_words)}
        if _GROUPED.fullmatch(said.strip()):
            values.add(float(re.sub(r"\D", "", said)))
        return value in values or (value == 1 and (not values or _ONE.match(said) is not None))

    def _in_other_passage(self, number: NumberRead, read: SentenceRead, sentence: Sentence) -> bool:
        """A number inside a name or reported words: it stands with its neighbour in another claim's passage."""
        following = re.match(r"[\s-]*([\w'’]+)", read.plain[number.end :])
        if following is None or self._is_measure_word(following.group(1).casefold()):
            return False
        said = re.compile(rf"\b{re.escape(number.words)}[\s-]+{re.escape(following.group(1))}\b", re.IGNORECASE)
        others = [c for i in sentence.claims if (c := self.ledger.claims.get(i)) and not isinstance(c, Figure)]
        texts = (f"{self.ledger.passage(c)} {getattr(c, 'speaker_role', None) or ''}" for c in others)
        return any(said.search(" ".join(text.split())) for text in texts)

    def _hedge(self, number: NumberRead, figure: Figure) -> bool:
        if number.value is None or (number.of_share and figure.qualifier in ("fraction", "vague")):
            return figure.qualifier in ("vague", "fraction")
        return HEDGES[number.hedge] == figure.qualifier

    def _measure(self, number: NumberRead, figure: Figure) -> bool:
        known = self.library.wording.measures.get(figure.measure)
        return known is not None and bool(number.measures) and number.measures[0] in known.words

    def _unit(self, number: NumberRead, figure: Figure) -> bool:
        return (figure.unit == "household") == bool(_HOUSEHOLD & set(number.noun))

    def _population(self, number: NumberRead, figure: Figure, read: SentenceRead) -> bool:
        if "whom" in read.plain[number.end : number.end + 40]:
            return figure.population.status_by is not None or figure.attribution is not None
        said = {self._lemma(w) for w in number.noun if not self._is_measure_word(w)}
        group = figure.population.group or ""
        named = {
            self._lemma(w)
            for w in re.findall(r"[\w'’-]+", f"{group} {neutral_phrase(group, self.library.terms) or ''}")
        }
        plain = self.library.wording.plain_persons.get(self._lemma(group.split()[-1])) if group.split() else None
        named |= set((plain or "").split())
        category = _CATEGORY.get(figure.population.category)
        category = category if category and any(w in self.ledger.passage(figure).casefold() for w in category) else None
        measure = self.library.wording.measures.get(figure.measure)
        things = {self._lemma(measure.singular)} if measure else {"person"}
        general = (category if things == {"person"} and category else things) | (
            {"household"} if figure.unit == "household" else set()
        )  # fmt: skip
        return bool(said) and (said <= named or said <= general)

    def _is_measure_word(self, word: str) -> bool:
        return any(word in m.words or word in m.participle.split() for m in self.library.wording.measures.values())

    def _lemma(self, word: str) -> str:
        return self.library.nouns.singular(word.casefold())

    def _realis(self, figure: Figure, read: SentenceRead) -> bool:
        if figure.realis in ("denied", "planned"):
            return False
        return bool(_FEARED.search(read.plain)) == (figure.realis == "feared")

    def _place(self, number: NumberRead, figure: Figure, read: SentenceRead, sentence: Sentence) -> bool:
        told = self.places_in(read, number.segment) or self.places_in(read, read.segments[0])
        return all(self._fits_place(preposition, name, figure, sentence) for preposition, name in told)

    def places_in(self, read: SentenceRead, segment: tuple[int, int]) -> list[tuple[str, str]]:
        """Known places named in a stretch of the sentence with the preposition before each; sources do not count."""
        text = read.plain[segment[0] : segment[1]]
        text = re.sub(r"(?i)\baccording to [^;:]+$", "", text)
        text = re.sub(r"(?i)^\s*according to [^,;:]+,", "", text)
        text = re.sub(r"^.{2,160}? (?:said|reported) that ", "", text)
        found = []
        for match in re.finditer(
            r"\b(in|on|at|near|from|to|struck|hit|struck near)\s+(?:the\s+)?(?=[^\W\d_a-z])", text
        ):
            rest = text[match.end() :]
            name = next(
                (
                    n
                    for n in self.place_names.values()
                    if rest.startswith(n) and not rest[len(n) : len(n) + 1].isalnum()
                ),
                None,
            )
            if name is not None:
                moved = re.search(r"\b(from|to) an? [\w ]+$", text[: match.start()])
                found.append((moved.group(1) if moved else match.group(1), name))
        return found

    def _fits_place(self, preposition: str, name: str, figure: Figure, sentence: Sentence) -> bool:
        role = preposition if preposition in ("from", "to") else "at"
        if figure.place is not None:
            own = figure.place.role if figure.measure in MOVING else "at"
            if own == role and any(name in place_names(p) for p in (figure.place, *figure.other_places)):
                return True
            if not is_inherited(figure.place) or role != "at":
                return False
        events = [
            self.ledger.events[e] for c in sentence.claims if (e := self.ledger.event_of.get(c)) in self.ledger.events
        ]
        held = [e.place for e in events if e.place is not None and _may_hold(e.place, figure.place)]
        return any(name in place_names(p) for p in held)

    def _date(self, number: NumberRead, figure: Figure, read: SentenceRead, sentence: Sentence) -> bool:
        dates = [d for d in read.dates if number.segment[0] <= d.start < number.segment[1]]
        own = intervals_of(figure)
        if figure.when is None:
            own += [
                (e.start_date, e.end_date or e.start_date)
                for c in sentence.claims
                if (e := self.ledger.events.get(self.ledger.event_of.get(c, ""))) is not None
            ]
        return all(fits(d, own) for d in dates)

    def _dropped_caveat(self, figures: Sequence[Figure], read: SentenceRead) -> str | None:
        for figure in figures:
            for caveat in figure.caveats:
                words = CAVEAT_WORDS.get(caveat.kind)
                if words is not None and not words.search(read.plain):
                    return f"the caveat {caveat.kind!r} of a cited figure was dropped"
        return None


def _may_hold(wide: Place, inherited: Place | None) -> bool:
    """Whether a happening's place may be a count's that has none of its own: any, or the land around the inherited."""
    return inherited is None or (wide.kind == "country" and wide.country_code == inherited.country_code)


def place_names(place: Place) -> set[str]:
    """Every name under which a sentence may name a place."""
    return {n for n in (place.name, place.text, place.town) if n}


def days(*dates: dt.date | None) -> list[dt.date]:
    """The dates that are known."""
    return [d for d in dates if d is not None]
