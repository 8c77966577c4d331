"""Every export of the shipped example, as it last was; and what each must hold whatever its format."""

from __future__ import annotations

import functools
from pathlib import Path

import pytest
from tests.golden.readable import readable

from rashomon import app
from rashomon.model.dossier import Dossier
from rashomon.model.exported import Exported, ExportOptions
from rashomon.settings import Settings, parse_as_of

ROOT = Path(__file__).resolve().parents[2]
REPORTS = ROOT / "examples" / "aleppo-2024" / "reports"
EXPECTED = Path(__file__).parent / "expected" / "exports"
#: Tables whose bytes hold their library's version: what they say is tested elsewhere.
BINARY = (".parquet", ".arrow")
#: Files that are kept as what they say.
TOLD = (".docx", ".zip")
NAMES = [f.name for f in app.formats()]


@functools.cache
def options(name: str) -> ExportOptions:
    """What a format cannot do without: corrections are to the example's record as of 30 November."""
    if name != "corrections":
        return ExportOptions()
    (earlier,) = app.dossiers_of([str(REPORTS)], Settings(story="one", as_of=parse_as_of("2024-11-30")))
    return ExportOptions(since=earlier)


@pytest.fixture(scope="module")
def dossiers() -> tuple[Dossier, ...]:
    """The example's dossier."""
    return app.dossiers_of([str(REPORTS)], Settings(story="one"))


@pytest.fixture(scope="module")
def exported(dossiers: tuple[Dossier, ...]) -> dict[str, Exported]:
    """Each format's export of the example."""
    return {name: app.export_dossiers(name, dossiers, options(name)) for name in NAMES}


@pytest.mark.parametrize("name", NAMES)
def test_the_export_is_the_one_that_was_read(
    exported: dict[str, Exported], name: str, request: pytest.FixtureRequest
) -> None:
    """Each file (a binary one as what it says) and the loss report are those kept; `--update-golden` replaces them."""
    files = {n: b for n, b in app.export_files(exported[name]).items() if not n.endswith((*BINARY, ".losses.json"))}
    assert files
    for file_name, given in files.items():
        told = file_name.endswith(TOLD)
        kept = EXPECTED / name / (Path(file_name).name + (".told.txt" if told else ""))
        content = readable(file_name, given) if told else given
        assert content
        if request.config.getoption("--update-golden"):
            kept.parent.mkdir(parents=True, exist_ok=True)
            kept.write_bytes(content)
        assert content == kept.read_bytes(), file_name


@pytest.mark.parametrize("name", NAMES)
def test_the_same_dossiers_give_the_same_bytes(
    exported: dict[str, Exported], dossiers: tuple[Dossier, ...], name: str
) -> None:
    """An export made twice has the same bytes in every file."""
    assert app.export_dossiers(name, dossiers, options(name)).files == exported[name].files


@pytest.mark.parametrize("name", NAMES)
def test_every_loss_names_a_record_of_the_dossier(
    exported: dict[str, Exported], dossiers: tuple[Dossier, ...], name: str
) -> None:
    """A loss report says what the format cannot carry, and each loss is of a story and record that exist."""
    report = exported[name].report
    (dossier,) = dossiers
    known = {dossier.story, *(c.id for c in dossier.claims), *(e.id for e in dossier.events)}
    known |= {r.id for r in dossier.reports} | {a.id for a in dossier.assessments}
    assert report.format == name
    assert all(loss.record in known and loss.story == dossier.story for loss in report.losses)
    assert all(line.endswith(".") for line in (*report.cannot_carry, *(x.reason for x in report.losses)))
