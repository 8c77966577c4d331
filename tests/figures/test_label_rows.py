"""Rows of a situation report: a label, a colon and a number a line."""

from __future__ import annotations

import json

from rashomon.knowledge.library import Library
from rashomon.language.syntax import Parser
from rashomon.pipeline import understand_one
from rashomon.reading import read_lines

ROWS = (
    "The following figures are those of the relief agency Norvale Aid, according to its director.\n"
    "The storm made landfall near the port on the night of 14 March, bringing heavy rain to the whole coast.\n"
    "KENYA\nPeople killed: 602\nHouses damaged or destroyed: 2,396\n"
    "MALAWI\nThe storm then hit the south and flooded the valley of the Shire, where rivers burst their banks.\n"
    "People killed: 344\nPeople displaced: 16,000 households\n"
)


def test_rows_count_at_the_place_of_their_heading(parser: Parser, library: Library) -> None:
    """Rows at the end of a page are read as well, each at the place that stands as a heading above it."""
    line = next(iter(read_lines("rows.jsonl", _as_line(ROWS), library)))
    assert line.report is not None
    figures = understand_one(line.report, parser, library).value.figures
    assert [(f.measure, f.value, f.place.name if f.place else None) for f in figures] == [
        ("killed", 602, "Kenya"),
        ("buildings_damaged", 2396, "Kenya"),
        ("killed", 344, "Malawi"),
        ("displaced", 16000, "Malawi"),
    ]


def test_rows_have_the_source_that_announces_them(parser: Parser, library: Library) -> None:
    """A sentence that announces rows by "following" names the source of each row without one of its own."""
    line = next(iter(read_lines("rows.jsonl", _as_line(ROWS), library)))
    assert line.report is not None
    figures = understand_one(line.report, parser, library).value.figures
    assert [f.attribution.how if f.attribution else None for f in figures] == ["carried"] * 4


def test_a_line_says_what_the_rows_below_it_count(parser: Parser, library: Library) -> None:
    """Names with a number behind each count what the line above them announces; below any other line they count nothing."""
    told = (
        "The ministry told of 164 dead.\n\nDeaths by region:\nIn Arba – 103;\nin Bono Province – 21;\nin Cala – 10.\n"
    )
    other = (
        "The ministry told of 164 dead.\n\nSeats by region:\nIn Arba – 103;\nin Bono Province – 21;\nin Cala – 10.\n"
    )
    for text, values in ((told, [164, 103, 21, 10]), (other, [164])):
        line = next(iter(read_lines("rows.jsonl", _as_line(text), library)))
        assert line.report is not None
        figures = understand_one(line.report, parser, library).value.figures
        assert [(f.measure, f.value) for f in figures] == [("killed", v) for v in values]


def _as_line(text: str) -> bytes:
    return json.dumps({"id": "rows", "text": text, "published": "2031-03-20", "lang": "en"}).encode()
