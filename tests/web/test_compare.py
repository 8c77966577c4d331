"""Two reports side by side."""

from __future__ import annotations

import re

from starlette.testclient import TestClient

from rashomon import app
from rashomon.settings import Settings
from rashomon.web.compared_text import compare

_ONE = "Rescuers of the province said that at least 27 people were killed when the bridge over the Ner fell on Monday evening."


def _marks(text: str, kind: str) -> list[str]:
    return re.findall(rf'<mark class="{kind}">([^<]*)</mark>', text)


def test_a_number_that_differs_is_lit() -> None:
    """Between shared passages an altered number is marked as such in both texts, and nothing else is."""
    found = compare(_ONE, _ONE.replace("27", "31"))
    assert [_marks(t[0], "differs") for t in (found.one, found.other)] == [["27"], ["31"]]
    assert _marks(found.one[0], "altered") == []


def test_an_altered_word_is_lit() -> None:
    """A word put in the place of another one between shared passages is marked in both texts."""
    found = compare(_ONE, _ONE.replace("killed", "hurt"))
    assert [_marks(t[0], "altered") for t in (found.one, found.other)] == [["killed"], ["hurt"]]


def test_strangers_share_nothing() -> None:
    """Two texts with no run of words in common are marked nowhere."""
    found = compare(_ONE, "Nobody was at home in the village, its mayor told reporters.")
    assert (found.shared, "<mark" in "".join([*found.one, *found.other])) == (0.0, False)


def test_no_text_is_lost_or_run() -> None:
    """All words of both texts stay, and what looks like markup in them is text."""
    text = "<b>One</b> & two three four five six seven eight.\n\nNext."
    found = compare(text, text)
    assert re.sub(r"</?mark[^>]*>", "", "\n\n".join(found.one)) == "&lt;b&gt;One&lt;/b&gt; &amp; two three four five six seven eight.\n\nNext."  # fmt: skip


def test_two_reports_of_a_story_stand_side_by_side(client: TestClient, project: str, story: str) -> None:
    """Two reports of a story are shown together, each with a link to the reader; one that is not there is told."""
    one, other = [r.id for r in app.show(project, story, Settings()).reports][:2]
    page = client.get(f"/stories/{story}/compare", params={"one": one, "other": other})
    assert page.status_code == 200
    assert all(f"/reports/{r}" in page.text for r in (one, other))
    assert client.get(f"/stories/{story}/compare", params={"one": one, "other": "rpt-0"}).status_code == 404
