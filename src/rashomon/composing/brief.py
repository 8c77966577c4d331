"""The brief: a headline, up to three key points and at most six paragraphs, every sentence checked before it stands."""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.composing.checked import Checked
from rashomon.composing.gaps import gaps, unread
from rashomon.composing.headline import headlines
from rashomon.composing.key_points import key_facts
from rashomon.composing.narrative import paragraphs
from rashomon.composing.plan import make_plan
from rashomon.composing.short_names import shortened
from rashomon.composing.words import Words
from rashomon.model.brief import Brief, Sentence
from rashomon.model.material import Material, Reconciled

_KEY_POINTS = 3
_PARAGRAPHS = 6
_MOST_GAPS = 3
#: So many sentences make one paragraph.
_SHORT = 4
#: With fewer facts than this the narrative alone tells them, and the key points say what is not known.
_FEW = 3


def compose_brief(words: Words, material: Material, reconciled: Reconciled, checked: Checked) -> Brief:
    """The brief of a story; `checked` keeps what was withheld."""
    plan = make_plan(words, material, reconciled, checked.holds)
    told = [kept for paragraph in paragraphs(plan) if (kept := checked.keep(paragraph))]
    told = shortened(_gathered(told)[:_PARAGRAPHS], words, checked)
    unknown = checked.keep(gaps(plan))
    few = sum(len(p) for p in told) < _FEW
    headline = next((h for h in headlines(plan) if checked.holds(h)), None)
    facts = [] if few else checked.keep(key_facts(plan, headline))
    points = _points(facts, unknown)
    lost = unread(material)
    record = checked.keep([lost] if lost is not None else [])
    told = _with_gaps(told, record, [s for s in unknown if s.text not in {p.text for p in points}])
    return Brief(
        headline=headline or _bare(material),
        key_points=tuple(points),
        paragraphs=tuple(tuple(p) for p in told),
    )


def _points(facts: Sequence[Sentence], unknown: Sequence[Sentence]) -> list[Sentence]:
    """Facts first; where there are fewer than three, what is not known instead of padding."""
    return [*facts, *unknown][:_KEY_POINTS]


def _with_gaps(told: list[list[Sentence]], record: list[Sentence], unknown: list[Sentence]) -> list[list[Sentence]]:
    """The narrative with what was not read and is not known at its end: a paragraph of its own, unless all is short."""
    if not told:
        return [record] if record else []
    ending = [*record, *unknown][: _MOST_GAPS + len(record)]
    if not ending:
        return told
    if sum(len(p) for p in told) <= _SHORT:
        return [*told[:-1], [*told[-1], *ending]]
    full = len(told) == _PARAGRAPHS
    return [*(told[:-2] if full else told), *([[*told[-2], *told[-1]]] if full else []), ending]


def _gathered(told: list[list[Sentence]]) -> list[list[Sentence]]:
    """Short paragraphs join their neighbour where the whole is short: one short report reads as one paragraph."""
    if sum(len(p) for p in told) <= _SHORT:
        return [[s for p in told for s in p]] if told else []
    gathered: list[list[Sentence]] = []
    for paragraph in told:
        if gathered and len(gathered[-1]) + len(paragraph) <= 2:
            gathered[-1] = [*gathered[-1], *paragraph]
        else:
            gathered.append(paragraph)
    return gathered


def _bare(material: Material) -> Sentence:
    """The headline of a story of which nothing can be said."""
    reports = tuple(r.id for r in material.reports)
    one = len(reports) == 1
    return Sentence(
        text=f"{'One report' if one else 'Reports'} with no happening that could be established", reports=reports
    )
