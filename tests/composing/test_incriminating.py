"""Nobody is tried in a brief."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from rashomon import app
from rashomon.settings import Settings

SAID = "Police chief Dana Whitlow said: “{quote}”"
STORY = (
    "A teenager was shot dead in Macon, Georgia, on Friday, police said. The victim was 15. {said} "
    "Officers searched two houses in the area."
)


@pytest.mark.parametrize(
    ("quote", "printed"),
    [
        ("She was reckless with the gun, so we have to charge her with manslaughter.", False),
        ("The suspect confessed to the killing of the boy.", False),
        ("We are looking for anyone who saw a grey car near the park.", True),
    ],
)
def test_a_quote_that_tries_a_person_stays_out(tmp_path: Path, quote: str, printed: bool) -> None:
    """A quotation that lays a crime at a person's door stands in no generated line; another does."""
    report = {"text": STORY.format(said=SAID.format(quote=quote)), "outlet": "Ocmulgee News", "published": "2025-03-07"}
    (tmp_path / "r.jsonl").write_text(json.dumps(report) + "\n", encoding="utf-8")
    dossier = json.loads(app.build([str(tmp_path)], Settings(story="one")).files["dossier.json"])
    brief = dossier["brief"]
    lines = [s["text"] for p in brief["paragraphs"] for s in p] + [s["text"] for s in dossier["statements"]]
    assert any(quote[:20] in line for line in lines) == printed
