"""The rules of the design that hold everywhere, asked of whole builds."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rashomon import app
from rashomon.model.dossier import Dossier
from rashomon.settings import Settings, parse_as_of

Json = dict[str, Any]

WORLD: list[Json] = [
    {
        "id": "first", "outlet": "Delta Courier", "published": "2025-05-03", "title": "Floods kill 12 in Sindh",
        "text": "Floods in the Pakistani province of Sindh have killed 12 people, the provincial disaster authority said on "
        "Saturday. At least 30 others were injured in the city of Sukkur, hospital officials said. More than 4,000 people "
        "left their homes.",
    },
    {
        "id": "second", "outlet": "Indus Mail", "published": "2025-05-04", "title": "Flood toll in Sindh rises to 19",
        "text": "The death toll from floods in Sindh rose to 19 on Sunday, the provincial disaster authority said. Seven of the "
        "dead were children. The army denied that a dam had been opened without warning. A resident of Sukkur, Farid Lashari, "
        "34, told reporters that he had lost his house.",
    },
    {
        "id": "third", "outlet": "Karachi Ledger", "published": "2025-05-05", "title": "Rescue group counts 25 flood deaths",
        "text": "The Edhi Foundation said on Monday that it had collected 25 bodies after the floods in Sindh. The provincial "
        "disaster authority kept its count at 19. It said the figure was preliminary.",
    },
]  # fmt: skip
COPY: Json = WORLD[1] | {"id": "copy", "outlet": "Thar Times", "title": "Sindh: 19 dead"}


def built(folder: Path, reports: list[Json], **choices: Any) -> dict[str, bytes]:
    """The files of a build of these reports as one story."""
    folder.mkdir(exist_ok=True, parents=True)
    source = folder / "reports.jsonl"
    source.write_text("".join(json.dumps(r) + "\n" for r in reports), encoding="utf-8")
    return dict(app.build([str(source)], Settings(story="one", **choices)).files)


def dossier_of(folder: Path, reports: list[Json], **choices: Any) -> Json:
    """The dossier.json of a build of these reports as one story."""
    found: Json = json.loads(built(folder, reports, **choices)["dossier.json"])
    return found


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The files of the whole small world."""
    return built(tmp_path_factory.mktemp("world"), WORLD)


def answers(dossier: Json) -> list[tuple[Any, ...]]:
    """What the assessments say, without ids."""
    return sorted(
        (json.dumps(a["question"]), a["low"], a["best"], a["high"], json.dumps(a["support"]), tuple(a["roots"]))
        for a in dossier["assessments"]
    )


@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(order=st.permutations([0, 1, 2]), repeated=st.sampled_from([0, 1, 2]))
def test_order_and_repetition_change_nothing(
    world: dict[str, bytes], tmp_path_factory: pytest.TempPathFactory, order: list[int], repeated: int
) -> None:
    """Any order of the reports, and one of them given twice, yield the same bytes (rules 1 and 4)."""
    reports = [WORLD[i] for i in order] + [WORLD[repeated]]
    assert built(tmp_path_factory.mktemp("order"), reports) == world


def test_workers_change_nothing(tmp_path: Path) -> None:
    """Two worker processes yield the same bytes as one (rule 4)."""
    many = [r | {"id": f"{r['id']}-{n}", "outlet": f"Outlet {n}"} for n in range(4) for r in WORLD]
    assert built(tmp_path / "a", many, jobs=2) == built(tmp_path / "b", many, jobs=1)


def test_every_claim_holds_its_passage(world: dict[str, bytes]) -> None:
    """Every claim's passage lies in its report, and a figure's number inside its passage (rule 2)."""
    dossier = json.loads(world["dossier.json"])
    texts = {}
    for report in dossier["reports"]:
        (given_id,) = report["given_ids"]
        source = next(r for r in WORLD if r["id"] == given_id)
        texts[report["id"]] = source
    assert dossier["claims"]
    for claim in dossier["claims"]:
        field = texts[claim["report"]][claim["field"]]
        assert 0 <= claim["start"] < claim["end"] <= len(field)
        if claim["kind"] == "figure" and not claim["derived"]:
            assert claim["start"] <= claim["number_start"] < claim["number_end"] <= claim["end"]


def test_a_copy_adds_no_support(world: dict[str, bytes], tmp_path: Path) -> None:
    """A copy by another outlet changes no bound, no support and no root (rule 5)."""
    assert answers(dossier_of(tmp_path, [*WORLD, COPY])) == answers(json.loads(world["dossier.json"]))


def test_nothing_later_is_used(tmp_path: Path) -> None:
    """A dossier as of an instant is the same whether or not later reports lie beside it (rule 6)."""
    instant = parse_as_of("2025-05-04")
    with_later = built(tmp_path / "a", WORLD, as_of=instant)
    without = built(tmp_path / "b", WORLD[:2], as_of=instant)
    assert with_later == without


def test_an_undated_report_stands_apart_of_an_instant(tmp_path: Path) -> None:
    """An undated report adds nothing to a dossier as of an instant (rule 6)."""
    undated = {"id": "undated", "text": "Floods in Sindh killed 88 people, police said.", "outlet": "Nowhere News"}
    dossier = dossier_of(tmp_path, [*WORLD, undated], as_of=parse_as_of("2025-05-05"))
    assert not any(c.get("value") == 88 for c in dossier["claims"])
    assert any(c.get("value") == 88 for c in dossier_of(tmp_path, [*WORLD, undated])["claims"])


def test_a_superseded_figure_stays_reachable(world: dict[str, bytes]) -> None:
    """The earlier toll stays in its series with the claim that replaced it (rule 7)."""
    dossier = json.loads(world["dossier.json"])
    points = [p for s in dossier["series"] for p in s["points"] if p["value"] == 12]
    assert points
    assert all(p["superseded_by"] in {c["id"] for c in dossier["claims"]} for p in points)


def test_no_sum_of_different_questions(world: dict[str, bytes]) -> None:
    """No number of the brief is the sum of figures that answer different questions (rule 8)."""
    dossier = json.loads(world["dossier.json"])
    text = json.dumps(dossier["brief"])
    assert not any(re.search(rf"\b{n}\b", text) for n in (31, 37, 44, 49, 55))


HOSTILE = (
    "<script>alert('x')</script> Floods in Sindh killed 12 people, police said. "
    '"><img src=x onerror=alert(1)> =HYPERLINK("http://evil.example") {{ 7*7 }} ]]> </style> \u202e [x](javascript:alert(1))'
)


def test_hostile_text_leaves_no_output_unescaped(tmp_path: Path) -> None:
    """Markup, formulas and templates in a report come out as text everywhere (rule 9)."""
    hostile = {
        "id": "h",
        "title": HOSTILE,
        "outlet": HOSTILE[:60],
        "published": "2025-05-05",
        "text": HOSTILE,
        "url": "javascript:alert(1)",
    }
    files = built(tmp_path, [*WORLD, hostile], full_text=True)
    page = files["dossier.html"].decode()
    assert "<script>alert" not in page
    assert "<img src=x" not in page
    assert 'href="javascript:' not in page
    assert not re.search(r"(?<!\\)<script", files["brief.md"].decode())
    for name in ("figures.csv", "events.csv"):
        cells = re.split(r"[,\n]", files[name].decode())
        assert not any(cell.startswith(("=", "@", '"=', '"@')) for cell in cells)


def test_private_persons_are_protected(world: dict[str, bytes], tmp_path: Path) -> None:
    """A resident's name stands in no output, unless names were asked for and the file says so (rule 10)."""
    for name, content in world.items():
        assert b"Lashari" not in content, name
    assert json.loads(world["dossier.json"])["names"] == "roles"
    named = built(tmp_path, WORLD, names="all", full_text=True)
    assert json.loads(named["dossier.json"])["names"] == "all"
    assert any(b"Lashari" in content for content in named.values())


def test_a_brief_sentence_cites(world: dict[str, bytes]) -> None:
    """Every sentence of the brief cites claims, issues or reports (rule 3)."""
    dossier = json.loads(world["dossier.json"])
    brief = dossier["brief"]
    sentences = [brief["headline"], *brief["key_points"], *(s for p in brief["paragraphs"] for s in p)]
    known = {c["id"] for c in dossier["claims"]}
    for sentence in sentences:
        assert sentence["claims"] or sentence["issues"] or sentence["reports"], sentence["text"]
        assert set(sentence["claims"]) <= known


def test_a_dossier_is_read_back_as_it_was_written(tmp_path: Path) -> None:
    """dossier.json decodes to the very record that was rendered."""
    source = tmp_path / "reports.jsonl"
    source.write_text("".join(json.dumps(r) + "\n" for r in WORLD), encoding="utf-8")
    made = app.build([str(source)], Settings(story="one"))
    assert msgspec.json.decode(made.files["dossier.json"], type=Dossier) == made.dossiers[0]
