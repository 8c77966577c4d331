"""Taking a story along: every format is offered, its file is that of the command line, its losses are told."""

from __future__ import annotations

import re

from starlette.testclient import TestClient

from rashomon import app
from rashomon.settings import Settings


def test_every_format_is_offered_and_its_file_comes(client: TestClient, project: str, story: str) -> None:
    """Each link of the list gives the file that `rashomon export` writes, as of the instant that the page shows."""
    listed = client.get(f"/stories/{story}/exports").text
    links = re.findall(r'href="(/api/v1/stories/[^"]+/exports/[^"]+)" download', listed)
    assert [x.rpartition("/")[2] for x in links] == [f.name for f in app.formats() if f.name != "corrections"]
    (acled,) = [x for x in links if x.endswith("/acled")]
    made = app.export("acled", [project], Settings(story=story))
    assert client.get(acled).content == made.files["acled.csv"]
    earlier = client.get(f"/stories/{story}/exports?as_of=2025-03-07T23:59:59Z").text
    assert "/exports/acled?as_of=2025-03-07" in earlier


def test_what_a_format_leaves_out_is_told(client: TestClient, story: str) -> None:
    """The page tells what the format cannot carry, and the records left out by reason; an unknown one is not there."""
    told = client.get(f"/stories/{story}/exports?lost=acled").text
    assert "What acled cannot carry" in told
    assert "Injured, displaced, missing" in told
    assert client.get(f"/stories/{story}/exports?lost=poem").status_code == 404
