"""Each route of the application against strangers, forgers, other sites, odd paths and large bodies."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient
from tests.web.conftest import form_token
from tests.web.security.routes import OPEN, filled, mounted, routes

from rashomon import app
from rashomon.web import Serving, create_application
from rashomon.web.api import PREFIX

_PASSWORD = "correct horse battery"
_HOME = "http://127.0.0.1:8350"
#: Fields that satisfy every form, so that a refusal is one of rights and not of what is missing.
_BODY = {
    "kind": "accept", "proposal": "1", "answer": "decline", "target": "fig-1", "decision": "dec-1", "text": "Two died.",
    "secret": "guess", "name": "desk", "address": "http://127.0.0.1/feed", "source": "http://127.0.0.1/feed",
}  # fmt: skip
_FORGED = "0" * 64
_POSTS = [p for p in routes("POST") if p not in OPEN]


@pytest.fixture(scope="module")
def project(kept_project: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    """One project for all routes: none of the requests made here may change it."""
    path = tmp_path_factory.mktemp("open") / "project.sqlite"
    path.write_bytes(kept_project.read_bytes())
    return str(path)


@pytest.fixture(scope="module")
def locked(kept_project: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    """One project with an account, that may be changed as little."""
    path = tmp_path_factory.mktemp("locked") / "project.sqlite"
    path.write_bytes(kept_project.read_bytes())
    app.add_account(str(path), "guest", "reader", _PASSWORD)
    return str(path)


@pytest.fixture(scope="module")
def opened(project: str) -> Iterator[TestClient]:
    """A browser of a server that asks nobody who they are."""
    with TestClient(create_application(Serving(project)), base_url=_HOME) as client:
        yield client


@pytest.fixture(scope="module")
def guarded(locked: str) -> Iterator[TestClient]:
    """A browser of a server where persons sign in."""
    with TestClient(create_application(Serving(locked, accounts=True)), base_url=_HOME) as client:
        yield client


@pytest.fixture
def client(opened: TestClient) -> TestClient:
    """A browser that was nowhere yet, of the server that asks nobody who they are."""
    return TestClient(opened.app, base_url=_HOME)


@pytest.fixture
def stranger(guarded: TestClient) -> TestClient:
    """A browser that was nowhere yet, of the server where persons sign in."""
    return TestClient(guarded.app, base_url=_HOME)


def _kept(project: str) -> tuple[object, ...]:
    return app.state_of(project), len(app.decisions(project)), app.proposals(project), app.sources(project)


def test_nothing_is_served_but_views_and_static_files(project: str) -> None:
    """The application has no route beside those of its views, its static files and its API, which is tested by itself."""
    assert mounted(create_application(Serving(project))) == {"/static", PREFIX}


@pytest.mark.parametrize("path", [p for p in routes("GET") if p not in OPEN])
def test_a_stranger_reads_no_page(stranger: TestClient, path: str) -> None:
    """Where persons sign in, whoever did not is asked to, on every page."""
    asked = {"box": "0,0,1,1"}
    answer = stranger.get(filled(path), params=asked, headers={"accept": "text/html"}, follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, f"/sign-in?to={filled(path)}")


@pytest.mark.parametrize("path", _POSTS)
def test_a_stranger_changes_nothing(stranger: TestClient, locked: str, path: str) -> None:
    """Where persons sign in, no form of one who did not is taken, with any token."""
    before, token = _kept(locked), form_token(stranger, "/sign-in")
    answers = [stranger.post(filled(path), data=_BODY | {"token": t}, follow_redirects=False) for t in (token, _FORGED)]
    assert [a.status_code for a in answers] == [401, 401]
    assert _kept(locked) == before


@pytest.mark.parametrize("path", [*_POSTS, *OPEN])
@pytest.mark.parametrize("token", [None, "", _FORGED, "é" * 64])
def test_a_forged_or_missing_token_is_refused(client: TestClient, project: str, path: str, token: str | None) -> None:
    """Without this server's token every form is refused, and nothing of it is kept."""
    client.get("/")
    before = _kept(project)
    answer = client.post(filled(path), data=_BODY | ({} if token is None else {"token": token}), follow_redirects=False)
    assert answer.status_code in (400, 403)
    assert _kept(project) == before


@pytest.mark.parametrize("path", [*_POSTS, *OPEN])
@pytest.mark.parametrize(
    "headers", [{"origin": "http://evil.example"}, {"origin": "null"}, {"sec-fetch-site": "cross-site"}]
)
def test_another_site_changes_nothing(client: TestClient, project: str, path: str, headers: dict[str, str]) -> None:
    """A form with the right token that another site sent is refused on every route."""
    token, before = form_token(client), _kept(project)
    answer = client.post(filled(path), data=_BODY | {"token": token}, headers=headers, follow_redirects=False)
    assert answer.status_code == 403
    assert _kept(project) == before


@pytest.mark.parametrize("path", [p for p in _POSTS if p != "/sign-out"])
def test_a_token_of_another_browser_is_refused(client: TestClient, path: str) -> None:
    """A token that the server gave to one browser is worth nothing in another one."""
    other = TestClient(client.app, base_url=_HOME)
    token = form_token(client)
    other.get("/")
    assert other.post(filled(path), data=_BODY | {"token": token}, follow_redirects=False).status_code == 403


@pytest.fixture(scope="module")
def reader(guarded: TestClient) -> TestClient:
    """Somebody who may read only."""
    client = TestClient(guarded.app, base_url=_HOME)
    data = {"name": "guest", "secret": _PASSWORD, "token": form_token(client, "/sign-in")}
    client.post("/sign-in", data=data)
    return client


@pytest.mark.parametrize("path", [p for p in _POSTS if p != "/sign-out"])
def test_a_reader_changes_nothing(reader: TestClient, locked: str, path: str) -> None:
    """Who may only read has no form taken but that which signs out."""
    before = _kept(locked)
    answer = reader.post(filled(path), data=_BODY | {"token": form_token(reader)}, follow_redirects=False)
    assert answer.status_code == 403
    assert _kept(locked) == before


_TRICKS = ["..%2f..%2fetc%2fpasswd", "%00", "story-1%0d%0aset-cookie:x", "a" * 6_000, "‮", "'%20OR%201=1--", "<script>"]


@pytest.mark.parametrize("path", [p for p in routes("GET") if "{" in p] + ["/static/{report}"])
@pytest.mark.parametrize("trick", _TRICKS)
def test_no_path_leads_out(client: TestClient, path: str, trick: str) -> None:
    """A path that names nothing is answered as missing or refused, never by an error of the server or a file of it."""
    names = dict.fromkeys(("story", "report", "view", "outlet", "job", "source", "claim"), trick)
    answer = client.get(filled(path, **names), follow_redirects=False)
    assert answer.status_code in (303, 400, 404, 405)
    assert "set-cookie" not in answer.headers.get("location", "").lower()
    assert "root:" not in answer.text


@pytest.mark.parametrize("name", ["../pages.py", "..%2fpages.py", "%2e%2e/pages.py", "....//pages.py", "/etc/passwd"])
def test_static_files_are_those_of_their_folder(client: TestClient, name: str) -> None:
    """No spelling of a parent folder leads from the static files to another file."""
    assert client.get(f"/static/{name}").status_code == 404


@pytest.mark.parametrize("path", [*_POSTS, *OPEN])
def test_an_oversized_body_is_refused(client: TestClient, project: str, path: str) -> None:
    """A body past the limit is refused on every route, whether it says its length or not."""
    before, kind = _kept(project), {"content-type": "application/x-www-form-urlencoded"}
    said = client.post(filled(path), content=b"", headers=kind | {"content-length": "999999999"})
    assert said.status_code == 413

    def endless() -> Iterator[bytes]:
        yield b"token=" + _FORGED.encode() + b"&text="
        for _ in range(40):
            yield b"x" * 1_000_000

    assert client.post(filled(path), content=endless(), headers=kind).status_code in (400, 403, 413)
    assert _kept(project) == before


@pytest.mark.parametrize("path", routes("GET"))
def test_no_page_can_be_asked_to_change_anything(client: TestClient, path: str) -> None:
    """A page takes no method but those of its own: no PUT, PATCH, DELETE or TRACE."""
    answers = {
        client.request(m, filled(path), follow_redirects=False).status_code for m in ("PUT", "PATCH", "DELETE", "TRACE")
    }
    assert answers == {405}


@pytest.mark.parametrize("path", ["/", "/nowhere", "/static/workspace.css", "/static/nothing", "/stories/story-1"])
def test_every_answer_bears_the_policy(client: TestClient, path: str) -> None:
    """Pages, files and errors alike forbid other hosts' scripts, frames and guesses at what a file is."""
    headers = client.get(path).headers
    assert "default-src 'none'" in headers["content-security-policy"]
    assert (headers["x-content-type-options"], headers["x-frame-options"]) == ("nosniff", "DENY")
