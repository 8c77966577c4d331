"""The displacement export: one recommended figure a group, stock and flow apart, excerpts, stated conversions."""

from __future__ import annotations

import csv
import io
from collections import Counter
from typing import Any

import msgspec
from tests.rendering.fixtures import rich_dossier, tiny_dossier

from rashomon.model.claim import Figure
from rashomon.model.dossier import Dossier
from rashomon.model.exported import Exported, ExportOptions, Material
from rashomon.rendering.exports.idmc import write_idmc

#: Helix's lists, as far as this export uses them (its quantifiers, units, roles, terms, categories).
QUANTIFIERS = {"more_than", "less_than", "exact", "approximately"}
TERMS = {"displaced", "evacuated", "returns", "homeless"}
CATEGORIES = {"Stock": {"idps", "returnees"}, "Flow": {"new_displacement", "return"}, "": {""}}


def export(dossier: Dossier, **options: Any) -> Exported:
    """The dossier's displacement export."""
    return write_idmc(Material(dossiers=(dossier,), options=ExportOptions(**options)))


def rows(exported: Exported) -> dict[str, dict[str, str]]:
    """Its lines by the figure's id."""
    text = exported.files["displacement.csv"].decode("utf-8")
    return {r["id"]: r for r in csv.DictReader(io.StringIO(text, newline=""))}


def changed(claim: str, **fields: Any) -> Dossier:
    """The invented fight with one figure changed."""
    dossier = rich_dossier()
    claims = tuple(msgspec.structs.replace(c, **fields) if c.id == claim else c for c in dossier.claims)
    return msgspec.structs.replace(dossier, claims=claims)


def test_each_row_keeps_to_helix_lists() -> None:
    """Quantifier, unit, role, term and category are Helix's; excerpt, publisher and source are filled and differ."""
    found = rows(export(rich_dossier()))
    assert set(found) == {"f-12k", "f-21k"}
    for row in found.values():
        assert row["quantifier"] in QUANTIFIERS
        assert row["unit"] in ("person", "household")
        assert row["term"] in TERMS
        assert row["category"] in CATEGORIES[row["category_type"]]
        assert row["reported_words"].lower().removeprefix("more than ") in row["source_excerpt"].lower()
        assert row["publisher"]
        assert row["source"] == "OCHA" != row["publisher"]
    assert found["f-12k"]["quantifier"] == "more_than"


def test_exactly_one_figure_of_a_group_is_recommended() -> None:
    """Of each category, place and window of a story one row is recommended, here the origin's later one."""
    found = rows(export(rich_dossier()))
    assert {i: r["role"] for i, r in found.items()} == {"f-12k": "triangulation", "f-21k": "recommended"}
    groups: Counter[tuple[str, ...]] = Counter()
    for row in found.values():
        key = (row["story"], row["category"] or row["term"], row["location"], row["window"])
        groups[key] += row["role"] == "recommended"
    assert set(groups.values()) == {1}
    assert "later figure" in found["f-12k"]["calculation_logic"]


def test_people_who_returned_are_no_rivals_of_the_displaced() -> None:
    """Without a told category figures of one term are a group: both the returned and the displaced are recommended."""
    found = rows(export(changed("f-12k", measure="returned")))
    assert {r["term"]: r["role"] for r in found.values()} == {"returns": "recommended", "displaced": "recommended"}


def test_the_recommended_figure_names_its_rivals() -> None:
    """Why a figure is recommended ends with what others of its group say, each with source and as-of."""
    logic = rows(export(rich_dossier()))["f-21k"]["calculation_logic"]
    assert logic.endswith("Beside it: More than 12,000 (OCHA, as of 4 March 2027).")


def test_stock_and_flow_are_groups_of_their_own() -> None:
    """Where one figure is a stock and the other a flow, each is the recommended one of its own category."""
    dossier = changed("f-12k", counting="flow")
    claims = tuple(msgspec.structs.replace(c, counting="stock") if c.id == "f-21k" else c for c in dossier.claims)
    found = rows(export(msgspec.structs.replace(dossier, claims=claims)))
    assert {(r["category_type"], r["category"], r["role"]) for r in found.values()} == {
        ("Flow", "new_displacement", "recommended"),
        ("Stock", "idps", "recommended"),
    }
    assert (found["f-21k"]["start_date"], found["f-21k"]["end_date"]) == ("", "2027-03-06")


def test_what_is_not_told_stays_empty_and_is_a_loss() -> None:
    """A figure whose counting no report tells has no category, and the loss report says so."""
    exported = export(rich_dossier())
    assert rows(exported)["f-21k"]["category"] == ""
    assert any(x.record == "f-21k" and "category is empty" in x.reason for x in exported.report.losses)


def test_households_are_converted_only_with_a_stated_size() -> None:
    """4,000 households stay 4,000 households; with five persons each they are 20,000, the original and factor kept."""
    dossier = changed("f-21k", unit="household", value=4000.0, low=4000.0, high=4000.0)
    plain, converted = rows(export(dossier))["f-21k"], rows(export(dossier, household_size=5.0))["f-21k"]
    assert (plain["reported"], plain["total_figures"], plain["household_size"]) == ("4000", "", "")
    assert (converted["reported"], converted["unit"], converted["household_size"]) == ("4000", "household", "5")
    assert converted["total_figures"] == "20000"
    assert "4,000 households of 5 persons each" in converted["calculation_logic"]


def test_a_part_stands_in_the_disaggregation_of_its_whole() -> None:
    """The children are no row of their own; a part larger than its whole is named and not entered."""
    exported = export(rich_dossier())
    assert rows(exported)["f-12k"]["disaggregation"].startswith("children: 5,400 or more")
    assert any(x.record == "f-half" and "disaggregation" in x.reason for x in exported.report.losses)
    larger = rows(export(changed("f-12k", low=5000.0, value=5000.0, high=5000.0, qualifier="exact")))
    assert "more than its whole: not entered" in larger["f-12k"]["disaggregation"]


def test_a_word_is_no_number() -> None:
    """ "Thousands" has no row: Helix wants a number, and a vague word is not made one."""
    exported = export(changed("f-12k", qualifier="vague", value=None, low=None, high=None))
    assert "f-12k" not in rows(exported)
    assert any(x.record == "f-12k" and x.what == "left out" and "a word" in x.reason for x in exported.report.losses)


def test_a_feared_figure_is_left_out() -> None:
    """People who may be displaced are not displaced."""
    exported = export(changed("f-21k", realis="feared"))
    assert "f-21k" not in rows(exported)


def test_monty_types_are_given_where_they_mean_the_same() -> None:
    """The recommended figure is Monty's primary estimate; people who returned have no impact type."""
    found = rows(export(rich_dossier()))
    assert (found["f-21k"]["monty_type"], found["f-21k"]["monty_estimate_type"]) == ("displaced_total", "primary")
    returned = rows(export(changed("f-21k", measure="returned", counting="flow")))["f-21k"]
    assert (returned["term"], returned["category"], returned["monty_type"]) == ("returns", "return", "")


def test_every_displacement_figure_is_a_row_or_a_loss() -> None:
    """What is offered is what is written and what is left out; a dossier without any has a header alone."""
    report = export(rich_dossier()).report
    moved = [c for c in rich_dossier().claims if isinstance(c, Figure) and c.measure == "displaced"]
    assert report.offered == len(moved) == report.written + sum(1 for x in report.losses if x.what == "left out")
    assert rows(export(tiny_dossier())) == {}
