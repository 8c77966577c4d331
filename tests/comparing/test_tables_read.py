"""Tables of other data sets are read by their columns or tags; what cannot be read is named by its row."""

from __future__ import annotations

import datetime as dt

import pytest
from tests.comparing.tables_by_hand import ACLED, GED, HXL, table, tagged

from rashomon.comparing.tables import read_table as limits
from rashomon.comparing.tables.countries import country_code
from rashomon.comparing.tables.read_table import MOST_NAMED, read_table
from rashomon.comparing.tables.their_events import CellError, read_date
from rashomon.errors import SourceError

DAY = dt.date(2027, 3, 3)


@pytest.mark.parametrize(
    ("content", "format"), [(table(ACLED, [{}]), "acled"), (table(GED, [{}]), "ged"), (tagged([{}]), "hxl")]
)
def test_each_shape_gives_the_same_event(content: bytes, format: str) -> None:
    """ACLED's and the GED's columns and HXL tags give one event with its day, country, point and dead."""
    read = read_table("t.csv", content).value
    assert read.format == format
    (event,) = read.events
    assert (event.line.start, event.line.end, event.line.country, event.line.best) == (DAY, DAY, "SD", 11)
    assert (event.lat, event.lon) == (pytest.approx(15.45, abs=0.01), pytest.approx(36.4, abs=0.01))


def test_rows_are_numbered_as_a_spreadsheet_does() -> None:
    """The header is row 1; a row of tags and a cell of several lines count as rows of their own and as one."""
    several = table(ACLED, [{"notes": "x"}, {}]).replace(b",x,", b',"x\r\ny",')
    assert [e.line.row for e in read_table("t.csv", several).value.events] == [2, 3]
    assert [e.line.row for e in read_table("t.csv", tagged([{}])).value.events] == [3]


@pytest.mark.parametrize("delimiter", [";", "\t"])
def test_other_delimiters_and_a_mark_are_read(delimiter: str) -> None:
    """Semicolons, tabs, a byte-order mark and capitals in the header are no hindrance."""
    content = table(ACLED, [{}], delimiter).replace(b"event_date", b"EVENT_DATE")
    assert len(read_table("t.csv", b"\xef\xbb\xbf" + content).value.events) == 1


def test_acleds_columns_with_a_row_of_tags_are_acleds() -> None:
    """A table of ACLED's columns whose second row is tags is read by its columns, without that row."""
    header, row = table(ACLED, [{}]).split(b"\r\n")[:2]
    tags = b",".join(b"#x" for _ in ACLED)
    read = read_table("t.csv", b"\r\n".join([header, tags, row]))
    assert (read.value.format, len(read.value.events), read.issues) == ("acled", 1, ())


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ({"event_date": "soon"}, 'Row 3 of t.csv has no date in event_date: "soon"'),
        ({"fatalities": "many"}, 'Row 3 of t.csv has no number of people in fatalities: "many"'),
        ({"latitude": "95"}, "Row 3 of t.csv has no degrees in latitude"),
        ({"event_type": "Picnic"}, "Row 3 of t.csv has no type of ACLED's"),
    ],
)
def test_a_cell_that_cannot_be_read_is_an_issue(row: dict[str, str], said: str) -> None:
    """A bad cell leaves its row out with an issue that names row, column and what to do; the others are read."""
    read = read_table("t.csv", table(ACLED, [{}, row, {}]))
    assert len(read.value.events) == 2
    (issue,) = read.issues
    assert (issue.code, issue.severity) == ("table_cell_unreadable", "loss")
    assert issue.message.startswith(said)
    assert issue.suggestion


def test_a_broken_row_is_an_issue() -> None:
    """A row with too few cells, or a quotation mark that never ends, is named; the rows before it are read."""
    short = read_table("t.csv", table(ACLED, [{}]) + b"SUD2,03 March 2027\r\n")
    assert [i.code for i in short.issues] == ["table_row_broken"]
    assert short.issues[0].message == f"Row 3 of t.csv has 2 cells where the header has {len(ACLED)}."
    open_quote = read_table("t.csv", table(ACLED, [{}]) + b'"SUD2,03 March 2027\r\n')
    assert [i.code for i in open_quote.issues] == ["table_row_broken"]
    assert len(open_quote.value.events) == 1


def test_many_faults_are_counted() -> None:
    """Beyond the first ones of a kind, faults are one issue with their number."""
    read = read_table("t.csv", table(ACLED, [{"fatalities": "?"}] * (MOST_NAMED + 7)))
    assert len(read.issues) == MOST_NAMED + 1
    assert read.issues[-1].code == "table_issues_more"
    assert read.issues[-1].message.startswith("7 more rows")


def test_an_event_that_ends_before_it_starts_is_an_issue() -> None:
    """A GED or HXL row whose end lies before its start is left out."""
    ged = read_table("t.csv", table(GED, [{"date_end": "2027-03-01"}]))
    hxl = read_table("t.csv", tagged([{"#date+end": "2027-03-01"}]))
    assert [i.message for i in (*ged.issues, *hxl.issues)] == [
        "Row 2 of t.csv ends before it starts.",
        "Row 3 of t.csv ends before it starts.",
    ]


def test_another_encoding_is_guessed_and_said() -> None:
    """A table in Latin letters of another encoding is read, with an issue that says so."""
    place = table(ACLED, [{"location": "Séguéla"}]).decode("utf-8").encode("cp1252")
    read = read_table("t.csv", place)
    assert read.value.events[0].line.place == "Séguéla"
    assert [i.code for i in read.issues] == ["encoding_guessed"]


@pytest.mark.parametrize(
    "content", [b"", b"\x00\x01\x02" * 99, b"name,colour\r\nx,blue\r\n", b"#org,#sector\r\nA,B\r\n"]
)
def test_what_is_no_such_table_is_refused(content: bytes) -> None:
    """Nothing, bytes, unknown columns and tags without a date stop with what would be a table."""
    with pytest.raises(SourceError) as refused:
        read_table("t.csv", content)
    assert "t.csv" in refused.value.message
    assert refused.value.suggestion


def test_hxl_columns_of_some_people_are_not_the_dead() -> None:
    """Killed children are not the number of dead; killed civilians stand in where no column counts everybody."""
    all_dead = read_table("t.csv", tagged([{}])).value.events[0].line
    assert (all_dead.best, all_dead.counted) == (11, "everybody")
    civilians = tagged([{}]).replace(b"#affected+killed,", b"#affected+killed+civilians,")
    line = read_table("t.csv", civilians).value.events[0].line
    assert (line.best, line.counted) == (11, "civilians")
    children = tagged([{}]).replace(b"#affected+killed,", b"#affected+killed+men,")
    assert read_table("t.csv", children).value.events[0].line.best is None


def test_hxl_rows_without_dead_are_counted_apart() -> None:
    """In a table that counts dead, a row without any is a figure of something else."""
    read = read_table("t.csv", tagged([{}, {"#affected+killed": ""}])).value
    assert (len(read.events), read.other_rows) == (1, 1)


@pytest.mark.parametrize("text", ["2027-03-03", "03 March 2027", "3 Mar 2027", "2027-03-03T00:00:00Z", "2027/03/03"])
def test_dates_as_data_sets_write_them(text: str) -> None:
    """ISO dates with or without a time, and days with the month's name, are one day."""
    assert read_date(text, "date") == DAY


def test_dates_that_can_be_two_days_are_none() -> None:
    """A date in figures with slashes or dots, of which nobody can tell day and month, is not read."""
    with pytest.raises(CellError):
        read_date("03/04/2027", "date")


def test_countries_are_known_by_code_and_name() -> None:
    """ISO numbers, codes of two and three letters, and each data set's names mean one country."""
    assert {country_code(c, "") for c in ("729", "SDN", "sd")} == {"SD"}
    assert country_code("", "DR Congo (Zaire)") == country_code("", "Democratic Republic of Congo") == "CD"
    assert country_code("", "") is None
    assert HXL["#country+code+v_iso3"] == "SDN"


def test_a_table_beyond_the_limit_is_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of a table with more rows than the limit the first are read, and an issue says so."""
    monkeypatch.setattr(limits, "MAX_ROWS", 3)
    read = read_table("t.csv", table(ACLED, [{}] * 5))
    assert len(read.value.events) == 2
    assert [i.code for i in read.issues] == ["table_rows_cut"]
