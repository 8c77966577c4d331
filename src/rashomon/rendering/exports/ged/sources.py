"""The GED's columns of sources: outlets and origins apart, copies once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rashomon.model.claim import AnyClaim
from rashomon.model.dossier import DossierReport
from rashomon.model.happening import Event
from rashomon.rendering.exports.ged.deaths import Estimate
from rashomon.rendering.lookup import Lookup
from rashomon.rendering.plain_text import clean


def source_cells(event: Event, estimate: Estimate, lookup: Lookup) -> dict[str, str]:
    """Who published it (`source_office`), who gives its numbers (`source_original`), and how many origins tell of it.

    `number_of_sources` counts named origins; outlets that name nobody are one voice together, for they may repeat one
    another, and it counts only where nobody is named. A copied report stands once, by the version it was copied from.
    """
    claims = [lookup.claims[c] for c in (*estimate.figures, *event.claims) if c in lookup.claims]
    roots = _once(lookup.root_of(c) for c in claims)
    reports = _reports(claims, lookup)
    return {
        "number_of_sources": str(max(1, len(roots))),
        "source_article": _joined(",".join(_cell(p) for p in _of(r) if p) for r in reports),
        "source_office": _joined(_once(_cell(r.outlet) for r in reports)),
        "source_date": _joined((r.published or "")[:10] for r in reports),
        "source_headline": _joined(_cell(r.title) for r in reports),
        "source_original": _joined(_cell(r) for r in estimate.roots),
    }


def _reports(claims: Sequence[AnyClaim], lookup: Lookup) -> list[DossierReport]:
    """The reports behind some claims, a copy by its origin, in the order of publication."""
    ids = {lookup.copy_of.get(c.report, c.report) for c in claims}
    return [r for r in lookup.dossier.reports if r.id in ids]


def _of(report: DossierReport) -> tuple[str | None, str | None, str | None]:
    return report.outlet, (report.published or "")[:10], report.title


def _once(names: Iterable[str | None]) -> list[str]:
    return list(dict.fromkeys(n for n in names if n))


def _cell(text: str | None) -> str:
    """Text without the mark that parts several values."""
    return clean(text or "").replace(";", ",")


def _joined(values: Iterable[str]) -> str:
    return ";".join(values)
