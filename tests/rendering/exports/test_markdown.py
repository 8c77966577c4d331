"""The Markdown export: its parts, its footnotes, and that no report's text is markup."""

from __future__ import annotations

import re

import msgspec
from tests.rendering.fixtures import rich_dossier, tiny_dossier

from rashomon.model.dossier import Dossier
from rashomon.model.exported import Exported, Material
from rashomon.rendering.exports.markdown import write_markdown


def export(*dossiers: Dossier) -> Exported:
    """The dossiers' Markdown export."""
    return write_markdown(Material(dossiers=dossiers))


def text(*dossiers: Dossier) -> str:
    """Its page."""
    return export(*dossiers).files["record.md"].decode("utf-8")


def part(page: str, title: str) -> str:
    """The lines under a heading of the second level."""
    return page.split(f"\n## {title}\n", 1)[1].split("\n## ", 1)[0]


def rows(page: str) -> dict[str, list[str]]:
    """The cells of the figures table by what is counted, without footnote marks."""
    lines = [
        line for line in part(page, "Figures").splitlines() if line.startswith("| ") and "What is counted" not in line
    ]
    cells = [[c.strip() for c in re.split(r"(?<!\\)\|", line)[1:-1]] for line in lines]
    return {re.sub(r" \[\^.*", "", row[0]): row[1:] for row in cells}


def test_the_figures_table_has_range_root_as_of_and_support() -> None:
    """A disputed toll has its range, each origin's number with its as-of, its support and its notes in one line."""
    found = rows(text(rich_dossier()))
    killed = found["Civilians killed, Kassala"]
    assert killed[:2] == ["26–31", "31"]
    assert "Gash Valley Monitor: 31, as of 6 March 2027" in killed[2]
    assert "Kassala State health ministry: 26, as of 6 March 2027" in killed[2]
    assert killed[3] == "disputed"
    assert "works under the government" in killed[4]
    assert found["People displaced, Kassala State"][0] == "21,400 or more"


def test_a_partys_number_stands_with_its_owner() -> None:
    """Where only a party counted the range is not known, and the number stands behind the party's name."""
    fighters = next(v for k, v in rows(text(rich_dossier())).items() if k.startswith("Fighters of the Highland Front"))
    assert fighters[:2] == ["not known", ""]
    assert fighters[2] == "Sudan's army: 60, as of 5 March 2027, in its own interest"


def test_every_mark_has_its_note_and_every_note_a_mark() -> None:
    """Footnotes are numbered from 1 without a gap, over several stories too, and each names its report."""
    page = text(rich_dossier(), tiny_dossier())
    notes = re.findall(r"^\[\^(\d+)\]: (.+)$", page, re.MULTILINE)
    used = {int(n) for n in re.findall(r"\[\^(\d+)\](?!:)", page)}
    assert [int(n) for n, _ in notes] == list(range(1, len(notes) + 1))
    assert used == {int(n) for n, _ in notes}
    assert any("Red Sea Courier" in note and "<https://news.example/rpt-a>" in note for _, note in notes)
    assert any("a copy of the report of Red Sea Courier" in note for _, note in notes)


def test_a_series_is_told_as_it_changed() -> None:
    """The monitor's counts stand in a line in their order, each with its as-of."""
    changed = part(text(rich_dossier()), "How the numbers changed")
    (line,) = (x for x in changed.splitlines() if x.startswith("- Gash Valley Monitor"))
    order = ["at least 11 (3 March 2027)", "19 (4 March 2027)", "31 (6 March 2027)"]
    assert [line.index(words) for words in order] == sorted(line.index(words) for words in order)


def test_a_part_stands_only_where_there_is_something_to_tell() -> None:
    """The rich record has every part; one that says one thing has no empty headings."""
    rich = text(rich_dossier())
    for title in (
        "Figures",
        "Disagreements",
        "Timeline",
        "Background",
        "Who accuses whom",
        "Who said what",
        "Not known",
    ):
        assert part(rich, title).strip(), title
    assert re.findall(r"^## (.+)$", text(tiny_dossier()), re.MULTILINE) == ["Not known", "Sources"]


def test_an_undated_event_is_told_with_who_tells_it() -> None:
    """An event that no report dates stands apart with who is accused and who tells it, and is no loss."""
    dossier = rich_dossier()
    events = tuple(
        msgspec.structs.replace(e, start_date=None, end_date=None, precision="unknown") if e.id == "ev-shelling" else e
        for e in dossier.events
    )
    timeline = tuple(t for t in dossier.timeline if "e-shell" not in t.claims)
    exported = export(msgspec.structs.replace(dossier, events=events, timeline=timeline))
    line = part(exported.files["record.md"].decode(), "Without a date")
    assert "Shelling/artillery/missile attack, Kassala." in line
    assert "Told by: Red Sea Courier." in line
    assert not any(x.record == "ev-shelling" for x in exported.report.losses)


def test_report_text_is_no_markup() -> None:
    """Links, tags, tables, emphasis, headings and footnote marks in a report come out as text."""
    hostile = "# <img src=x> [x](javascript:alert(1)) | *b* [^1] &lt;script&gt; `c`"
    dossier = rich_dossier(title=hostile)
    reports = tuple(msgspec.structs.replace(r, title=hostile, outlet=hostile) for r in dossier.reports)
    timeline = tuple(msgspec.structs.replace(t, text=hostile) for t in dossier.timeline)
    plain = text(rich_dossier())
    page = text(msgspec.structs.replace(dossier, reports=reports, timeline=timeline))
    assert not re.search(r"(?<!\\)<(?!https://)", page)
    assert not re.search(r"(?<!\\)\[x", page)
    assert not re.search(r"(?<!\\)&", page)
    assert page.count("\n#") == plain.count("\n#")
    assert [line.count("|") for line in page.splitlines() if line.startswith("|---")] == [7] * page.count(
        "|---|---|---|---|---|---|\n"
    )


def test_the_head_says_how_the_record_stands() -> None:
    """The page opens with the headline, then its as-of, who reviewed it, what was read and how persons are named."""
    first, _, third, *_ = text(rich_dossier()).splitlines()
    assert first.startswith("# At least 26 civilians killed")
    for words in ("As of 6 March 2027", "Machine-made, not reviewed", "reports read", "Private persons appear by role"):
        assert words in third
