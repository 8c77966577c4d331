"""Who said what, a page at a time."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from starlette.testclient import TestClient
from tests.rendering.fixtures import rich_dossier

from rashomon.errors import NotFoundError
from rashomon.rendering.components.evidence import Notes
from rashomon.rendering.lookup import Lookup
from rashomon.web.views import voices


def _many(speakers: int, statements: int) -> Lookup:
    """A story in which so many speakers say so much each, all of it resting on one sentence."""
    dossier = rich_dossier()
    line = dossier.statements[0]
    said = [
        replace(line, speaker=f"Speaker {who}", organisation=None, text=f"Speaker {who} said {n}.")
        for who in range(speakers)
        for n in range(statements)
    ]
    return Lookup(replace(dossier, statements=tuple(said)))


def test_every_speaker_stands_on_one_page() -> None:
    """The pages that lead to each other show all speakers, each once, with their first statements."""
    lookup = _many(90, 6)
    shown: list[str] = []
    first, more = 0, True
    while more:
        told = voices.told_by(lookup, Notes(lookup), {"first": str(first)})
        assert all((len(v.said), v.every) == (4, 6) for v in told.voices)
        shown += [v.who for v in told.voices]
        first, more = first + told.step, told.more
    assert shown == [f"Speaker {n}" for n in range(90)]


def test_all_that_one_speaker_said_stands_on_that_speakers_pages() -> None:
    """A speaker's own pages hold each of the statements once, in their order."""
    lookup = _many(2, 130)
    texts: list[str] = []
    first, more = 0, True
    while more:
        told = voices.told_by(lookup, Notes(lookup), {"speaker": "Speaker 1", "first": str(first)})
        texts += [line.text for line in told.voices[0].said]
        first, more = first + told.step, told.more
    assert texts == [f"Speaker 1 said {n}." for n in range(130)]


def test_a_page_grows_with_its_speakers_not_with_what_they_said() -> None:
    """A story with a hundred times the statements cites no more notes on the page of its speakers."""
    few, many = Notes(lookup := _many(50, 1)), Notes(longer := _many(50, 100))
    voices.told_by(lookup, few, {})
    voices.told_by(longer, many, {})
    assert len(many.all()) <= len(few.all())


@pytest.mark.parametrize("asked", [{}, {"first": "40"}, {"speaker": "Speaker 3"}])
def test_the_notes_of_a_page_are_cited_again_in_their_order(asked: dict[str, str]) -> None:
    """The evidence of an address has the notes of the page at that address, by the same numbers."""
    lookup = Lookup(rich_dossier()) if not asked else _many(60, 3)
    page, again = Notes(lookup), Notes(lookup)
    voices.told_by(lookup, page, asked)
    found = voices.cite(lookup, again, asked)
    assert found == asked
    assert [n.claims for n in again.all()][: len(page.all())] == [n.claims for n in page.all()]


def test_nobody_of_that_name_is_not_found(client: TestClient, story: str) -> None:
    """A speaker whom the story does not know gets "not found"; a number that is none, the first page."""
    assert client.get(f"/stories/{story}/voices?speaker=Nobody").status_code == 404
    assert client.get(f"/stories/{story}/voices?first=x").text == client.get(f"/stories/{story}/voices").text
    with pytest.raises(NotFoundError):
        voices.told_by(_many(1, 1), Notes(_many(1, 1)), {"speaker": "Nobody"})
