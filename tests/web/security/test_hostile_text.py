"""Reports whose words try to run, to reach out, to turn the page round or to name somebody: in every page there is."""

from __future__ import annotations

import json
from html.parser import HTMLParser
from pathlib import Path

import pytest
from starlette.testclient import TestClient
from tests.web.conftest import ended
from tests.web.security.routes import crawled

from rashomon import app
from rashomon.settings import Settings

_RUN = "<script>alert(1)</script><img src=x onerror=alert(2)><svg onload=alert(3)>"
_TURN = "‮⁦gnorw⁩"
_QUOTE = '" onmouseover="alert(4)" x=\''
_NAME = "Teresa Kowalczyk"
_TEXT = (
    f"Three people were killed {_RUN} when a tram left its rails in Gdansk on Friday, police said {_TURN}.\n\n"
    f"“I saw {_RUN} everything,” said {_NAME}, a passenger {_QUOTE}. {'x' * 3_000} Rescuers took 12 people to hospital.\n\n"
    "The mayor blamed the {{ 7 * 7 }} operator, which denied it. {% raw %} javascript:alert(5)"
)


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project whose reports are hostile in every field: two of a story, and two versions of one page."""
    folder = tmp_path_factory.mktemp("hostile")
    store = str(folder / "project.sqlite")
    app.init(store)
    lines = [
        {"outlet": f"Post {_RUN}{_QUOTE}", "url": "javascript:alert(6)", "published": "2025-04-04T18:00:00Z",
         "title": f"Tram accident {_RUN}{_TURN}, says {_NAME}", "text": _TEXT},
        {"outlet": f"Herald {_QUOTE}", "url": f"https://herald.example/{_QUOTE}", "published": "2025-04-05T18:00:00Z",
         "title": f"{_QUOTE} Tram toll in Gdansk", "text": _TEXT.replace("Three", "Five")},
    ]  # fmt: skip
    for n, line in enumerate((*lines, lines[1] | {"text": _TEXT.replace("Three", "Seven")})):
        (folder / f"{n}.jsonl").write_text(json.dumps(line), encoding="utf-8")
        app.add(store, [str(folder / f"{n}.jsonl")], Settings())
    return folder / "project.sqlite"


@pytest.fixture
def project(hostile: Path, tmp_path: Path) -> str:
    """A project of this test's own."""
    path = tmp_path / "project.sqlite"
    path.write_bytes(hostile.read_bytes())
    return str(path)


class _Dangers(HTMLParser):
    """What a browser would run or follow in a page, beyond what the workspace itself puts there."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element or an attribute that is not the workspace's own."""
        given = {name: value or "" for name, value in attrs}
        if tag == "script" and not given.get("src", "").startswith("/static/"):
            self.found.append(tag)
        if tag in ("img", "iframe", "object", "embed", "base", "style") or (
            tag == "link" and not given["href"].startswith("/static/")
        ):
            self.found.append(tag)
        self.found += [f"{tag} {name}" for name in given if name.startswith("on") or name == "style"]
        for name in ("href", "src", "action", "formaction"):
            if not given.get(name, "").startswith(("/", "#", "?", "https://", "http://")) and given.get(name):
                self.found.append(f"{tag} {name}={given[name][:60]}")


def test_no_page_runs_what_a_report_says(client: TestClient, project: str) -> None:
    """On every page that can be reached, hostile words are words: no element, handler, address or turned text of theirs."""
    count = 0
    for address, text in crawled(client, project):
        dangers = _Dangers()
        dangers.feed(text)
        assert (address, dangers.found) == (address, [])
        assert not set(text) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"), address
        assert "{{ 49 }}" not in text
        count += "tram" in text.casefold()
    assert count > 15


def test_no_page_names_a_private_person(client: TestClient, project: str) -> None:
    """On every page that can be reached, neither the first nor the last name of a private person stands."""
    pages = list(crawled(client, project))
    assert [a for a, text in pages if any(part in text for part in _NAME.split())] == []
    assert sum("█" in text for _, text in pages) > 5


def test_a_pasted_text_is_not_repeated(client: TestClient, project: str) -> None:
    """What comes of adding a hostile text names nobody and runs nothing either."""
    token = client.get("/add").text.split('data-token="')[1][:64]
    data = {"token": token, "text": f"Fire in Gdynia kills two, says {_NAME}\n\n{_RUN} {_TEXT}"}
    place = client.post("/add", data=data, follow_redirects=False).headers["location"]
    answer = ended(client, place)
    dangers = _Dangers()
    dangers.feed(answer.text)
    assert "1 new report" in answer.text
    assert dangers.found == []
    assert not [part for part in _NAME.split() if part in answer.text]
