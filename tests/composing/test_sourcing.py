"""Who repeats whom: copies, credits and citations of agencies, and how many accounts that leaves."""

from __future__ import annotations

import json

import pytest

from rashomon.adapters.spacy_parser import SpacyParser
from rashomon.composing import compose_dossier
from rashomon.grouping import find_copies, merge_events
from rashomon.knowledge.library import Library
from rashomon.model.dossier import Dossier
from rashomon.model.grouping import Story
from rashomon.model.material import Material
from rashomon.pipeline import understand_one
from rashomon.reading import read_lines
from rashomon.reconciliation import reconcile_figures

WIRE = (
    "HOMS (Reuters) - At least five people were killed in Homs on Monday, a hospital said. The street was closed after "
    "the bomb went off beside a bakery, and soldiers kept onlookers away from the square until noon."
)


def dossier_of(parser: SpacyParser, library: Library, *told: tuple[str, str, str]) -> Dossier:
    """The dossier of reports (outlet, day, text), read as pages are and taken as one story."""
    rows = [
        {"id": str(n), "outlet": o, "published": d, "title": f"Blast {n}", "text": t}
        for n, (o, d, t) in enumerate(told)
    ]
    lines = read_lines("reports.jsonl", "\n".join(json.dumps(r) for r in rows).encode(), library)
    reports = tuple(line.report for line in lines if line.report is not None)
    claims = tuple(understand_one(r, parser, library).value for r in reports)
    story = Story(id="story-x", reports=tuple(r.id for r in reports))
    material = Material(
        story=story, reports=reports, claims=claims, copies=find_copies(reports, library).value, as_of=None
    )
    events = merge_events(material).value
    reconciled = reconcile_figures(material, events, "recommended", library).value
    return compose_dossier(material, reconciled, "recommended", (), library).value


@pytest.mark.parametrize(
    ("text", "source", "how"),
    [
        ("Five people were killed in Homs on Monday.\n\nThe Associated Press contributed to this report.", "Associated Press", "credit"),
        ("By Jane Hill, Associated Press\n\nFive people were killed in Homs on Monday.", "Associated Press", "credit"),
        ("Five people were killed in Homs on Monday, the paper said, citing Reuters.", "Reuters", "cited"),
        ("Five people were killed in Homs on Monday, according to state news agency SANA.", "SANA", "cited"),
    ],
)  # fmt: skip
def test_a_report_is_linked_to_the_agency_that_it_names(
    text: str, source: str, how: str, parser: SpacyParser, library: Library
) -> None:
    """A byline, a note of contribution, "citing" and "according to" link a report to its agency, whatever its words."""
    told = dossier_of(parser, library, ("Daily Star", "2024-05-05", text)).sourcing
    assert told is not None
    assert [(r.source, r.how, r.from_report) for r in told.repeats] == [(source, how, None)]


def test_copies_outlets_families_and_bounds_are_counted(parser: SpacyParser, library: Library) -> None:
    """Three reports of three outlets, one a copy of the wire and one citing it, give two links to the wire's report."""
    dossier = dossier_of(
        parser,
        library,
        ("Reuters", "2024-05-05", WIRE),
        ("Daily Star", "2024-05-06", WIRE.replace("HOMS (Reuters) - ", "")),
        ("Metro", "2024-05-06", "Five people were killed in Homs on Monday, according to Reuters. Shops stayed shut."),
    )
    told = dossier.sourcing
    assert told is not None
    wire = dossier.reports[0].id
    assert (told.reports, told.copies, told.outlets, told.families) == (3, 1, 3, 3)
    assert {(r.how, r.source, r.from_report) for r in told.repeats} == {
        ("copy", "Reuters", wire),
        ("cited", "Reuters", wire),
    }
    assert any("hospital" in b.low for b in told.bounds)
