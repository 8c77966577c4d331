"""What a person should look at first: claims by what hangs on them, each with its sentence and the neighbours of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from rashomon.model.claim import AnyClaim, EventClaim, Figure, Responsibility
from rashomon.model.decision import ON_CLAIMS, Decision, DecisionShown
from rashomon.model.dossier import Dossier, Excerpt
from rashomon.model.plain import to_plain
from rashomon.model.record import Record
from rashomon.project.claim_words import days_of

#: Why a claim is in the queue, the weightiest first.
_RANKS = (
    "stands in the headline",
    "stands in a key point",
    "says who did it",
    "is disputed",
    "sets a bound",
    "stands in the brief",
    "carries doubt",
    "says what others say too",
)
#: Of what a sentence of the brief rests on, so many claims of a kind have its weight: of very many, each bears little.
_BEARING = 3


class ReviewItem(Record, frozen=True, kw_only=True):
    """One thing to decide: a claim in its sentence (`before`, `sentence`, `after`, names masked as in the dossier), and
    what the machine made of it. `rank` counts from 0, the weightiest; `lapsed` names a decision that no longer holds.
    `words` is where in `sentence` (code points, half-open) the figure's number stands or what tells the event.
    """

    story: str
    claim: str
    report: str
    outlet: str | None
    kind: str
    rank: int
    reason: str
    before: str
    sentence: str
    after: str
    number: str | None
    words: tuple[int, int] | None
    machine: dict[str, str]
    lapsed: str | None = None


def review_queue(dossier: Dossier, decisions: Sequence[Decision]) -> tuple[ReviewItem, ...]:
    """The claims of a dossier that nobody has decided on, by consequence; `decisions` are the standing ones."""
    decided = {d.targets[0] for d in decisions if d.kind in ON_CLAIMS}
    lapsed = {d.targets[0]: d for d in dossier.decisions if not d.applied}
    claims = {c.id: c for c in dossier.claims}
    excerpts = {e.claim: e for e in dossier.excerpts}
    outlets = {r.id: r.outlet for r in dossier.reports}
    ranks: dict[str, int] = {}
    for rank, ids in _asked(dossier, claims):
        for claim in ids:
            ranks[claim] = min(rank, ranks.get(claim, rank))
    for claim in lapsed:
        ranks[claim] = 0
    items = [
        _item(dossier.story, claims[c], rank, outlets, excerpts[c], lapsed.get(c))
        for c, rank in ranks.items()
        if c in claims and c in excerpts and (c not in decided or c in lapsed) and claims[c].decided is None
    ]
    position = {r.id: n for n, r in enumerate(dossier.reports)}
    return tuple(sorted(items, key=lambda i: (i.rank, position.get(i.report, 0), claims[i.claim].start, i.claim)))


def _asked(dossier: Dossier, claims: Mapping[str, AnyClaim]) -> Iterator[tuple[int, Iterable[str]]]:
    brief = dossier.brief
    told = [(0, brief.headline), *((1, s) for s in brief.key_points), *((5, s) for p in brief.paragraphs for s in p)]
    for rank, sentence in told:
        seen: Counter[str] = Counter()
        for claim in (claims[c] for c in sentence.claims if c in claims):
            seen[claim_kind(claim)] += 1
            yield (rank if seen[claim_kind(claim)] <= _BEARING else 7), [claim.id]
    yield 2, [c.id for c in dossier.claims if isinstance(c, Responsibility)]
    yield 3, [c for d in dossier.disagreements for side in d.sides for c in side.claims]
    yield 4, [a.best_claim for a in dossier.assessments if a.best_claim]
    yield 6, [c.id for c in dossier.claims if isinstance(c, Figure) and (c.caveats or c.derived)]


def claim_kind(claim: AnyClaim) -> str:
    """ "figure", "event", "statement" ..."""
    return type(claim).__name__.removesuffix("Claim").lower()


def _item(
    story: str,
    claim: AnyClaim,
    rank: int,
    outlets: dict[str, str | None],
    excerpt: Excerpt,
    lapsed: DecisionShown | None,
) -> ReviewItem:
    first, last = excerpt.sentence_start - excerpt.start, excerpt.sentence_end - excerpt.start
    number = None
    if isinstance(claim, Figure):
        number = excerpt.text[claim.number_start - excerpt.start : claim.number_end - excerpt.start]
    return ReviewItem(
        story=story,
        claim=claim.id,
        report=claim.report,
        outlet=outlets.get(claim.report),
        kind=claim_kind(claim),
        rank=rank,
        reason=_RANKS[rank] if lapsed is None else f"decided before: {(lapsed.note or '').rstrip('.')}",
        before=" ".join(excerpt.text[:first].split()),
        sentence=" ".join(excerpt.text[first:last].split()),
        after=" ".join(excerpt.text[last:].split()),
        number=" ".join(number.split()) if number else None,
        words=_words(claim, excerpt),
        machine=_machine(claim),
        lapsed=lapsed.id if lapsed is not None else None,
    )


def _words(claim: AnyClaim, excerpt: Excerpt) -> tuple[int, int] | None:
    """Where in the sentence, as the queue prints it, the claim's own words stand; null for what has none of its own."""
    if isinstance(claim, Figure):
        start, end = claim.number_start, claim.number_end
    elif isinstance(claim, EventClaim):
        start, end = claim.anchor_start, claim.anchor_end
    else:
        return None
    if not excerpt.sentence_start <= start < end <= excerpt.sentence_end:
        return None
    before = excerpt.text[excerpt.sentence_start - excerpt.start : start - excerpt.start].lstrip()
    at = len(" ".join(before.split())) + (before[-1:].isspace() if before else 0)
    return at, at + len(" ".join(excerpt.text[start - excerpt.start : end - excerpt.start].split()))


def _machine(claim: AnyClaim) -> dict[str, str]:
    """What the machine made of the sentence, field by field, in the order in which a person checks it."""
    fields: dict[str, object] = {}
    if isinstance(claim, Figure):
        fields = {"measure": claim.measure, "value": _open(claim.value), "qualifier": claim.qualifier}
        if not claim.value == claim.low == claim.high:
            fields["bounds"] = f"{_open(claim.low)} to {_open(claim.high)}"
        fields |= {"unit": claim.unit, "population": claim.population.group or claim.population.category}
        fields |= {"counting": claim.counting, "basis": claim.basis, "realis": claim.realis}
    elif isinstance(claim, Responsibility):
        fields = {"accused": claim.accused, "by": claim.by or "the outlet itself", "answer": claim.answer}
    else:
        for name in ("type", "sub_type", "speaker", "organisation", "verb_class", "holder", "status", "realis"):
            fields[name] = getattr(claim, name, None)
    place, when = getattr(claim, "place", None), getattr(claim, "when", None)
    source = getattr(claim, "attribution", None)
    fields["place"] = place.name if place is not None else None
    fields["dates"] = days_of(when) or None
    fields["root"] = (source.origin or source.agency) if source is not None else None
    return {name: str(value) for name, value in fields.items() if value is not None}


def _open(value: float | None) -> str:
    return "open" if value is None else str(to_plain(value))
