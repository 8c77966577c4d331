"""NULs and halves of characters in titles, names and addresses: kept out of columns, on both databases."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from click.testing import CliRunner
from tests.store.worlds import NOON, dossiers, quiet

from rashomon import app
from rashomon.app.parts import shipped_parts
from rashomon.cli import main
from rashomon.errors import UsageError
from rashomon.model.source import RawSource
from rashomon.project import add_reports
from rashomon.reading import read_reports
from rashomon.storage import Store

TOLL = "Four people were killed when a warehouse burned down in Durban on Thursday, the fire department said."
LINE = (
    b'{"id":"a\\u0000x","outlet":"Har\\u0000bour \\ud800Post","published":"2025-05-01","url":"https://h.example/a\\u0000",'
    b'"title":"Fire\\u0000 \\ud83d kills four","section":"x\\ud800","text":"'
    + TOLL.encode()
    + b' \\u0000 \\udc00 end"}\n'
)
PAGE = (
    "<html><head><title>Fire\x00 &#xD800; four</title><meta property='og:site_name' content='H&#xDFFF;\x00P'>"
    f"<link rel='canonical' href='https://h.example/x\x00y'></head><body><article><h1>Fi\x00re</h1><p>{TOLL}\x00</p>"
    "<p>More words stand here, said the mayor of the town.</p></article></body></html>"
)
MAIL = (
    "From: A\x00B <a@b.example>\nSubject: Fire\x00 kills\nDate: Wed, 04 Jun 2025 08:00:00 +0000\n"
    f"Content-Type: text/plain; charset=utf-8\n\n{TOLL}\x00\n"
)
FEED = json.dumps(
    {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "J\x00\ud800",
        "items": [
            {"id": "1", "url": "https://h.example/j", "title": "T\x00\udc00", "content_text": TOLL + " \x00 more."}
        ],
    }
)
SOURCES = {
    "a.jsonl": LINE,
    "b.html": PAGE.encode(),
    "d.eml": MAIL.encode(),
    "e.json": FEED.encode(),
    "na\udcffme\x00.txt": f"Fire kills four\n\n{TOLL}\x00 more.".encode(),
}


@pytest.mark.parametrize("name", SOURCES)
def test_a_report_with_odd_characters_is_kept_found_and_archived(store: Store, tmp_path: Path, name: str) -> None:
    """The report is stored and found, its lines hold no NUL nor surrogate, and an archive of it is read back."""
    source = RawSource(name=name, content=SOURCES[name], learned_at=NOON)
    read = read_reports([source], shipped_parts().library)
    (report,) = read.value
    for line in (report.title, report.outlet, report.url, report.section, report.source, *report.given_ids):
        assert line is None or line.replace("\x00", "?").encode("utf-8").decode() == line
    added = add_reports(store, read, shipped_parts(), quiet())
    assert len(added.new) == 1
    assert {hit.report for hit in app.search(store.address, "warehouse").hits} == {report.id}
    assert app.doctor(store.address, full=True).findings == ()
    app.archive(store.address, str(tmp_path / "archive"))
    assert app.unarchive(str(tmp_path / "archive"), str(tmp_path / "again.sqlite"))["reports.jsonl"] == 1
    assert dossiers(store)[0].reports[0].id == report.id


def test_odd_characters_in_what_a_person_writes_are_refused_or_replaced(store: Store) -> None:
    """A decision with a NUL is wrong use; a search with half a character finds nothing; a reason is kept without them."""
    read = read_reports([RawSource(name="a.jsonl", content=LINE, learned_at=NOON)], shipped_parts().library)
    (report,) = add_reports(store, read, shipped_parts(), quiet()).new
    for why in ("b\x00", "b\udc00"):
        with pytest.raises(UsageError, match="no character"):
            app.decide(store.address, "note", [report], by="R. Desk", why=why)
    assert app.search(store.address, "a\x00b \ud800").hits == ()
    assert app.search(store.address, None, outlet="a\x00\ud800", place="\x00", root="\ud800").hits == ()
    app.remove(store.address, report, reason="a\x00\ud800", by="x\x00")
    assert app.removals(store.address)[0].reason == "a \ufffd"


def test_a_file_whose_name_is_no_text_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Bytes that are no UTF-8 in a file's name are shown replaced; its report is kept, and an unread one is named."""
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "in"
    folder.mkdir()
    Path(os.fsdecode(os.fsencode(folder) + b"/fire\xff.txt")).write_text(f"Fire kills four\n\n{TOLL}", encoding="utf-8")
    Path(os.fsdecode(os.fsencode(folder) + b"/empty\xfe.txt")).write_bytes(b"")
    assert CliRunner().invoke(main, ["init"]).exit_code == 0
    result = CliRunner().invoke(main, ["add", "in"])
    assert result.exit_code == 0, result.output
    assert "1 new" in result.output
