"""The evidence pack: every file summed, passages where they say they are, hashes of what was read, names masked."""

from __future__ import annotations

import csv
import datetime as dt
import hashlib
import io
import json
import zipfile
from pathlib import Path
from typing import Any

import msgspec
from click.testing import CliRunner
from tests.rendering.fixtures import rich_dossier, tiny_dossier

from rashomon import app
from rashomon.cli import main
from rashomon.model.decision import DecisionShown
from rashomon.model.dossier import Dossier
from rashomon.model.exported import Exported, ExportOptions, Material, Retrieval
from rashomon.rendering.exports.evidence import write_evidence
from rashomon.settings import Settings

SEEN = {"rpt-a": (Retrieval(at="2027-03-04T06:00:00+00:00", raw_sha256="ab" * 32),)}


def members(exported: Exported) -> dict[str, bytes]:
    """The files of a pack by name."""
    with zipfile.ZipFile(io.BytesIO(exported.files["evidence.zip"])) as pack:
        return {n: pack.read(n) for n in pack.namelist()}


def pack_of(*dossiers: Dossier, seen: Any = SEEN) -> dict[str, bytes]:
    """The pack of some dossiers."""
    return members(write_evidence(Material(dossiers=dossiers, provenance=seen)))


def items(pack: dict[str, bytes], story: str) -> dict[str, dict[str, Any]]:
    """The claims of a story by id."""
    lines = pack[f"{story}/claims.jsonl"].decode().splitlines()
    return {item["claim"]: item for item in map(json.loads, lines)}


def test_every_file_is_summed() -> None:
    """SHA256SUMS has the SHA-256 of every other file, in the form that sha256sum --check reads."""
    pack = pack_of(rich_dossier(), tiny_dossier())
    sums = dict(reversed(line.split("  ", 1)) for line in pack["SHA256SUMS"].decode().splitlines())
    assert sums == {n: hashlib.sha256(c).hexdigest() for n, c in pack.items() if n != "SHA256SUMS"}
    assert {"README.md", "st-bus/evidence.md", "st-kassala/claims.jsonl"} <= set(sums)


def test_each_claim_has_its_passage_with_neighbours_and_places() -> None:
    """Every claim of the record is an item whose words stand in its sentence, at the offsets that the claim has."""
    dossier = rich_dossier()
    found = items(pack_of(dossier), dossier.story)
    excerpts = {e.claim: e for e in dossier.excerpts}
    assert set(found) == {c.id for c in dossier.claims}
    for claim, excerpt in excerpts.items():
        passage = found[claim]["passage"]
        assert passage["before"] + passage["sentence"] + passage["after"] == excerpt.text
        assert passage["sentence_start"] - passage["start"] == len(passage["before"])
        assert passage["sentence_end"] - passage["sentence_start"] == len(passage["sentence"])


def test_the_instants_of_retrieval_stand_with_the_report() -> None:
    """A report that a project saw has its instants and their hashes in every list; one that it did not see is a loss."""
    dossier = rich_dossier()
    exported = write_evidence(Material(dossiers=(dossier,), provenance=SEEN))
    pack = members(exported)
    told = {i["report"]["id"]: i["report"]["retrieved"] for i in items(pack, dossier.story).values()}
    assert told["rpt-a"] == [{"at": "2027-03-04T06:00:00+00:00", "raw_sha256": "ab" * 32}]
    rows = {r["id"]: r for r in csv.DictReader(io.StringIO(pack["st-kassala/reports.csv"].decode()))}
    assert rows["rpt-a"]["retrieved_first"] == rows["rpt-a"]["retrieved_last"] == "2027-03-04T06:00:00+00:00"
    assert "- Retrieved: 2027-03-04T06:00:00+00:00" in pack["st-kassala/evidence.md"].decode()
    lost = {x.record for x in exported.report.losses if "retrieved" in x.reason}
    assert lost == {r.id for r in dossier.reports} - {"rpt-a"}


def test_decisions_stand_with_their_claim() -> None:
    """A correction stands with the claim it is of, with day and reason and without who took it."""
    decision = DecisionShown(
        id="dec-1", kind="correct", targets=("f-23",), why="The page says 32.", by="Jo Petrov", on=dt.date(2027, 3, 7),
        applied=True, machine="31", corrected="value 32",
    )  # fmt: skip
    pack = pack_of(rich_dossier(decisions=(decision,)))
    (told,) = items(pack, "st-kassala")["f-23"]["decisions"]
    assert (told["on"], told["done"], told["why"]) == ("2027-03-07", "corrected", "The page says 32.")
    assert (
        "Decided: 2027-03-07, corrected; now value 32. Why: The page says 32."
        in pack["st-kassala/evidence.md"].decode()
    )
    assert all(b"Petrov" not in content for name, content in pack.items() if not name.endswith("dossier.json"))


def test_whole_texts_stay_out() -> None:
    """A dossier that carries its reports' texts gives a pack without them."""
    pack = pack_of(tiny_dossier(full_texts={"rpt-only": "A bus overturned. A sentence that no claim rests on."}))
    assert all(b"no claim rests on" not in content for content in pack.values())


def test_the_same_material_gives_the_same_bytes() -> None:
    """The zip is the same again, with no date of the day."""
    material = Material(dossiers=(rich_dossier(),), provenance=SEEN)
    one, two = write_evidence(material), write_evidence(material)
    assert one == two
    with zipfile.ZipFile(io.BytesIO(one.files["evidence.zip"])) as pack:
        assert {i.date_time for i in pack.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_hostile_titles_stay_words() -> None:
    """Markup of a title or passage becomes no HTML and no heading in the page to read."""
    report = msgspec.structs.replace(
        tiny_dossier().reports[0], title="<script>x</script>\n# Heading", url="javascript:x"
    )
    page = pack_of(tiny_dossier(reports=(report,)))["st-bus/evidence.md"].decode()
    assert "<script>" not in page
    assert "\n# Heading" not in page
    assert "javascript" not in page


def test_an_empty_record_gives_a_pack_that_says_how_to_check_it() -> None:
    """A dossier without claims has a README and an empty list of claims."""
    pack = pack_of(tiny_dossier(claims=(), excerpts=()))
    assert pack["st-bus/claims.jsonl"] == b""
    assert b"sha256sum --check SHA256SUMS" in pack["README.md"]
    assert b"machine-made, not reviewed" in pack["README.md"]


def page(folder: Path) -> Path:
    """A saved page of one report."""
    path = folder / "page.html"
    text = "Gunmen attacked a market in Maiduguri on Tuesday, killing nine traders, the police said. Shops stayed shut."
    path.write_text(
        "<html><head><title>Nine traders killed</title><meta property='article:published_time' content='2025-03-05'>"
        f"</head><body><article><h1>Nine traders killed</h1><p>{text}</p></article></body></html>",
        encoding="utf-8",
    )
    return path


def test_the_hashes_are_those_of_the_page_and_its_text(tmp_path: Path) -> None:
    """raw_sha256 is the saved page's, text_sha256 that of the text as it was read."""
    saved = page(tmp_path)
    (dossier,) = app.dossiers_of([str(saved)], Settings(full_text=True))
    report, texts = dossier.reports[0], dossier.full_texts or {}
    assert report.raw_sha256 == hashlib.sha256(saved.read_bytes()).hexdigest()
    assert report.text_sha256 == hashlib.sha256(texts[report.id].encode()).hexdigest()


def test_a_project_knows_when_it_saw_the_page(tmp_path: Path) -> None:
    """An export of a project has the instant at which the page was added, with the page's hash; of a file it has none."""
    saved, store = page(tmp_path), str(tmp_path / "p.sqlite")
    run = CliRunner()
    assert run.invoke(main, ["init", "--store", store]).exit_code == 0
    assert run.invoke(main, ["add", "--store", store, str(saved)]).exit_code == 0
    found = []
    for source in (store, str(saved)):
        pack = members(app.export("evidence", [source], Settings(), ExportOptions()))
        (name,) = (n for n in pack if n.endswith("reports.csv"))
        found += list(csv.DictReader(io.StringIO(pack[name].decode())))
    assert found[0]["retrieved_first"][:4] == str(dt.datetime.now(dt.UTC).year)
    assert found[0]["raw_sha256"] == hashlib.sha256(saved.read_bytes()).hexdigest()
    assert found[1]["retrieved_first"] == ""
