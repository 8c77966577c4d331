"""The drawn parts: steps, map, labels, ranges, words."""

from __future__ import annotations

import datetime as dt
import re
from itertools import pairwise

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.rendering.fixtures import rich_dossier, tiny_dossier
from tests.rendering.kassala import HOSPITAL

from rashomon.rendering import wording
from rashomon.rendering.components.chart_points import has_history
from rashomon.rendering.components.evidence import Notes
from rashomon.rendering.components.evidence_list import Folded, folded_evidence
from rashomon.rendering.components.label_places import Box, place_labels
from rashomon.rendering.components.map_lines import clip_ring, inside, load_map
from rashomon.rendering.components.map_picture import map_picture
from rashomon.rendering.components.map_view import pins_of, split_far, window
from rashomon.rendering.components.range_strip import range_strip
from rashomon.rendering.components.scale import day_ticks, spread, value_ticks
from rashomon.rendering.components.sources_graph import sources_graph
from rashomon.rendering.components.step_chart import step_chart
from rashomon.rendering.lookup import Lookup

DOSSIER = rich_dossier()
LOOKUP = Lookup(DOSSIER)
KILLED, MOVED, CHILDREN = DOSSIER.assessments[:3]


def test_steps_have_no_slopes() -> None:
    """Every step is horizontal and every riser vertical."""
    svg = str(step_chart(KILLED, LOOKUP, dt.date(2027, 3, 6))[0])
    steps = re.findall(r'<path d="([^"]*)" class="(?:step|riser[^"]*)"', svg)
    assert steps
    assert all(re.fullmatch(r"M[\d.]+ [\d.]+[HV][\d.]+", d) for d in steps)


def test_open_bounds_are_arrows_and_contradictions_are_marked() -> None:
    """ "At least 11" has an arrow, and the two figures of one day that differ an unequal sign."""
    svg = str(step_chart(KILLED, LOOKUP, dt.date(2027, 3, 6))[0])
    assert svg.count('class="arrow"') == 1
    assert svg.count("≠") == 1
    assert svg.count('class="copy"') == 1


def test_a_change_of_basis_is_a_break() -> None:
    """An estimate that becomes a registered count is joined by a broken line only."""
    svg = str(step_chart(MOVED, LOOKUP, dt.date(2027, 3, 6))[0])
    assert 'class="break"' in svg
    assert 'class="riser"' not in svg


def test_one_figure_makes_no_chart() -> None:
    """A question with one dated figure has no history to draw."""
    assert has_history(KILLED, LOOKUP)
    assert not has_history(CHILDREN, LOOKUP)


def test_an_open_range_ends_in_an_arrow() -> None:
    """The strip of an open range says "open" and never draws an upper end."""
    assert "high open" in str(range_strip(MOVED))
    assert str(range_strip(CHILDREN)) == ""


def test_the_map_leaves_far_and_unplaced_names_to_its_caption() -> None:
    """A seat abroad does not widen the map; a name without coordinates is counted, and no toll is drawn."""
    picture = map_picture(DOSSIER)
    assert picture is not None
    assert picture.elsewhere == ("Geneva",)
    assert picture.not_located == 1
    assert "Teaching Hospital" not in str(picture.svg)
    assert not re.search(r">\s*(31|26|21,400)\s*<", str(picture.svg))


def test_a_dossier_without_places_has_no_map() -> None:
    """Where nothing has coordinates, nothing is drawn."""
    assert map_picture(tiny_dossier()) is None


def test_disputed_borders_are_dashed_with_a_note() -> None:
    """A map that shows a disputed border has its note."""
    picture = map_picture(DOSSIER)
    assert picture is not None
    assert 'class="disputed"' in str(picture.svg)
    assert any("Fashaga" in note for note in picture.notes)


def test_every_place_of_the_view_is_inside_it() -> None:
    """The window holds all places near the most named one."""
    near, far = split_far(pins_of(DOSSIER)[0])
    view = window(near)
    assert [p.spot.name for p in far] == ["Geneva"]
    for pin in near:
        x, y = view.xy(pin.lon, pin.lat)
        assert 0 < x < view.width
        assert 0 < y < view.height


@pytest.mark.parametrize(("country", "lon", "lat"), [("Sudan", 32.5, 15.5), ("Syria", 37.1, 36.2), ("Peru", -75, -10)])
def test_map_lines_hold_their_countries(country: str, lon: float, lat: float) -> None:
    """A point in a country lies inside one of its rings, and in no other country."""
    box = (lon - 2, lat - 2, lon + 2, lat + 2)
    found = [name for name, rings in load_map().countries_in(box) if any(inside((lon, lat), r) for r in rings)]
    assert found == [country]


def test_clipping_keeps_to_the_box() -> None:
    """A ring cut to a box lies inside it."""
    ring = [(-2.0, -2.0), (4.0, -2.0), (4.0, 4.0), (-2.0, 4.0)]
    cut = clip_ring(ring, (0.0, 0.0, 1.0, 1.0))
    assert sorted(set(cut)) == [(0.0, 0.0), (0.0, 1.0), (1.0, 0.0), (1.0, 1.0)]


spots = st.tuples(st.floats(0, 700), st.floats(0, 400), st.just(4.0), st.floats(10, 120), st.just(16.0))


@given(st.lists(spots, max_size=25))
def test_labels_never_collide(wanted: list[tuple[float, float, float, float, float]]) -> None:
    """Labels that were placed meet neither each other nor the frame's edge nor another place's point."""
    frame = Box(0, 0, 700, 400)
    placed = [label for label in place_labels(wanted, frame) if label]
    for i, label in enumerate(placed):
        assert label.box.within(frame)
        assert not any(label.box.meets(other.box) for other in placed[i + 1 :])


@given(st.lists(st.floats(0, 100), min_size=1, max_size=8))
def test_spread_keeps_order_and_range(wanted: list[float]) -> None:
    """Spread positions stay in range and in order."""
    placed = spread(wanted, 10, 0, 100)
    order = sorted(range(len(wanted)), key=lambda i: (wanted[i], i))
    values = [placed[i] for i in order]
    assert all(-1e-6 <= v <= 100 + 1e-6 for v in values)
    assert all(a <= b + 1e-6 for a, b in pairwise(values))


@given(st.floats(0.5, 1e9))
def test_value_ticks_cover(highest: float) -> None:
    """Ticks start at 0, reach the highest value and stay few."""
    ticks = value_ticks(highest)
    assert ticks[0] == 0
    assert ticks[-1] >= highest
    assert len(ticks) <= 7


@given(st.dates(dt.date(1990, 1, 1), dt.date(2040, 1, 1)), st.integers(0, 5000))
def test_day_ticks_are_few(first: dt.date, days: int) -> None:
    """Days on the axis are between one and eight, the first among them."""
    ticks = day_ticks(first, first + dt.timedelta(days=days))
    assert ticks[0] == first
    assert 1 <= len(ticks) <= 8


def test_the_sources_picture_joins_roots_and_reports() -> None:
    """Each origin is joined to each report that carries it; a copy is drawn as one."""
    svg = str(sources_graph(LOOKUP))
    assert svg.count('class="edge"') == 8
    assert svg.count('class="edge copied"') == 1
    assert svg.count('class="copybow"') == 1
    assert str(sources_graph(Lookup(tiny_dossier()))) == ""


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [
        (27, None, "27 or more"),
        (27, 27, "27"),
        (25, 27, "25–27"),
        (None, 40, "up to 40"),
        (None, None, "not known"),
        (14000, None, "14,000 or more"),
    ],
)
def test_ranges_in_words(low: float | None, high: float | None, words: str) -> None:
    """A range reads as an analyst would say it, and an open one stays open."""
    assert wording.bounds(low, high) == words


@pytest.mark.parametrize(
    ("start", "end", "precision", "words"),
    [
        ("2024-11-29", None, "day", "29 November 2024"),
        ("2024-11-27", "2024-11-29", "period", "27–29 November 2024"),
        ("2024-11-30", "2024-12-02", "period", "30 November – 2 December 2024"),
        ("2024-11-01", "2024-11-30", "month", "November 2024"),
        ("2016-01-01", "2016-12-31", "year", "2016"),
        ("2020-01-01", None, "period", "since 1 January 2020"),
    ],
)
def test_dates_in_words(start: str, end: str | None, precision: str, words: str) -> None:
    """Dates read as a newspaper prints them."""
    last = dt.date.fromisoformat(end) if end else None
    assert wording.days(dt.date.fromisoformat(start), last, precision) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2024-11-29T21:15:00Z", "29 November 2024, 21:15 UTC"),
        ("2024-11-29", "29 November 2024"),
        ("2024-11", "November 2024"),
        ("2024-11-29T23:59:59.999999+00:00", "29 November 2024"),
        (None, "date not known"),
        ("soon", "soon"),
    ],
)
def test_instants_in_words(text: str | None, words: str) -> None:
    """A whole day prints as a day, an instant with its time in UTC."""
    assert wording.instant(text) == words


def test_a_label_names_a_hospital_by_its_town() -> None:
    """A count at a sensitive facility is labelled with the facility's town."""
    dossier = rich_dossier()
    assessment = next(a for a in dossier.assessments if a.id == "as-killed")
    claims = tuple(msgspec.structs.replace(c, place=HOSPITAL) if c.id == "f-31" else c for c in dossier.claims)
    asked = msgspec.structs.replace(assessment.question.place, name=HOSPITAL.name)
    question = msgspec.structs.replace(assessment.question, place=asked)
    changed = msgspec.structs.replace(assessment, question=question)
    label = Lookup(msgspec.structs.replace(dossier, claims=claims)).counted(changed)
    assert HOSPITAL.name not in label
    assert "Kassala" in label


@pytest.mark.parametrize(("cited", "folded"), [(15, False), (16, True)])
def test_many_sentences_that_no_mark_leads_to_are_folded(cited: int, folded: bool) -> None:
    """Ten notes in a row that only a count leads to stand on a page; of eleven a line says which they are."""
    claims = [msgspec.structs.replace(DOSSIER.claims[0], id=f"fig-{n}") for n in range(cited)]
    excerpts = [
        msgspec.structs.replace(DOSSIER.excerpts[0], claim=c.id, sentence_start=n) for n, c in enumerate(claims)
    ]
    lookup = Lookup(msgspec.structs.replace(DOSSIER, claims=tuple(claims), excerpts=tuple(excerpts)))
    notes = Notes(lookup)
    notes.cite([c.id for c in claims])
    lines = folded_evidence(lookup, notes)
    assert [(line.number, line.last) for line in lines if isinstance(line, Folded)] == ([(6, 16)] if folded else [])
    assert len(lines) == (6 if folded else 15)
