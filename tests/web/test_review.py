"""Decisions from the browser: taken, undone, refused, contested, confirmed by another person."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from msgspec.structs import replace
from starlette.testclient import TestClient
from tests.web.conftest import Serve, form_token

from rashomon import app
from rashomon.app import deciding
from rashomon.model.claim import EventClaim, Responsibility
from rashomon.project.review_queue import review_queue
from rashomon.settings import Settings
from rashomon.web.views import review as queue

_PASSWORD = "correct horse battery"
Post = Callable[..., int]


def _decide(client: TestClient, kind: str, target: str | list[str], **fields: str):  # type: ignore[no-untyped-def]
    data = {"kind": kind, "target": target, "token": form_token(client, "/review"), **fields}
    return client.post("/decisions", data=data, follow_redirects=False)


def _figure(project: str) -> str:
    return next(i.claim for i in app.review(project) if i.kind == "figure")


def _accusation(project: str) -> str:
    return next(i.claim for i in app.review(project) if i.kind == "responsibility")


def _signed_in(serve: Serve, project: str, *names: str) -> list[TestClient]:
    """A browser each, of one server."""
    served = serve(accounts=True).app
    clients = []
    for name in names:
        app.add_account(project, name, "reviewer", _PASSWORD)
        client = TestClient(served, base_url="http://127.0.0.1:8350")
        token = form_token(client, "/sign-in")
        client.post("/sign-in", data={"name": name, "secret": _PASSWORD, "token": token})
        clients.append(client)
    return clients


def test_the_sentence_comes_first(client: TestClient) -> None:
    """On the queue's page the sentence stands before what the machine made of it, and before every button."""
    page = client.get("/review").text
    main = page[page.index('<main id="main">') :]
    assert main.index("<blockquote") < main.index('class="machine"') < main.index("data-key=")


def test_the_number_in_question_is_marked(client: TestClient, project: str) -> None:
    """In the sentence of a figure its own number is marked, of an event what tells it, and nothing else is."""
    items = app.review(project)
    assert {i.kind for i in items if i.words} >= {"figure", "event"}
    for item in items:
        if item.words is None:
            assert item.kind not in ("figure", "event")
            continue
        told = item.sentence[slice(*item.words)]
        assert told == item.number if item.kind == "figure" else re.fullmatch(r"\w[\w -]*", told)
    page = client.get("/review").text
    first = items[0]
    assert first.words is not None
    assert re.findall(r"<blockquote.*<mark>([^<]*)</mark>", page) == [first.sentence[slice(*first.words)]]


def test_who_decides_waits_for_no_story(client: TestClient, project: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """After a decision, and after its undoing, the queue's page comes without a story that is composed anew."""
    first, second = [i.claim for i in app.review(project)[:2]]
    token = form_token(client, "/review")
    monkeypatch.setattr(app, "make_lines", lambda *_args, **_given: 0)
    monkeypatch.setattr(deciding, "kept_story_dossier", None)
    answer = client.post("/decisions", data={"kind": "reject", "target": first, "token": token})
    assert f'data-claim="{second}"' in answer.text
    assert first not in client.get("/review/ahead").text
    undo = re.search(r'name="decision" value="(dec-[0-9a-f]+)"', answer.text)
    assert undo is not None
    answer = client.post("/decisions/undo", data={"decision": undo[1], "token": token})
    assert f'data-claim="{first}"' in answer.text


def test_the_queue_ends_without_script(client: TestClient, project: str) -> None:
    """Form by form each claim of the queue is decided once, until nothing waits in the record as it stands."""
    token = form_token(client, "/review")
    page, seen = client.get("/review").text, []
    while (asked := re.search(r'data-claim="([^"]+)"', page)) is not None:
        assert asked[1] not in seen
        seen.append(asked[1])
        data = {"kind": "reject", "target": asked[1], "token": token, "why": "misread"}
        page = client.post("/decisions", data=data).text
    assert "Nothing waits for a decision" in page
    assert app.review(project) == []


@pytest.mark.parametrize(
    ("kind", "fields"),
    [("accept", {}), ("reject", {"why": "misread"}), ("correct", {"value": "31"}), ("recommend", {}), ("note", {"why": "?"})],
)  # fmt: skip
def test_each_decision_on_a_claim_is_taken(client: TestClient, project: str, kind: str, fields: dict[str, str]) -> None:
    """A form of the queue takes its decision on its claim under the person's name."""
    claim = _figure(project)
    assert _decide(client, kind, claim, **fields).status_code == 303
    (taken,) = app.decisions(project)
    assert (taken.kind, taken.targets, taken.why) == (kind, (claim,), fields.get("why", ""))
    assert (taken.correction is not None and taken.correction.value == 31) == (kind == "correct")


def test_a_rejected_claim_leaves_the_record_and_comes_back(client: TestClient, project: str) -> None:
    """A rejected figure is gone from its story's figures, and undoing that gives the former page again."""
    item = next(i for i in app.review(project) if i.kind == "figure")
    before = client.get(f"/stories/{item.story}/figures").text
    assert f"#{item.claim}" in before
    answer = _decide(client, "reject", item.claim)
    rejected = client.get(f"/stories/{item.story}/figures").text
    assert f"#{item.claim}" not in rejected
    last = re.search(r"last=(dec-[0-9a-f]+)", answer.headers["location"])
    assert last is not None
    token = form_token(client)
    client.post("/decisions/undo", data={"decision": last[1], "token": token})
    assert _body(client.get(f"/stories/{item.story}/figures").text) == _body(before)


def _body(page: str) -> str:
    return page[page.index('<div id="dossier">') :]


def test_what_was_skipped_stays_skipped(client: TestClient, project: str) -> None:
    """A decision on one claim does not bring back those that were skipped before it."""
    first, second = [i.claim for i in app.review(project)[:2]]
    answer = _decide(client, "reject", second, skip=first)
    page = client.get(answer.headers["location"]).text
    assert f'name="target" value="{first}"' not in page
    assert f'name="skip" value="{first}"' in page


def test_what_was_skipped_hides_nothing_behind_it(
    client: TestClient, project: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where more was skipped than the queue looks at, the next thing is still shown."""
    monkeypatch.setattr(queue, "_QUEUE", 2)
    items = [i.claim for i in app.review(project)]
    page = client.get("/review?" + "&".join(f"skip={claim}" for claim in items[:5])).text
    assert f'name="target" value="{items[5]}"' in page


def test_what_many_say_waits_behind_the_rest(project: str) -> None:
    """Of the claims of one kind behind a sentence of the brief three have its weight, the others come last."""
    story = app.stories(project)[0].id
    dossier = app.show(project, story, Settings())
    headline = dossier.brief.headline
    told = next(c for c in dossier.claims if isinstance(c, EventClaim))
    more = tuple(replace(told, id=f"event-{n:016}") for n in range(9))
    crowded = replace(
        dossier,
        claims=(*dossier.claims, *more),
        excerpts=(*dossier.excerpts, *(replace(dossier.excerpts[0], claim=c.id) for c in more)),
        brief=replace(dossier.brief, headline=replace(headline, claims=tuple(c.id for c in more))),
    )
    ranks = [i.reason for i in review_queue(crowded, ()) if i.claim in {c.id for c in more}]
    assert ranks == ["stands in the headline"] * 3 + ["says what others say too"] * 6


def test_a_wrong_correction_is_told(client: TestClient, project: str) -> None:
    """A correction that is no number, and one that says nothing, change nothing and are told in plain words."""
    claim = _figure(project)
    assert [_decide(client, "correct", claim, **f).status_code for f in ({"value": "many"}, {})] == [400, 400]
    assert app.decisions(project) == []


def test_two_persons_do_not_overwrite_each_other(serve: Serve, project: str) -> None:
    """The second of two decisions made from one state of a claim is refused, shown the first, and may then replace it."""
    one, other = _signed_in(serve, project, "anna", "boris")
    claim = _figure(project)
    assert _decide(one, "reject", claim, why="It is of last year").status_code == 303
    refused = _decide(other, "accept", claim)
    assert refused.status_code == 409
    assert "anna" in refused.text
    assert "It is of last year" in refused.text
    assert [d.kind for d in app.decisions(project)] == ["reject"]
    fields = dict(re.findall(r'name="(\w+)" value="([^"]*)"', refused.text[refused.text.index('class="decide"') :]))
    assert other.post("/decisions", data=fields, follow_redirects=False).status_code == 303
    assert [d.kind for d in app.decisions(project)] == ["reject", "accept"]


def test_an_older_decision_on_the_same_page_is_no_conflict(client: TestClient, project: str) -> None:
    """A person who saw a decision may take another one in its place without being stopped."""
    claim = _figure(project)
    first = _decide(client, "reject", claim)
    seen = first.headers["location"].rpartition("last=")[2]
    assert _decide(client, "accept", claim, seen=seen).status_code == 303


def test_an_accusation_needs_a_reason(client: TestClient, project: str) -> None:
    """Saying who did it without a reason is refused, with one it is taken where nobody signs in."""
    claim = _accusation(project)
    assert _decide(client, "accept", claim).status_code == 400
    assert _decide(client, "accept", claim, why="Both sides say so").status_code == 303


@pytest.mark.parametrize("kind", ["accept", "unmask"])
def test_what_can_harm_needs_two_persons(serve: Serve, project: str, kind: str) -> None:
    """Where persons sign in, one proposes, cannot confirm it, another one does, and it stands under both names."""
    one, other = _signed_in(serve, project, "anna", "boris")
    target = _accusation(project) if kind == "accept" else "Somebody Unheard"
    assert _decide(one, kind, target, why="Conceded in court").status_code == 303
    assert app.decisions(project) == []
    (waiting,) = app.proposals(project)
    answers = [
        c.post("/decisions/confirm", data={"proposal": waiting.id, "answer": "confirm", "token": form_token(c)})
        for c in (one, other)
    ]
    assert [a.status_code for a in answers] == [400, 200]
    (taken,) = app.decisions(project)
    assert (taken.targets, taken.by, taken.why) == ((target,), "anna and boris", "Conceded in court")
    assert app.proposals(project) == []


def test_a_proposal_stands_once(serve: Serve, project: str) -> None:
    """Proposing the same again changes nothing, and another person who proposes it is told to confirm it."""
    one, other = _signed_in(serve, project, "anna", "boris")
    claim = _accusation(project)
    for _ in range(2):
        _decide(one, "accept", claim, why="Conceded in court")
    refused = _decide(other, "accept", claim, why="Conceded in court")
    assert (refused.status_code, "anna proposed this already" in refused.text) == (400, True)
    assert [p.by for p in app.proposals(project)] == ["anna"]


def test_a_proposal_leaves_the_queue_until_it_is_declined(serve: Serve, project: str) -> None:
    """A proposed claim is asked of nobody in the queue, and again once another person declined it."""
    one, other = _signed_in(serve, project, "anna", "boris")
    claim = _accusation(project)
    _decide(one, "accept", claim, why="Conceded in court")
    page = other.get("/review").text
    assert "Conceded in court" in page
    assert f'name="target" value="{claim}"' not in page
    (waiting,) = app.proposals(project)
    other.post("/decisions/confirm", data={"proposal": waiting.id, "answer": "decline", "token": form_token(other)})
    assert (app.proposals(project), app.decisions(project)) == ([], [])


def test_no_name_that_is_to_be_printed_stands_in_the_log(serve: Serve, project: str) -> None:
    """A proposal to print a name shows the name neither in the queue nor in the log."""
    (one,) = _signed_in(serve, project, "anna")
    app.add_account(project, "head", "admin", _PASSWORD)
    _decide(one, "unmask", "Somebody Unheard", why="A public figure")
    assert "Unheard" not in one.get("/review").text
    assert all("Unheard" not in line.target for line in app.audit_log(project))


def test_the_record_view_signs_and_grades(client: TestClient, project: str, story: str) -> None:
    """From a story's Record view a root is graded and the review signed, and both can be undone there."""
    page = client.get(f"/stories/{story}/record").text
    root = re.search(r'name="target" required><option value="">choose</option><option>([^<]+)<', page)
    assert root is not None
    back = f"/stories/{story}/record"
    assert _decide(client, "grade_root", root[1], grade="B", back=back).headers["location"].startswith(back)
    _decide(client, "review", story, back=back)
    signed = client.get(back).text
    assert "Reviewed by" in signed
    assert signed.count('formaction="/decisions/undo"') + signed.count('name="decision"') == 2


def test_the_record_view_groups(client: TestClient, project: str, story: str) -> None:
    """Reports taken out of a story in its Record view are a story of their own, and come back on undo."""
    reports = app.show(project, story, Settings()).reports
    assert len(reports) > 1
    count = len(app.stories(project))
    answer = _decide(client, "split_stories", [reports[-1].id], back=f"/stories/{story}/record")
    assert answer.status_code == 303
    assert len(app.stories(project)) == count + 1
    client.post("/decisions/undo", data={"decision": app.decisions(project)[-1].id, "token": form_token(client)})
    assert len(app.stories(project)) == count


def test_a_reader_is_offered_no_decision(serve: Serve, project: str, story: str) -> None:
    """Who may only read sees the Record view without its forms."""
    app.add_account(project, "guest", "reader", _PASSWORD)
    client = serve(accounts=True)
    token = form_token(client, "/sign-in")
    client.post("/sign-in", data={"name": "guest", "secret": _PASSWORD, "token": token})
    assert 'id="decide"' not in client.get(f"/stories/{story}/record").text


def test_a_story_accuses_somebody(project: str) -> None:
    """The project of these tests holds an accusation, without which some of them would show nothing."""
    assert any(isinstance(c, Responsibility) for s in app.stories(project) for c in app.show(project, s.id, Settings()).claims)  # fmt: skip
