"""What is not known: sentences about the record itself."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rashomon.composing.counts import Count
from rashomon.composing.phrases import number_words, sentence
from rashomon.composing.plan import Plan
from rashomon.composing.words import Words
from rashomon.model.brief import Sentence
from rashomon.model.claim import Figure
from rashomon.model.material import Material

#: Kinds of happenings after which a reader asks for the dead (weights of the wording file).
_GRAVE = 7
_DONE_BY_SOMEONE = ("Violence against civilians", "Explosions/Remote violence")


def gaps(plan: Plan) -> list[Sentence]:
    """Sentences on what the record lacks, the most important first; each cites reports or claims."""
    words, material, told = plan.words, plan.material, plan.counts
    return [
        *_no_toll(plan),
        *_parties_only(told),
        *_no_culprit(plan),
        *_no_day(plan),
        *_one_source(words, material, told),
        *_one_root(words, told),
    ]


def _all(material: Material) -> tuple[str, ...]:
    return tuple(r.id for r in material.reports)


def _no_toll(plan: Plan) -> Iterable[Sentence]:
    words, material, events = plan.words, plan.material, plan.events
    typed = words.library.wording.events
    grave = any((w := typed.get(e.sub_type or "") or typed.get(e.type or "")) and w.weight >= _GRAVE for e in events)
    killed = [
        c for c in words.ledger.claims.values() if isinstance(c, Figure) and c.measure in ("killed", "other:casualties")
    ]
    if grave and not any(f.realis in ("happened", "claimed", "denied") for f in killed):
        subject = "the report gave" if len(material.reports) == 1 else "the reports gave"
        yield Sentence(text=sentence(f"{subject} no number of people killed"), reports=_all(material))


def _parties_only(told: Sequence[Count]) -> Iterable[Sentence]:
    killed = [c for c in told if c.measure == "killed"]
    if killed and all(c.assessment.support.best is None and c.assessment.best is None for c in killed):
        party = [c for c in killed if "party only" in (c.assessment.support.low, c.assessment.support.high)]
        if party and len(party) == len(killed):
            claims = tuple(dict.fromkeys(i for c in killed for i in c.claims))
            yield Sentence(text="Only parties to the conflict gave a number of people killed.", claims=claims)


def _no_culprit(plan: Plan) -> Iterable[Sentence]:
    words, material = plan.words, plan.material
    grave = [e for e in plan.events[:1] if e.type in _DONE_BY_SOMEONE and not e.actors and not e.accused]
    answered = any(c.responsibilities for c in material.claims)
    if grave and not answered:
        noun = words.events.words(grave[0]).noun
        subject = "the report did" if len(material.reports) == 1 else "the reports did"
        yield Sentence(
            text=sentence(f"{subject} not say who was behind the {noun}"),
            claims=grave[0].claims,
            reports=_all(material),
        )


def _one_source(words: Words, material: Material, told: Sequence[Count]) -> Iterable[Sentence]:
    unnamed = [c for c in told if not c.named and c.measure in ("killed", "injured", "displaced")]
    if unnamed and not any(c.named and c.measure == unnamed[0].measure for c in told):
        measure = words.figures.measure(unnamed[0].figure)
        group = words.figures.groups(unnamed[0].figure)
        if measure is not None:
            text = f"no source was named for the number of {group} {measure.participle}"
            yield Sentence(text=sentence(text), claims=unnamed[0].claims)
    groups = {words.ledger.copy_group.get(r.id, r.id) for r in material.reports}
    if len(material.reports) == 1:
        teller = words.naming.outlet(material.reports[0])
        text = f"this account rests on one report{f', from {teller}' if teller != 'one report' else ''}"
        yield Sentence(text=sentence(text), reports=_all(material))
    elif len(groups) == 1:
        text = f"the {number_words(len(material.reports))} reports carried the same text"
        yield Sentence(text=sentence(text), reports=_all(material))
    undated = [r.id for r in material.reports if r.published is None]
    if undated and len(material.reports) > 1:
        text = f"{number_words(len(undated))} of the {number_words(len(material.reports))} reports bore no date"
        yield Sentence(text=sentence(text), reports=tuple(undated))


def _no_day(plan: Plan) -> Iterable[Sentence]:
    words, material, main = plan.words, plan.material, plan.main
    if main is not None and main.start_date is None:
        subject = "the report gave" if len(material.reports) == 1 else "the reports gave"
        text = f"{subject} no date for the {words.events.words(main).noun}"
        yield Sentence(text=sentence(text), claims=main.claims)


def _one_root(words: Words, told: Sequence[Count]) -> Iterable[Sentence]:
    """ "Only the Observatory gave a number of people killed.", where several reports rest on one root for it."""
    counted = [f for f in words.ledger.claims.values() if isinstance(f, Figure) and counts_dead(f)]
    sources = {words.naming.source(f.attribution) for f in counted}
    only = next(iter(sources)) if len(sources) == 1 else None
    if only is not None and len({f.report for f in counted}) > 1 and told:
        yield Sentence(
            text=sentence(f"only {only} gave a number of people killed"), claims=tuple(f.id for f in counted)
        )


def counts_dead(figure: Figure) -> bool:
    """Whether the figure is a count of dead in the story itself."""
    return figure.measure == "killed" and figure.realis in ("happened", "claimed") and not figure.derived


def unread(material: Material) -> Sentence | None:
    """ "Two of the five reports could not be read.", citing the issue; null where all were read."""
    lost = tuple(r.id for r in material.reports if not r.read)
    if not lost:
        return None
    total = number_words(len(material.reports))
    text = (
        f"{number_words(len(lost))} of the {total} reports could not be read"
        if len(material.reports) > 1
        else "the report could not be read"
    )
    return Sentence(text=sentence(text), issues=("reports_not_read",), reports=lost)
