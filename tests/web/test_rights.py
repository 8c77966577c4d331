"""Who may do what: strangers, forged forms, other sites, tokens, accounts."""

from __future__ import annotations

import pytest
from starlette.testclient import TestClient
from tests.web.conftest import Serve, form_token

from rashomon import app
from rashomon.errors import UsageError
from rashomon.web import Serving

_PAGES = (
    "/",
    "/search?q=a",
    "/review",
    "/add",
    "/audit",
    "/events",
    "/stories/story-1/figures",
    "/stories/story-1/timeline",
    "/stories/story-1/map",
    "/map/ground?box=35,34,38,37",
    "/map/names?box=35,34,38,37",
    "/stories/story-1/changes",
    "/stories/story-1/compare?one=rpt-1&other=rpt-2",
    "/stories/story-1",
    "/stories/story-1/reports/rpt-1",
)
_POSTS = ("/decisions", "/decisions/undo", "/decisions/confirm", "/add", "/sign-out")
_BODY = {
    "kind": "accept",
    "proposal": "1",
    "answer": "decline",
    "target": "fig-1",
    "decision": "dec-1",
    "text": "x",
    "token": "0" * 64,
}
_PASSWORD = "correct horse battery"


@pytest.mark.parametrize("host", ["0.0.0.0", "192.168.1.4", "example.org"])
def test_an_open_server_listens_to_this_machine_alone(host: str) -> None:
    """Without accounts and token no other address than loopback is served."""
    with pytest.raises(UsageError, match="Everybody"):
        Serving("project.sqlite", host=host)


@pytest.mark.parametrize("path", _PAGES)
def test_a_stranger_reads_nothing(serve: Serve, path: str) -> None:
    """Where persons sign in, no page is shown to one who did not."""
    answer = serve(accounts=True).get(path, follow_redirects=False)
    assert answer.status_code in (401, 303)
    assert answer.headers.get("location", "/sign-in").startswith("/sign-in")


@pytest.mark.parametrize("path", _POSTS)
def test_a_stranger_changes_nothing(serve: Serve, path: str) -> None:
    """Where persons sign in, no form of one who did not is taken."""
    assert serve(accounts=True).post(path, data=_BODY, follow_redirects=False).status_code == 401


@pytest.mark.parametrize("path", _POSTS)
def test_a_forged_form_is_refused(client: TestClient, path: str) -> None:
    """A form without this server's token changes nothing."""
    client.get("/")
    assert client.post(path, data=_BODY).status_code == 403


@pytest.mark.parametrize(
    "headers", [{"origin": "http://evil.example"}, {"sec-fetch-site": "cross-site"}, {"sec-fetch-site": "same-site"}]
)
def test_another_site_changes_nothing(client: TestClient, headers: dict[str, str]) -> None:
    """A form with the right token that another site sent is refused all the same."""
    token = form_token(client)
    answer = client.post("/add", data={"token": token, "text": "Two people died."}, headers=headers)
    assert answer.status_code == 403


def test_an_unknown_name_of_the_server_is_refused(client: TestClient) -> None:
    """A Host header that is not this server's, as after a rebound name, is answered by 421 and no page."""
    answer = client.get("/", headers={"host": "evil.example:8350"})
    assert (answer.status_code, "Rashomon" in answer.text) == (421, False)


def test_a_token_lets_in_and_a_wrong_one_does_not(serve: Serve) -> None:
    """The server's token opens the pages as a header, another one does not."""
    client = serve(token="s3cret-of-the-desk")
    assert client.get("/", headers={"authorization": "Bearer s3cret-of-the-desk"}).status_code == 200
    assert client.get("/", headers={"authorization": "Bearer s3cret"}, follow_redirects=False).status_code in (401, 303)


def test_roles_bound_what_is_done(serve: Serve, project: str) -> None:
    """A reader reads and decides nothing, a reviewer decides and sees no log, an admin sees it."""
    client = serve(accounts=True)
    for role in ("reader", "reviewer", "admin"):
        app.add_account(project, role, role, _PASSWORD)
    seen = {}
    for role in ("reader", "reviewer", "admin"):
        client.cookies.clear()
        _sign_in(client, role)
        seen[role] = [client.get(p).status_code for p in ("/", "/review", "/audit")]
    assert seen == {"reader": [200, 403, 403], "reviewer": [200, 200, 403], "admin": [200, 200, 200]}


def test_a_shut_account_is_out_at_once(serve: Serve, project: str) -> None:
    """An account that is shut loses its session with the next request."""
    app.add_account(project, "desk", "reader", _PASSWORD)
    client = serve(accounts=True)
    _sign_in(client, "desk")
    assert client.get("/").status_code == 200
    app.shut_account(project, "desk")
    assert client.get("/", follow_redirects=False).status_code in (401, 303)


def test_guessing_passwords_is_slowed_down(serve: Serve, project: str) -> None:
    """After ten tries in five minutes no more are taken."""
    app.add_account(project, "desk", "reader", _PASSWORD)
    client = serve(accounts=True)
    token = form_token(client, "/sign-in")
    tries = [
        client.post("/sign-in", data={"name": "desk", "secret": f"guess-{n}", "token": token}).status_code
        for n in range(12)
    ]
    assert (tries[:10], tries[10:]) == ([401] * 10, [429] * 2)


def test_signing_in_leads_nowhere_else(serve: Serve, project: str) -> None:
    """An address of another site in the sign-in form is replaced by the first page."""
    app.add_account(project, "desk", "reader", _PASSWORD)
    client = serve(accounts=True)
    answer = _sign_in(client, "desk", to="//evil.example/")
    assert answer.headers["location"] == "/"


def test_a_large_body_is_refused_unread(client: TestClient) -> None:
    """A body that claims more than the limit is answered by 413."""
    headers = {"content-length": "999999999", "content-type": "application/x-www-form-urlencoded"}
    assert client.post("/add", content=b"", headers=headers).status_code == 413


def test_nothing_from_elsewhere_may_run(client: TestClient) -> None:
    """Every answer's policy allows scripts and styles of this server alone, and no frame around it."""
    policy = client.get("/").headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "script-src 'self';" in policy
    assert "frame-ancestors 'none'" in policy


def _sign_in(client: TestClient, name: str, to: str = "/"):  # type: ignore[no-untyped-def]
    token = form_token(client, "/sign-in")
    data = {"name": name, "secret": _PASSWORD, "token": token, "to": to}
    return client.post("/sign-in", data=data, follow_redirects=False)
