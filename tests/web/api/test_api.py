"""The HTTP API: pages of lists, ETags, one shape of error, roles, feeds, exports, checks."""

from __future__ import annotations

from typing import Any

import feedparser
import pytest
from starlette.testclient import TestClient
from tests.web.conftest import Serve

from rashomon import app
from rashomon.settings import Settings

API = "/api/v1"
TOKEN = {"Authorization": "Bearer a-token"}
SENTENCES = {
    "morning": ("2025-06-02T06:00:00Z", "At least 12 people were killed when a block of flats collapsed in Gabes, the fire service said."),
    "evening": ("2025-06-02T18:00:00Z", "The toll of the block of flats that collapsed in Gabes rose to 15 dead, the fire service said."),
}  # fmt: skip


def ok(client: TestClient, path: str, **more: Any) -> Any:
    """The JSON of an answer that succeeded."""
    answer = client.get(API + path, **more)
    assert answer.status_code == 200, answer.text
    return answer.json()


def send(client: TestClient, name: str, **more: Any) -> Any:
    """What came of adding one of the reports."""
    published, text = SENTENCES[name]
    report = {"id": name, "outlet": f"The {name.title()} Post", "published": published, "text": text}
    return client.post(f"{API}/reports", json={"reports": [report]}, **more)


def test_lists_come_in_pages(client: TestClient) -> None:
    """Following `next` gives every story once, in the order of one long page."""
    whole = [s["id"] for s in ok(client, "/stories?limit=200")["items"]]
    path, seen = "/stories?limit=1", []
    while path:
        page = ok(client, path)
        seen += [s["id"] for s in page["items"]]
        path = (page["next"] or "").removeprefix(API)
    assert seen == whole
    assert len(whole) > 1


def test_an_etag_holds_until_something_changes(client: TestClient) -> None:
    """A client that bears the ETag gets 304 and no body, until a report is added."""
    first = client.get(f"{API}/stories")
    known = {"If-None-Match": first.headers["etag"]}
    again = client.get(f"{API}/stories", headers=known)
    assert (again.status_code, again.content) == (304, b"")
    assert send(client, "morning").json()["new"]
    assert client.get(f"{API}/stories", headers=known).status_code == 200


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/stories/no-such", 404),
        ("/nowhere", 404),
        ("/stories?limit=0", 400),
        ("/stories?start=x", 400),
        ("/search?q=x&kind=poem", 400),
        ("/stories/../../etc/passwd", 404),
    ],
)
def test_every_error_has_one_shape(client: TestClient, path: str, status: int) -> None:
    """An error has its status, a message and what to do, and is JSON."""
    answer = client.get(API + path)
    assert answer.status_code == status
    if answer.headers["content-type"] == "application/json":
        assert set(answer.json()["error"]) == {"status", "message", "suggestion"}


def test_the_dossier_is_that_of_the_command_line(client: TestClient, project: str, story: str) -> None:
    """A story's dossier has the brief and figures of `rashomon show`, and no whole report."""
    given, own = ok(client, f"/stories/{story}"), app.show(project, story, Settings())
    assert given["brief"]["headline"]["text"] == own.brief.headline.text
    assert [a["id"] for a in given["assessments"]] == [a.id for a in own.assessments]
    assert given["full_texts"] is None


def test_a_claim_comes_with_its_sentence(client: TestClient, story: str) -> None:
    """A figure's claim is answered with the sentence around it, in which its number stands."""
    figure = next(c for c in ok(client, f"/stories/{story}")["claims"] if c["kind"] == "figure")
    found = ok(client, f"/stories/{story}/claims/{figure['id']}")
    base = found["excerpt"]["start"]
    assert found["claim"] == figure
    assert found["excerpt"]["text"][figure["number_start"] - base : figure["number_end"] - base].strip()


def test_nobody_enters_without_the_token(serve: Serve) -> None:
    """With a token, every answer needs it; a wrong one is none."""
    client = serve(token="a-token")
    for headers in ({}, {"Authorization": "Bearer another"}):
        assert client.get(f"{API}/stories", headers=headers).status_code == 401
        assert send(client, "morning", headers=headers).status_code == 401
    assert client.get(f"{API}/stories", headers=TOKEN).status_code == 200
    assert send(client, "morning", headers=TOKEN).status_code == 200


@pytest.mark.parametrize("sign", [{"Origin": "https://elsewhere.example"}, {"Sec-Fetch-Site": "cross-site"}])
def test_another_sites_page_changes_nothing(client: TestClient, sign: dict[str, str]) -> None:
    """A request that a page of another site makes the browser send is refused."""
    assert send(client, "morning", headers=sign).status_code == 403
    body = '{"reports": [{"text": "Five were killed."}]}'
    sent = client.post(f"{API}/reports", content=body, headers={"Content-Type": "text/plain"})
    assert sent.status_code == 400


def test_a_decision_is_taken_and_undone(client: TestClient, story: str) -> None:
    """A rejected claim leaves the assessments and comes back when the decision is undone; a stale look is a conflict."""
    claim = next(a["best_claim"] for a in ok(client, f"/stories/{story}/figures")["items"] if a["best_claim"])
    taken = client.post(f"{API}/decisions", json={"kind": "reject", "targets": [claim], "why": "misread"}).json()
    left = [c for a in ok(client, f"/stories/{story}/figures")["items"] for c in a["claims"]]
    assert claim not in left
    stale = client.post(f"{API}/decisions", json={"kind": "accept", "targets": [claim], "seen": ""})
    assert stale.status_code == 409
    client.post(f"{API}/decisions", json={"kind": "undo", "targets": [taken["id"]]})
    assert claim in [c for a in ok(client, f"/stories/{story}/figures")["items"] for c in a["claims"]]
    assert [d["kind"] for d in ok(client, "/decisions")["items"]] == ["reject", "undo"]


def test_an_unmasked_name_is_not_repeated(client: TestClient) -> None:
    """The list of decisions holds no name that one of them unmasks."""
    client.post(f"{API}/decisions", json={"kind": "unmask", "targets": ["Amira Haddad"], "why": "spoke as an official"})
    assert "Haddad" not in client.get(f"{API}/decisions").text


def test_changes_are_a_feed(client: TestClient) -> None:
    """Each instant of a story is one entry of its Atom and its JSON feed, the newest first, with what changed."""
    send(client, "morning")
    send(client, "evening")
    story = next(s["id"] for s in ok(client, "/stories")["items"] if s["reports"] == 2)
    atom = feedparser.parse(client.get(f"{API}/stories/{story}/feed.atom").content)
    assert not atom.bozo
    assert [e.updated for e in atom.entries] == ["2025-06-02T18:00:00Z", "2025-06-02T06:00:00Z"]
    assert "15" in atom.entries[0].content[0].value
    items = ok(client, f"/stories/{story}/feed.json")["items"]
    assert [i["id"] for i in items] == [e.id for e in atom.entries]


def test_exports_are_those_of_the_command_line(client: TestClient, project: str, story: str) -> None:
    """A story's export has the bytes of `rashomon export`, and its loss report beside it."""
    got = client.get(f"{API}/stories/{story}/exports/acled")
    made = app.export("acled", [project], Settings(story=story))
    assert got.content == made.files["acled.csv"]
    assert got.headers["content-type"].startswith("text/csv")
    assert ok(client, f"/stories/{story}/exports/acled/losses")["written"] == made.report.written
    assert client.get(f"{API}/stories/{story}/exports/acled?since=2025-01-01").status_code in (400, 404)


def test_a_sentence_is_checked(client: TestClient) -> None:
    """A number of the record is supported with its passage; an older one of the same source is superseded."""
    send(client, "morning")
    send(client, "evening")
    story = next(s["id"] for s in ok(client, "/stories")["items"] if s["reports"] == 2)
    sentence = {"sentence": "The fire service says 15 people were killed."}
    (check,) = client.post(f"{API}/stories/{story}/check", json=sentence).json()
    assert check["verdict"] == "supported"
    assert "15" in check["evidence"][0]["sentence"]


def test_a_story_is_found_at_an_instant_at_which_it_had_another_id(client: TestClient) -> None:
    """A story named after a report that only counts later is read as of before by the id that it has now."""
    first = {"id": "m", "outlet": "The Post", "published": SENTENCES["morning"][0], "text": SENTENCES["morning"][1]}
    # A date alone is the whole day: it begins before the morning and counts at the day's end.
    later = {"id": "d", "outlet": "The Mail", "published": "2025-06-02", "text": SENTENCES["evening"][1]}
    client.post(f"{API}/reports", json={"reports": [first, later]})
    story = next(s["id"] for s in ok(client, "/stories")["items"] if s["reports"] == 2)
    then = ok(client, f"/stories/{story}?as_of=2025-06-02T07:00:00Z")
    assert then["story"] != story
    assert len(then["reports"]) == 1
