"""The narrative's counts: each measure's weightiest, their disputes, parts and changes, nothing told twice."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rashomon.composing.agreements import agreement
from rashomon.composing.changes import earlier_sentence, risen_sentence
from rashomon.composing.count_sentences import count_sentence, included, part_sentence, parts_of
from rashomon.composing.counts import Count
from rashomon.composing.disputes import dispute_sentence
from rashomon.composing.outgrown import gives_way, is_earlier, is_outgrown
from rashomon.composing.phrases import capitalised
from rashomon.composing.plan import Plan
from rashomon.composing.too_little import tells_too_little
from rashomon.model.assessment import Disagreement
from rashomon.model.brief import Sentence
from rashomon.model.claim import Figure
from rashomon.model.happening import Event

#: Measures of what befalls people in a happening itself.
_OF_A_BODY = ("killed", "injured", "other:casualties")
#: The fallen of armed bodies take no room from other dead.
_FALLEN = "killed fighters"
_MOST_OF_A_MEASURE = {"killed": 4, _FALLEN: 3, "injured": 2, "displaced": 2}


def told_counts(plan: Plan, some: list[Count], before: Sequence[Count] = ()) -> Iterable[Sentence]:
    """The sentences of some counts, the weightiest of each measure first, with who agrees and what was said before.

    `before` are counts that other sentences have told.
    """
    return _Telling(plan, some, before).sentences()


class _Telling:
    """What has been told so far, so that nothing is told twice."""

    def __init__(self, plan: Plan, some: list[Count], before: Sequence[Count]) -> None:
        self._plan = plan
        self._some = some
        self._told: dict[str, int] = {}
        self._disputed: set[int] = set()
        self._disputed_measures: set[str] = set()
        self._clauses: set[str] = set()
        self._sources: set[tuple[str, str, str]] = set()
        self._told_beside: list[Figure] = []
        self._tellings: list[Count] = list(before)
        self._lead = plan.main_count()

    def sentences(self) -> Iterable[Sentence]:
        """Each count's sentences, in the order of the counts."""
        for count in self._some:
            kind = _kind(count)
            self._told[kind] = self._told.get(kind, 0) + 1
            if self._told[kind] > _MOST_OF_A_MEASURE.get(kind, 1):
                continue
            if _is_part_of_told(count, self._some):
                self._told[_kind(count)] -= 1
                continue
            dispute = self._plan.dispute_of(count)
            if dispute is not None:
                if id(dispute) in self._disputed or len(self._disputed) > 1:
                    continue
                if self._is_overtaken(dispute):
                    self._told[_kind(count)] -= 1
                    continue
                worded = self._of_dispute(dispute, count)
                if worded is not None:
                    yield worded
                    continue
            told = [*self._told_beside, *(t.figure for t in self._tellings)]
            if (
                any(_is_same_number(count.figure, f, self._plan) for f in self._told_beside)
                or gives_way(count, [*self._tellings, *self._coming(count)], self._plan)
                or any(is_outgrown(count, f, self._plan) for f in self._told_beside)
                or tells_too_little(count, told, self._plan)
            ):
                self._told[_kind(count)] -= 1
                continue
            if _is_of_a_year(count, self._plan):
                self._told[_kind(count)] -= 1
            elif count is self._lead or not _is_of_other(count, self._plan):
                yield from self._of_count(count)
            elif (told_of := _with_its_happening(count, self._plan)) is not None:
                yield told_of
            else:
                self._told[_kind(count)] -= 1

    def _coming(self, count: Count) -> list[Count]:
        """Counts that are still to be told: beside later ones of these an early count is no news either."""
        return [c for c in self._some if not _is_of_other(c, self._plan)] if count is not self._lead else []

    def _is_overtaken(self, dispute: Disagreement) -> bool:
        """Whether a count told before is greater and later than every side's: how they differed is no news any more."""
        sides = self._plan.words.ledger.figures(c for s in dispute.sides for c in s.claims)
        told = [t.figure for t in self._tellings]
        return bool(sides) and all(any(is_earlier(f, [f], t, self._plan) for t in told) for f in sides)

    def _of_dispute(self, dispute: Disagreement, count: Count) -> Sentence | None:
        """Both sides of a dispute; null where no sentence tells it."""
        worded = dispute_sentence(dispute, self._plan.words, another=count.measure in self._disputed_measures)
        if worded is None or not self._plan.holds(worded):
            return None
        self._disputed.add(id(dispute))
        self._disputed_measures.add(count.measure)
        self._told_beside += self._plan.words.ledger.figures(worded.claims)
        return worded

    def _of_count(self, count: Count) -> Iterable[Sentence]:
        """A count with its rise, its parts, who agrees; nothing where it stands there already."""
        plan = self._plan
        key = (count.source, plan.words.figures.group(count.figure), count.measure)
        told_before = key in self._sources or _is_told(count, self._tellings, plan)
        if told_before and not (_is_local(count, plan) and _place_is_new(count, self._tellings, plan)):
            self._told[_kind(count)] -= 1
            return
        self._sources.add(key)
        worded = count_sentence(count, plan.words, lead_with_source=self._told[_kind(count)] % 2 == 1)
        if worded is None or worded.text in self._clauses:
            return
        if not plan.holds(worded):
            yield worded  # whoever keeps sentences notes it
            return
        self._clauses.add(worded.text)
        self._tellings.append(count)
        risen = risen_sentence(worded, count, plan.reconciled, plan.words)
        rises = risen is not None and plan.holds(risen)
        yield risen if risen is not None and rises else worded
        yield from _of_parts(count, plan, subject=worded.text.startswith(capitalised(count.source)))
        agreed = agreement(count, plan.reconciled, plan.words)
        if agreed is not None and self._is_new(agreed):
            yield agreed
        # After the parts, which are of the newest count.
        if not rises and (earlier := earlier_sentence(count, plan.reconciled, plan.words)) is not None:
            yield earlier

    def _is_new(self, agreed: Sentence) -> bool:
        """Whether the root that agrees has not spoken of this yet; from now on it has."""
        words = self._plan.words
        figure = words.ledger.figures(agreed.claims)[0]
        key = (words.naming.source(figure.attribution) or "", words.figures.group(figure), figure.measure)
        is_new = key not in self._sources
        self._sources.add(key)
        self._told_beside.append(figure)
        return is_new


def _kind(count: Count) -> str:
    """What a count is told among: its measure, the fallen of armed bodies apart from everybody else's dead."""
    fallen = count.measure == "killed" and count.figure.population.category == "combatants"
    return _FALLEN if fallen else count.measure


def _of_parts(count: Count, plan: Plan, *, subject: bool) -> Iterable[Sentence]:
    """The parts of a count; `subject` where its source was the subject of the sentence before."""
    parts = parts_of(count, plan.words)
    together = included(parts, count, plan.words, after=subject)
    if together is not None:
        yield together
    for part in [p for p in parts if together is None or p.id not in together.claims][:2]:
        if (said := part_sentence(part, count, plan.words)) is not None:
            yield said


def _is_of_other(count: Count, plan: Plan) -> bool:
    """Whether a count is of another happening than the main one, and says neither where nor when that was."""
    figure = count.figure
    stated = plan.words.figures.at(figure) or (figure.when is not None and plan.words.figures.date(figure))
    return not stated and not plan.is_of_main(count)


def _is_of_a_year(count: Count, plan: Plan) -> bool:
    """Whether a count of the dead or hurt is of some year, where the main happening has a day."""
    when, main = count.figure.when, plan.main
    dated = main is not None and main.precision == "day"
    return dated and count.measure in _OF_A_BODY and when is not None and when.precision == "year"


def _with_its_happening(count: Count, plan: Plan) -> Sentence | None:
    """ "Forty people were injured in the explosion in Farholm, ...": nobody takes it for the main happening's."""
    linked = plan.linked(count)
    if count.measure not in _OF_A_BODY or not tells_both(count, linked, plan):
        return None
    if linked is None or plan.words.naming.place(linked.place) is None or linked not in plan.events:
        return None
    told = count_sentence(count, plan.words, of=linked)
    return told if told is not None and plan.holds(told) else None


def tells_both(count: Count, event: Event | None, plan: Plan) -> bool:
    """Whether a sentence that gives a count tells the happening as well."""
    if event is None:
        return False
    telling = plan.words.events.claims(event)
    figures = plan.words.ledger.figures(count.claims)
    return any(
        (f.report, f.field) == (e.report, e.field) and f.start <= e.anchor_start < f.end
        for f in figures
        for e in telling
    )


def _is_told(count: Count, told: list[Count], plan: Plan) -> bool:
    """Whether the same number stands there already of people who may be the same: of one group, or called otherwise."""
    return any(_is_same_number(count.figure, t.figure, plan) for t in told)


def _is_same_number(one: Figure, other: Figure, plan: Plan) -> bool:
    return (one.measure, one.value) == (other.measure, other.value) and _may_be_same(one, other, plan)


def _may_be_same(one: Figure, other: Figure, plan: Plan) -> bool:
    groups = {plan.words.figures.group(f) for f in (one, other)}
    if len(groups) == 1 or "people" in groups:
        return True
    # Four students and four whom their side calls civilians: one count of one deed, unless they are opposed kinds.
    opposed = {one.population.category, other.population.category} == {"civilians", "combatants"}
    same_day = one.when is None or other.when is None or one.when == other.when
    return not opposed and same_day and (one.value or 0) > 1


def _place_is_new(count: Count, told: list[Count], plan: Plan) -> bool:
    """Whether no count of its measure and number was told of this place."""
    place = plan.words.naming.place(count.figure.place)
    alike = [t for t in told if (t.measure, t.figure.value) == (count.measure, count.figure.value)]
    return all(plan.words.naming.place(t.figure.place) not in (place, None) for t in alike)


def _is_local(count: Count, plan: Plan) -> bool:
    """Whether a count is of one town or facility: a source may give one for each."""
    place = count.figure.place
    return place is not None and place.kind in ("town", "facility") and bool(plan.words.figures.at(count.figure))


def _is_part_of_told(count: Count, some: list[Count]) -> bool:
    return count.figure.part_of is not None and any(
        count.figure.part_of in {*c.claims, *c.assessment.claims} for c in some if c is not count
    )
