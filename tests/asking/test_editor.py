"""The editor: which rewordings of the brief are taken, and that no other is."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.asking.conftest import ModelServer

from rashomon import app
from rashomon.model.dossier import Dossier
from rashomon.settings import Settings

TEXT = (
    "Gunmen attacked a market in Maiduguri on Tuesday, killing 15 people, police said. The army accused Boko Haram of the "
    "attack. Twenty people were wounded, a hospital official said. It could not be verified independently."
)


@pytest.fixture
def build(model_server: ModelServer, tmp_path: Path) -> Callable[[Callable[[list[str]], list[str]] | None], Dossier]:
    """Builds the record, its brief edited sentence by sentence as a test says; null builds it without an editor."""
    source = tmp_path / "reports.jsonl"
    source.write_text(json.dumps({"text": TEXT, "published": "2025-03-05", "outlet": "Basin Times"}), "utf-8")

    def built(edit: Callable[[list[str]], list[str]] | None) -> Dossier:
        if edit is None:
            return app.build([str(source)], Settings()).dossiers[0]

        def speak(material: str) -> str:
            new = edit([s["text"] for s in json.loads(material)])
            return json.dumps({"sentences": [{"n": n, "text": text} for n, text in enumerate(new)]})

        model_server.speak = speak
        return app.build([str(source)], Settings(model=model_server.settings(editor=True))).dossiers[0]

    return built


Build = Callable[[Callable[[list[str]], list[str]] | None], Dossier]


def test_a_rewording_that_holds_is_taken(build: Build) -> None:
    """A sentence said otherwise, with its numbers, names and source, takes the place of the old one with its claims."""
    plain = build(None)
    old = plain.brief.headline
    assert "killed" in old.text
    edited = build(lambda told: [t.replace(" killed", " were killed") if t == old.text else t for t in told])
    assert edited.brief.headline.text == old.text.replace(" killed", " were killed")
    assert edited.brief.headline.claims == old.claims
    assert not [i for i in edited.issues if i.code.startswith("editor")]


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (lambda t: t.replace("15", "50"), "numbers"),
        (lambda t: t + " At least 40 more died.", "numbers"),
        (lambda t: t.replace("killed", "massacred"), ""),
        (lambda t: t.replace("killed", "not killed"), "not"),
        (lambda t: "The Taliban did it: " + t, "taliban"),
        (lambda t: "", "empty"),
        (lambda t: t * 9, ""),
        (lambda t: t.replace("killed", "injured"), ""),
    ],
)
def test_a_rewording_that_does_not_hold_is_not_taken(build: Build, change: Callable[[str], str], why: str) -> None:
    """What changes a number, a name, a measure, a "not", judges or runs on is refused; the original stays, with why."""
    plain = build(None)
    edited = build(lambda told: [change(told[0]), *told[1:]])
    assert edited.brief == plain.brief
    (issue,) = [i for i in edited.issues if i.code == "editor_refused"]
    assert why in issue.message.casefold()


def test_a_bad_answer_leaves_the_brief(build: Build, model_server: ModelServer) -> None:
    """An answer that is none leaves the whole brief as it was, with the reason."""
    plain = build(None)
    model_server.body = b"no"
    edited = build(lambda told: told)
    assert edited.brief == plain.brief
    assert [i.code for i in edited.issues if i.code.startswith("editor")] == ["editor_failed"]
