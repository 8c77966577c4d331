"""The command line: what each command writes, prints and exits with."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from rashomon.cli import main

REPORTS = [
    {"id": "a", "outlet": "Delta Courier", "published": "2025-05-03", "title": "Floods kill 12",
     "text": "Floods in the Pakistani province of Sindh have killed 12 people, the disaster authority said on Saturday. "
     "Five of the dead were children."},
    {"id": "b", "outlet": "Indus Mail", "published": "2025-05-05", "title": "Toll rises to 19",
     "text": "The death toll from floods in Sindh rose to 19 on Monday, the disaster authority said."},
]  # fmt: skip
FILES = {"dossier.json", "dossier.html", "brief.md", "figures.csv", "events.csv", "events.geojson", "issues.json"}


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """Two reports and a broken line between them."""
    path = tmp_path / "reports.jsonl"
    lines = [json.dumps(REPORTS[0]), "{broken", json.dumps(REPORTS[1]), json.dumps(REPORTS[0])]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def run(*arguments: str) -> tuple[int, str]:
    """Exit code and standard output of a command."""
    result = CliRunner().invoke(main, list(arguments))
    return result.exit_code, result.stdout


def test_extract_prints_one_line_a_line_in_order(source: Path) -> None:
    """Every input line has its output line, in order; the broken one has issues and no claims."""
    code, out = run("extract", str(source))
    lines = [json.loads(line) for line in out.splitlines()]
    assert code == 0
    assert [line["id"] for line in lines] == ["a", "line-2", "b", "a"]
    assert lines[1]["figures"] == []
    assert lines[1]["issues"][0]["code"] == "line_not_json"
    assert lines[0] == lines[3]


def test_extract_refers_by_position(source: Path) -> None:
    """`part_of` is the position of the whole in the same line."""
    _, out = run("extract", str(source))
    figures = json.loads(out.splitlines()[0])["figures"]
    part = next(f for f in figures if f["value"] == 5)
    assert figures[part["part_of"]]["value"] == 12
    assert not any("made_by" in f or "id" in f for f in figures)


def test_extract_gives_every_field_of_the_contract(source: Path) -> None:
    """Figures, places and statements carry the contract's fields."""
    _, out = run("extract", str(source))
    line = json.loads(out.splitlines()[0])
    wanted = {
        "figures": "field start end number_start number_end measure value low high qualifier unit population place "
        "other_places attribution when as_of counting basis caveats part_of realis derived calculation",
        "places": "field start end text name admin1 country_code geonames_id lat lon kind precision",
        "statements": "field start end speaker speaker_role organisation verb verb_class quote content_start content_end",
    }
    for kind, fields in wanted.items():
        assert line[kind], kind
        assert all(set(fields.split()) <= set(found) for found in line[kind])


def test_an_empty_line_has_its_line_too(tmp_path: Path) -> None:
    """An empty line between two reports becomes a line with an issue."""
    path = tmp_path / "reports.jsonl"
    path.write_text("\n".join([json.dumps(REPORTS[0]), "", json.dumps(REPORTS[1])]) + "\n", encoding="utf-8")
    lines = [json.loads(line) for line in run("extract", str(path))[1].splitlines()]
    assert [line["id"] for line in lines] == ["a", "line-2", "b"]
    assert lines[1]["issues"][0]["code"] == "line_empty"


def test_extract_explains_itself(source: Path) -> None:
    """With --explain each claim names the rule that made it."""
    _, out = run("extract", str(source), "--explain")
    lines = [json.loads(line) for line in out.splitlines()]
    kinds = ("figures", "events", "statements", "responsibilities", "relations", "control")
    made = {kind: [c["made_by"] for line in lines for c in line[kind]] for kind in kinds}
    assert made["figures"]
    assert made["events"]
    assert made["statements"]
    assert all(rule for rules in made.values() for rule in rules)


def test_group_gives_every_line_a_story(source: Path) -> None:
    """Each line has a copy group and a story; the same text twice is one group without an origin but itself."""
    code, out = run("group", str(source))
    lines = [json.loads(line) for line in out.splitlines()]
    assert code == 0
    assert all(line["copy_group"] and line["story"] for line in lines)
    assert lines[0]["story"] == lines[2]["story"] == lines[3]["story"]
    assert lines[0]["copy_group"] == lines[3]["copy_group"]
    assert set(lines[0]) == {"id", "copy_group", "story", "origin_report"}


def test_build_writes_the_files_and_prints_the_brief(source: Path, tmp_path: Path) -> None:
    """A build of one story writes the seven files into the folder and prints the headline and the page."""
    out = tmp_path / "out"
    code, text = run("build", str(source), "--out", str(out))
    assert code == 0
    assert {p.name for p in out.iterdir()} == FILES
    dossier = json.loads((out / "dossier.json").read_text("utf-8"))
    assert dossier["brief"]["headline"]["text"].split()[0] in text
    assert "dossier.html" in text


def test_diff_says_what_changed(source: Path, tmp_path: Path) -> None:
    """The risen toll stands in the comparison of two dossiers, as text and as JSON."""
    for name, instant in (("one", "2025-05-03"), ("two", "2025-05-05")):
        assert run("build", str(source), "--story", "one", "--as-of", instant, "--out", str(tmp_path / name))[0] == 0
    paths = [str(tmp_path / n / "dossier.json") for n in ("one", "two")]
    code, text = run("diff", *paths)
    assert code == 0
    assert "19" in text
    assert json.loads(run("diff", *paths, "--json")[1])["reports_added"]
    assert run("diff", str(source), "--from", "2025-05-03", "--to", "2025-05-05")[1] == text


def test_schema_is_a_json_schema_that_a_dossier_meets(source: Path, tmp_path: Path) -> None:
    """A built dossier validates against `rashomon schema`."""
    import jsonschema

    assert run("build", str(source), "--out", str(tmp_path / "out"))[0] == 0
    schema = json.loads(run("schema")[1])
    jsonschema.validate(json.loads((tmp_path / "out" / "dossier.json").read_text("utf-8")), schema)


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["build"], 2),
        (["build", "SOURCE", "--out", "OUT", "--policy", "best"], 2),
        (["build", "SOURCE", "--out", "OUT", "--as-of", "someday"], 2),
        (["build", "SOURCE", "--out", "OUT", "--story", "story-0000000000000000"], 2),
        (["build", "GONE", "--out", "OUT"], 3),
        (["build", "http://127.0.0.1:9/report", "--out", "OUT"], 3),
        (["diff", "SOURCE"], 2),
        (["diff", "SOURCE", "SOURCE"], 2),
        (["extract", "GONE"], 3),
    ],
)
def test_exit_codes(source: Path, tmp_path: Path, arguments: list[str], code: int) -> None:
    """Wrong use exits 2, nothing readable 3, a part not there 4."""
    named = {"SOURCE": str(source), "OUT": str(tmp_path / "out"), "GONE": str(tmp_path / "gone.jsonl")}
    assert run(*[named.get(a, a) for a in arguments])[0] == code


def test_help_reads_well() -> None:
    """The help names every command with one line."""
    code, out = run("--help")
    assert code == 0
    for name in ("build", "extract", "group", "diff", "schema"):
        assert f"  {name} " in out


def test_the_log_tells_each_stage(source: Path, tmp_path: Path) -> None:
    """With --log every stage's time stands in the file, and none in an output."""
    log = tmp_path / "run.log"
    assert run("--log", str(log), "build", str(source), "--out", str(tmp_path / "out"))[0] == 0
    text = log.read_text("utf-8")
    for stage in ("read", "extract", "reconcile", "compose", "verify", "render"):
        assert f"stage={stage} seconds=" in text
    assert not any(b"seconds=" in p.read_bytes() for p in (tmp_path / "out").iterdir())
