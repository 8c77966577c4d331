"""Adding from the browser: how far it is, what it met, the stories it changed; and the list of what is watched."""

from __future__ import annotations

import re
import tempfile
import threading
from pathlib import Path

import pytest
from starlette.testclient import TestClient
from tests.web.conftest import ended, form_token

from rashomon import app
from rashomon.web.additions import Additions

_TEXT = "Ferry sinks off Kisumu\n\nLake Courier, 5 May 2025\n\nA ferry sank off Kisumu on Sunday, killing 14 people, police said."


def _begin(client: TestClient, **fields: object):  # type: ignore[no-untyped-def]
    data = {"token": form_token(client, "/add"), **{k: v for k, v in fields.items() if k != "files"}}
    return client.post("/add", data=data, files=fields.get("files"), follow_redirects=False)


def test_what_was_pasted_becomes_a_story(client: TestClient, project: str) -> None:
    """Pasted text leads to a page of its progress, and that to the story which it made."""
    answer = _begin(client, text=_TEXT)
    assert answer.status_code == 303
    page = ended(client, answer.headers["location"]).text
    assert "1 new report" in page
    (story,) = re.findall(r'href="(/stories/story-[0-9a-f]+)"', page)
    assert "Kisumu" in client.get(story).text
    assert "already there" in ended(client, _begin(client, text=_TEXT).headers["location"]).text


def test_the_page_asks_again_without_script_until_it_is_over(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    """While reports are read the page says how far it is and refreshes itself; once all is done it stays."""
    go_on, here = threading.Event(), threading.Event()
    kept = app.add

    def slow(address, sources, settings, progress):  # type: ignore[no-untyped-def]
        for _ in progress.track(["one", "two"]):
            here.set()
            go_on.wait(20)
        return kept(address, sources, settings)

    monkeypatch.setattr(app, "add", slow)
    place = _begin(client, text=_TEXT).headers["location"]
    assert here.wait(20)
    running = client.get(place).text
    go_on.set()
    assert "Understanding: 0 of 2 reports" in running
    assert '<noscript><meta http-equiv="refresh"' in running
    assert 'http-equiv="refresh"' not in ended(client, place).text


def test_what_cannot_be_read_is_told_by_its_own_name(client: TestClient) -> None:
    """A file that holds no report is named as its sender named it; no path of the server stands on the page."""
    answer = _begin(client, files=[("files", ("minutes of may.pdf", b"%PDF-1.4 nothing", "application/pdf"))])
    page = ended(client, answer.headers["location"]).text
    assert "minutes of may.pdf" in page
    assert tempfile.gettempdir() not in page
    assert "dropped-0" not in page


def test_nothing_sent_stays_on_the_disk(client: TestClient) -> None:
    """Once an adding is over, the files that were sent for it are gone."""
    before = set(Path(tempfile.gettempdir()).glob("rashomon-*"))
    ended(client, _begin(client, text=_TEXT).headers["location"])
    left = {p for p in Path(tempfile.gettempdir()).glob("rashomon-*") if list(p.glob("pasted.txt"))}
    assert not [p for p in left - before if "Kisumu" in (p / "pasted.txt").read_text()]


@pytest.mark.parametrize(
    "fields", [{}, {"text": "  "}, {"address": "file:///etc/passwd"}, {"address": "ftp://x.example/a"}]
)
def test_nothing_and_other_protocols_are_refused(client: TestClient, fields: dict[str, str]) -> None:
    """An empty form, and an address that is not one of the web, begin nothing."""
    assert _begin(client, **fields).status_code == 400


def test_too_much_at_a_time_waits_outside(project: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Past twenty additions that wait, one more is not taken."""
    stop = threading.Event()
    monkeypatch.setattr(app, "add", lambda *_: stop.wait(20) and None)
    additions = Additions(project, lambda _: None)  # type: ignore[arg-type,return-value]
    begun = [additions.start("desk", tmp_path / str(n), ["x"], {}) for n in range(21)]
    stop.set()
    assert [b is None for b in begun] == [False] * 20 + [True]


def test_an_adding_that_is_not_there_is_told(client: TestClient) -> None:
    """The address of an adding that the server does not know answers 404."""
    assert client.get("/add/none").status_code == 404


def test_a_source_is_put_on_the_list_and_taken_off(client: TestClient, project: str) -> None:
    """An address, and a list as a file, stand on the list with how they answer; a source can be taken off again."""
    token, toml = (
        form_token(client, "/sources"),
        b'[[source]]\naddress = "https://coast.example/feed"\noutlet = "Coast Post"\n',
    )
    client.post(
        "/sources", data={"token": token, "address": "https://harbour.example/feed.xml", "outlet": "Harbour Post"}
    )
    client.post("/sources", data={"token": token}, files={"file": ("list.toml", toml, "application/toml")})
    page = client.get("/sources").text
    assert all(name in page for name in ("Harbour Post", "Coast Post", "not yet"))
    client.post("/sources/remove", data={"token": token, "source": "https://coast.example/feed"})
    assert [s.address for s in app.sources(project)] == ["https://harbour.example/feed.xml"]


@pytest.mark.parametrize("address", ["", "harbour.example", "javascript:alert(1)", "file:///etc/passwd"])
def test_only_addresses_of_the_web_are_watched(client: TestClient, project: str, address: str) -> None:
    """What is no http or https address does not come on the list."""
    answer = client.post("/sources", data={"token": form_token(client, "/sources"), "address": address})
    assert (answer.status_code, app.sources(project)) == (400, [])


def test_a_wrong_list_is_told_without_the_servers_paths(client: TestClient) -> None:
    """A list that is no TOML is refused with its line, and no path of the server."""
    files = {"file": ("list.toml", b"[[source]\naddress", "application/toml")}
    answer = client.post("/sources", data={"token": form_token(client, "/sources")}, files=files)
    assert answer.status_code == 400
    assert "line 1" in answer.text
    assert tempfile.gettempdir() not in answer.text
