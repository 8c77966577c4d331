"""The HXL export: what libhxl says of it, its hashtags, and which numbers stand where."""

from __future__ import annotations

import io
import warnings
from typing import Any

import msgspec
import pytest
from tests.rendering.fixtures import rich_dossier, tiny_dossier

from rashomon.model.claim import Population
from rashomon.model.dossier import Dossier
from rashomon.model.exported import Exported, Material
from rashomon.rendering.exports.hxl import write_hxl

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    import hxl

#: What a table of ours must hold beside HXL's own rules, as an HXL schema.
OURS: list[list[Any]] = [
    [
        "#valid_tag",
        "#valid_required",
        "#valid_value+unique",
        "#valid_datatype",
        "#valid_value+regex",
        "#valid_severity",
    ],
    ["#meta+id", "true", "true", "", "", "error"],
    ["#indicator+name", "true", "", "", "", "error"],
    ["#description", "true", "", "", "", "error"],
    ["#affected", "", "", "number", "", "error"],
    ["#geo+lat", "", "", "number", "", "error"],
    ["#date", "", "", "date", "", "error"],
    ["#country+code", "", "", "", "[A-Z]{3}", "error"],
]


def export(dossier: Dossier) -> Exported:
    """The dossier's HXL export."""
    return write_hxl(Material(dossiers=(dossier,)))


def table(exported: Exported) -> Any:
    """The table as libhxl reads it."""
    return hxl.data(io.BytesIO(exported.files["figures.hxl.csv"]))


def rows(exported: Exported) -> dict[str, dict[str, str]]:
    """The filled cells of each row by hashtag, by the question's id."""
    found = {}
    for row in table(exported):
        cells = {c.display_tag: v for c, v in zip(row.columns, row.values, strict=True) if v}
        found[cells["#meta+id"]] = cells
    return found


def faults(exported: Exported, schema: list[list[Any]] | None) -> list[str]:
    """The errors that libhxl finds, in words."""
    found: list[str] = []
    source = hxl.schema(schema, callback=lambda e: found.append(f"{e.rule.severity}: {e.message}"))
    source.validate(table(exported))
    return [f for f in found if f.startswith("error")]


@pytest.mark.parametrize("dossier", [rich_dossier(), tiny_dossier()], ids=["rich", "tiny"])
def test_libhxl_finds_no_fault(dossier: Dossier) -> None:
    """The table is valid by libhxl's default schema and by ours."""
    assert faults(export(dossier), None) == []
    assert faults(export(dossier), OURS) == []


def test_the_validator_would_find_a_fault() -> None:
    """A number that is a word is an error to the same schemas."""
    exported = export(rich_dossier())
    broken = exported.files["figures.hxl.csv"].replace(b",26,", b",many,")
    assert faults(msgspec.structs.replace(exported, files={"figures.hxl.csv": broken}), None)


def test_bounds_stand_beside_the_best_and_an_open_top_stays_open() -> None:
    """A disputed toll has least, best and most; a count with no upper bound has no most."""
    found = rows(export(rich_dossier()))
    killed, moved = found["as-killed"], found["as-moved"]
    tag = "#affected+killed+civilians"
    assert (killed[f"{tag}+min"], killed[tag], killed[f"{tag}+max"]) == ("26", "31", "31")
    assert moved["#affected+displaced+unclear"] == "21400"
    assert "#affected+displaced+unclear+max" not in moved


def test_stock_and_flow_have_hashtags_of_their_own() -> None:
    """People displaced now are idps, people newly displaced are displaced; what is not told is neither."""
    tags = set()
    for counting in ("stock", "flow", "unknown"):
        dossier = rich_dossier()
        moved = next(a for a in dossier.assessments if a.id == "as-moved")
        question = msgspec.structs.replace(moved.question, counting=counting)
        changed = msgspec.structs.replace(dossier, assessments=(msgspec.structs.replace(moved, question=question),))
        (row,) = rows(export(changed)).values()
        tags |= {t for t, v in row.items() if v == "21400" and not t.endswith("+min")}
    assert tags == {"#affected+idps", "#affected+displaced", "#affected+displaced+unclear"}


def test_age_and_sex_are_attributes() -> None:
    """Children, girls and women carry HXL's attributes; a group that no class knows is a subgroup."""
    expected = {
        "children": "#affected+killed+children",
        "girls": "#affected+killed+children+f",
        "women": "#affected+killed+f+adults",
        "beekeepers": "#affected+killed+subgroup",
    }
    dossier = rich_dossier()
    one = next(a for a in dossier.assessments if a.id == "as-children")
    for group, tag in expected.items():
        question = msgspec.structs.replace(one.question, population=Population(group=group))
        changed = msgspec.structs.replace(dossier, assessments=(msgspec.structs.replace(one, question=question),))
        assert rows(export(changed))["as-children"][tag] == "6", group


def test_households_and_moves_are_told_apart() -> None:
    """A count of families carries HXL's household attribute, and a row says where people moved from."""
    dossier = rich_dossier()
    moved = next(a for a in dossier.assessments if a.id == "as-moved")
    question = msgspec.structs.replace(
        moved.question, unit="household", population=Population(group="families"), role="from"
    )
    changed = msgspec.structs.replace(dossier, assessments=(msgspec.structs.replace(moved, question=question),))
    row = rows(export(changed))["as-moved"]
    assert row["#affected+displaced+unclear+hh"] == "21400"
    assert row["#meta+role"] == "from"


def test_a_partys_count_is_told_and_not_counted() -> None:
    """A question that only a party answers has no number; the description has the number with its owner."""
    exported = export(rich_dossier())
    fighters = rows(exported)["as-fighters"]
    assert not any(t.startswith("#affected") for t in fighters)
    assert "Sudan's army: 60" in fighters["#description"]
    assert any(x.record == "as-fighters" and "Only a party" in x.reason for x in exported.report.losses)


def test_a_hospital_appears_as_its_town() -> None:
    """A figure told at a hospital has the town as its place, its point and in its label."""
    from tests.rendering.kassala import HOSPITAL

    dossier = rich_dossier()
    claims = tuple(
        msgspec.structs.replace(c, place=HOSPITAL) if getattr(c, "id", "") == "f-6" else c for c in dossier.claims
    )
    one = next(a for a in dossier.assessments if a.id == "as-children")
    place = msgspec.structs.replace(one.question.place, name=HOSPITAL.name)  # type: ignore[type-var]
    asked = msgspec.structs.replace(one, question=msgspec.structs.replace(one.question, place=place))
    exported = export(msgspec.structs.replace(dossier, claims=claims, assessments=(asked,)))
    row = rows(exported)["as-children"]
    assert (row["#loc+name"], row["#geo+lat"]) == ("Kassala", "15.451")
    assert row["#indicator+name"] == "Children killed, Kassala"
    assert b"Teaching" not in exported.files["figures.hxl.csv"]


def test_every_record_is_a_row_or_a_loss() -> None:
    """What is offered is what is written and what is left out; a dossier without figures says so and has no row."""
    report = export(rich_dossier()).report
    assert report.offered == report.written + sum(1 for x in report.losses if x.what == "left out")
    nothing = export(tiny_dossier())
    assert (nothing.report.offered, nothing.report.written) == (0, 0)
    assert rows(nothing) == {}
