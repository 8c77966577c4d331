"""Every kind of decision that a project knows, taken from the browser's own forms and taken back."""

from __future__ import annotations

import datetime as dt
import json
import re
from pathlib import Path
from typing import get_args

import pytest
from starlette.testclient import TestClient
from tests.web.conftest import form_token

from rashomon import app
from rashomon.model.claim import EventClaim, Figure
from rashomon.model.decision import DecisionKind
from rashomon.model.dossier import Dossier
from rashomon.settings import Settings

_BRIDGE = (
    "A bridge over the Ner near Lodz fell on Monday evening while two buses were crossing it. At least 27 people were killed, "
    "rescuers of the province said. Divers searched the river through the night, and relatives waited on its bank."
)
_REPORTS = (
    ("Bay Wire", "2025-03-10T06:00:00Z", "Bridge near Lodz falls", _BRIDGE),
    ("Coast Post", "2025-03-10T09:00:00Z", "Bridge near Lodz falls", _BRIDGE),
    ("Hill Times", "2025-03-10T12:00:00Z", "Toll of fallen bridge near Lodz at 29",
     "Police in Lodz said on Tuesday that 29 people were killed when the bridge over the Ner fell on Monday evening. Protesters clashed "
     "with police in Lodz on Tuesday. An explosion damaged a warehouse in Lodz on Sunday."),
    ("Vale News", "2025-03-11T18:00:00Z", "Clashes in Lodz after bridge over the Ner falls",
     "Protesters clashed with police in Lodz on Tuesday, a day after the bridge over the Ner near Lodz fell while two buses were crossing it."),
    ("Dune Daily", "2025-06-01T12:00:00Z", "Market burns in Bamako", "A fire destroyed a market in Bamako on Sunday, killing 4 people, officials said."),
)  # fmt: skip


@pytest.fixture(scope="module")
def decided(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project of two stories, one of them with copies, a rival count and several events."""
    folder = tmp_path_factory.mktemp("decided")
    lines = [{"outlet": o, "published": at, "title": title, "text": text} for o, at, title, text in _REPORTS]
    (folder / "reports.jsonl").write_text("\n".join(json.dumps(line) for line in lines), encoding="utf-8")
    app.init(str(folder / "project.sqlite"))
    app.add(str(folder / "project.sqlite"), [str(folder / "reports.jsonl")], Settings())
    return folder / "project.sqlite"


@pytest.fixture
def project(decided: Path, tmp_path: Path) -> str:
    """A project of this test's own."""
    path = tmp_path / "project.sqlite"
    path.write_bytes(decided.read_bytes())
    return str(path)


def _bridge(project: str) -> str:
    return max(app.stories(project), key=lambda s: s.reports).id


@pytest.fixture(scope="module")
def bridge(decided: Path) -> Dossier:
    """The dossier of the bridge's story before anything was decided."""
    return app.show(str(decided), _bridge(str(decided)), Settings())


def _targets(project: str, dossier: Dossier, kind: str) -> list[str]:
    """What a decision of this kind is about, as the forms name it."""
    reports = {r.outlet: r.id for r in dossier.reports}
    other = next((s.id for s in app.stories(project) if s.id != dossier.story), "")
    events = [c.id for c in dossier.claims if isinstance(c, EventClaim)]
    figure = next(c.id for c in dossier.claims if isinstance(c, Figure) and c.report == reports["Hill Times"])
    return {
        "merge_copies": [reports["Bay Wire"], reports["Hill Times"]],
        "split_copies": [reports["Coast Post"]],
        "merge_stories": [reports["Bay Wire"], other],
        "split_stories": [reports["Hill Times"]],
        "merge_events": [events[0], events[-1]],
        "split_events": [events[0]],
        "grade_root": [dossier.roots[0].name],
        "review": [dossier.story],
        "unmask": ["Somebody Unheard"],
    }.get(kind, [figure])


_FIELDS = {
    "correct": {"value": "28"},
    "grade_root": {"grade": "B"},
    "unmask": {"why": "Held an office"},
    "note": {"why": "Ask the desk"},
}
_KINDS = [k for k in get_args(DecisionKind) if k != "undo"]


def _send(client: TestClient, kind: str, targets: list[str], **fields: str):  # type: ignore[no-untyped-def]
    data = {"kind": kind, "target": targets, "token": form_token(client), **fields}
    return client.post("/decisions", data=data, follow_redirects=False)


@pytest.mark.parametrize("kind", _KINDS)
def test_each_kind_is_taken_and_taken_back(client: TestClient, project: str, bridge: Dossier, kind: str) -> None:
    """A form takes the decision under the person's name, it is in force, and undoing it leaves none in force."""
    targets = _targets(project, bridge, kind)
    assert _send(client, kind, targets, **_FIELDS.get(kind, {})).status_code == 303
    (taken,) = app.decisions(project)
    assert (taken.kind, taken.by != "") == (kind, True)
    assert app.decision_states(project) == {} or set(app.decision_states(project).values()) <= {"waits"}
    client.post("/decisions/undo", data={"decision": taken.id, "token": form_token(client)})
    assert app.decision_states(project)[taken.id] == "undone"


@pytest.mark.parametrize("kind", _KINDS)
def test_two_decisions_on_one_thing_are_not_silently_replaced(
    client: TestClient, project: str, bridge: Dossier, kind: str
) -> None:
    """A form made before somebody else decided the same is answered by both decisions, and changes nothing by itself."""
    targets, fields = _targets(project, bridge, kind), _FIELDS.get(kind, {})
    named = [t.replace("story-", "rpt-") if kind == "merge_stories" else t for t in targets]
    app.decide(project, kind, named, by="anna", why="Seen first", **_given(kind))  # type: ignore[arg-type]
    answer = _send(client, kind, targets, seen="", **fields)
    # Notes stand beside each other, and a name is printed or not: nobody's decision is replaced.
    expected = 303 if kind in ("note", "unmask") else 409
    assert answer.status_code == expected
    if expected == 409:
        assert "anna" in answer.text
        assert "Seen first" in answer.text
        assert len(app.decisions(project)) == 1


def _given(kind: str) -> dict[str, object]:
    if kind == "correct":
        return {"correction": app.read_correction({"value": "31"})}
    return {"grade": "C"} if kind == "grade_root" else {}


@pytest.mark.parametrize(
    ("field", "value", "found"),
    [
        ("value", "28", lambda f: f.value == 28),
        ("low", "28", lambda f: f.low == 28),
        ("measure", "injured", lambda f: f.measure == "injured"),
        ("population", "civilians", lambda f: f.population.category == "civilians"),
        ("realis", "feared", lambda f: f.realis == "feared"),
        ("root", "Lodz fire brigade", lambda f: "fire brigade" in (f.attribution.origin or "")),
        ("place", "Bamako", lambda f: f.place.name == "Bamako"),
        ("start_date", "2025-03-09", lambda f: f.when.start_date == dt.date(2025, 3, 9)),
    ],
)
def test_each_side_of_a_figure_can_be_corrected(
    client: TestClient, project: str, bridge: Dossier, field: str, value: str, found
) -> None:  # type: ignore[no-untyped-def]
    """Value, bound, scope, root, place and date: what the form says is what the record says from then on."""
    (claim,) = _targets(project, bridge, "correct")
    assert _send(client, "correct", [claim], **{field: value}).status_code == 303
    figure = next(c for c in app.show(project, _bridge(project), Settings()).claims if c.id == claim)
    assert found(figure)


def test_groups_change_as_they_are_told(client: TestClient, project: str, bridge: Dossier) -> None:
    """Stories joined are one story, a report taken out of its copies is none, and joined events are one."""
    count = len(app.stories(project))
    _send(client, "merge_stories", _targets(project, bridge, "merge_stories"))
    assert len(app.stories(project)) == count - 1
    copied = next(r.id for r in _dossier(project).reports if r.outlet == "Coast Post")
    _send(client, "split_copies", [copied])
    assert (copied,) in [g.reports for g in _dossier(project).copy_groups]
    events = _dossier(project).events
    _send(client, "merge_events", _targets(project, bridge, "merge_events"))
    assert len(_dossier(project).events) == len(events) - 1


def _dossier(project: str):  # type: ignore[no-untyped-def]
    return app.show(project, _bridge(project), Settings())


def test_the_forms_offer_every_kind(client: TestClient, project: str) -> None:
    """The queue and a story's Record view have a button or a form for each kind of decision."""
    waiting = app.review(project)
    others = [("skip", item.claim) for item in waiting if item.kind != "figure"]
    pages = client.get("/review", params=others).text + client.get(f"/stories/{_bridge(project)}/record").text
    assert set(re.findall(r'name="kind" value="(\w+)"', pages)) == set(_KINDS)
