"""The comparison with a data set as a page, as JSON and as a table."""

from __future__ import annotations

import csv
import io
import json

from tests.comparing.tables_by_hand import ACLED, table
from tests.rendering.exports.test_acled import figures
from tests.rendering.fixtures import rich_dossier

from rashomon.comparing import compare_table
from rashomon.model.compared_table import TableComparison
from rashomon.rendering.compared_table import compared_files, compared_markdown

FAR = {"location": "Kas*sala* <b>", "event_date": "05 March 2027", "fatalities": "2", "event_id_cnty": "=SUD2"}


def comparison() -> TableComparison:
    """A pair, an event of ours only, a row of theirs only, and a row that cannot be read."""
    return compare_table("sudan.csv", table(ACLED, [{}, FAR, {"fatalities": "?"}]), [rich_dossier()])


def page() -> str:
    """The comparison's page."""
    return compared_markdown(comparison()).decode("utf-8")


def test_the_page_counts_and_lists_all_parts() -> None:
    """The page opens with who reviewed it, counts the events of each part, and lists each with its numbers."""
    text = page()
    assert text.startswith(
        "# sudan.csv against the record\n\nMachine-made, not reviewed. Private persons appear by role."
    )
    assert "2 rows of ACLED. 1 event in both, 1 only in the record, 1 only in the table." in text
    assert "- 1: the same number as an origin of ours" in text
    assert "= row 2 (SUD1), 0 km apart. Both have 11 (Gash Valley Monitor)." in text
    assert "- Armed clash, Aroma, 2 March 2027" in text
    assert "- 1 of ours: ACLED does not code disasters." in text
    assert "Row 4 of sudan.csv has no number of people in fatalities" in text


def test_nothing_of_the_table_becomes_markup() -> None:
    """What a table has for a place or an id is text on the page and no formula in the table."""
    assert "<b>" not in page()
    assert "*sala*" not in page().replace("\\*", "")
    rows = list(csv.DictReader(io.StringIO(compared_files(comparison())["compared.csv"].decode("utf-8"), newline="")))
    assert next(r["their_id"] for r in rows if r["found_in"] == "table") == "'=SUD2"


def test_the_table_has_a_row_for_each_event() -> None:
    """Pairs come first with verdict, distance and sentence, then what either has alone; each row says who reviewed it."""
    rows = list(csv.DictReader(io.StringIO(compared_files(comparison())["compared.csv"].decode("utf-8"), newline="")))
    assert [r["found_in"] for r in rows] == ["both", "record", "table"]
    assert (rows[0]["verdict"], rows[0]["their_row"], rows[0]["our_event"]) == ("same", "2", "ev-shelling")
    assert rows[0]["our_numbers"] == "11 or more (Gash Valley Monitor)"
    assert {r["reviewed"] for r in rows} == {"machine-made, not reviewed"}


def test_an_accused_actor_is_in_no_file() -> None:
    """Neither the table's actors nor the accused of the record stand in what is written."""
    for content in compared_files(comparison()).values():
        assert b"Military Forces of Sudan" not in content
        assert b"Sudan's army" not in content


def test_json_holds_the_whole_comparison() -> None:
    """The JSON file is the record itself, with issues and what was not compared."""
    plain = json.loads(compared_files(comparison())["compared.json"])
    assert plain["format"] == "acled"
    assert plain["pairs"][0]["text"] == "Both have 11 (Gash Valley Monitor)."
    assert plain["issues"][0]["code"] == "table_cell_unreadable"


def test_counts_that_stand_apart_are_marked() -> None:
    """A party's claim and a replaced number are marked as such beside their number."""
    dossier = figures(rich_dossier(), f_60={"event": "ev-aroma"}, f_19={"event": "ev-shelling"})
    text = compared_markdown(compare_table("t.csv", table(ACLED, []), [dossier])).decode("utf-8")
    assert "60 (Sudan's army, a party to it)" in text
    assert "19 (Gash Valley Monitor); 11 (Gash Valley Monitor, since replaced)" in text
