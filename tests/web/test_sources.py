"""The sources of a story: who repeats whom, and every number of an outlet's record beside what it counts."""

from __future__ import annotations

import html
import json
import re
from pathlib import Path

import pytest
from starlette.testclient import TestClient
from tests.rendering.fixtures import rich_dossier

from rashomon import app
from rashomon.model.claim import Figure
from rashomon.project.outlet_records import outlet_records
from rashomon.rendering.components.repeats_graph import repeats_graph
from rashomon.rendering.lookup import Lookup
from rashomon.settings import Settings
from rashomon.web.outlet_page import COLUMNS, counts_of, outlet_lines

_TEXT = (
    "A bridge over the Ner fell on Monday evening while two buses were crossing it. At least 27 people were killed, "
    "rescuers of the province said. Divers searched the river through the night, and relatives waited on its bank."
)
_REPORTS = (
    ("Bay Wire", "2025-03-10T06:00:00Z", _TEXT),
    ("Coast Post", "2025-03-10T09:00:00Z", _TEXT.replace("27", "37")),
    ("Coast Post", "2025-03-11T09:00:00Z", "Correction: rescuers of the province put the dead of the bridge over the Ner at 27, not 37."),
)  # fmt: skip


@pytest.fixture(scope="module")
def copied(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project in which one outlet carries another one's text, altered, and then corrects itself."""
    folder = tmp_path_factory.mktemp("copied")
    lines = [{"outlet": o, "published": at, "title": "Bridge over the Ner falls", "text": t} for o, at, t in _REPORTS]
    (folder / "reports.jsonl").write_text("\n".join(json.dumps(line) for line in lines), encoding="utf-8")
    app.init(str(folder / "project.sqlite"))
    app.add(str(folder / "project.sqlite"), [str(folder / "reports.jsonl")], Settings())
    return folder / "project.sqlite"


@pytest.fixture
def project(copied: Path, tmp_path: Path) -> str:
    """A project of this test's own."""
    path = tmp_path / "project.sqlite"
    path.write_bytes(copied.read_bytes())
    return str(path)


def _row(page: str, outlet: str) -> list[str]:
    row = re.search(rf'<th scope="row"><a href="[^"]*">{outlet}</a></th>(.*?)</tr>', page, re.DOTALL)
    assert row is not None
    return [re.sub(r"<[^>]+>", "", cell).strip() for cell in re.findall(r"<td.*?</td>", row[1], re.DOTALL)]


def test_copies_alterations_and_corrections_are_counted(client: TestClient, story: str) -> None:
    """The outlet that copied, altered and corrected has one of each; the one that was copied has none."""
    page = client.get(f"/stories/{story}/sources").text
    assert _row(page, "Coast Post")[:4] == ["2", "1", "1", "1"]
    assert _row(page, "Bay Wire")[:4] == ["1", "0", "0", "0"]


def test_every_number_leads_to_as_many_things(client: TestClient, story: str) -> None:
    """Each number of the table links a list on the page that has as many lines, each with the way to its evidence."""
    page = client.get(f"/stories/{story}/sources").text
    links = re.findall(r'<a href="#(outlet-[0-9a-f]+-\w+)">(\d+)</a>', page)
    assert len(links) > 4
    for anchor, number in links:
        told = page[page.index(f'id="{anchor}"') :]
        items = re.findall(r"<li>(.*?)</li>", told[told.index("<ul>") : told.index("</ul>")], re.DOTALL)
        assert len(items) == int(number)
        for item in items:
            (first, *_) = re.findall(r'href="([^"]+)"', item)
            assert client.get(html.unescape(first)).status_code == 200


def test_a_contradiction_counts_on_both_sides() -> None:
    """Each contradiction between two figures is counted once with the outlet of either, and names both origins' words."""
    dossier = rich_dossier()
    lookup = Lookup(dossier)
    told = [r for r in dossier.relations if r.type == "contradict"]
    records = outlet_records(dossier)
    assert told
    assert counts_of(records)["contradicted"] == 2 * len(told)
    items = [
        i for line in outlet_lines(records, lookup, lambda c: f"/to/{c}", "") for i in line.columns["contradicted"]
    ]
    assert all(
        {a for _, a in item.links} <= {f"/to/{c.id}" for c in dossier.claims if isinstance(c, Figure)} for item in items
    )


def test_the_record_of_a_project_leads_to_its_stories(client: TestClient, story: str) -> None:
    """An outlet's page tells the same numbers, and links the lists of each story."""
    page = client.get("/outlets?name=Coast+Post").text
    links = re.findall(r'href="(/stories/[^"#]+/sources)#(outlet-[^"]+)"', page)
    assert len(links) == 4
    for address, anchor in links:
        assert f'id="{anchor}"' in client.get(address).text
    assert client.get("/outlets?name=Nobody").status_code == 404


def test_no_column_blames(client: TestClient, story: str) -> None:
    """No word of judgement stands in the headings and the captions of the record."""
    words = " ".join(f"{heading} {what}" for _, heading, what in COLUMNS).casefold()
    assert not [w for w in ("error", "mistake", "wrong", "false", "fake", "liar", "unreliable") if w in words]


def test_each_pair_is_drawn_once(project: str, story: str) -> None:
    """The picture draws one line for each outlet and what it repeats, however many reports do."""
    dossier = app.show(project, story, Settings())
    lookup = Lookup(dossier)
    assert dossier.sourcing is not None
    pairs = {(r.source, lookup.outlet(r.report)) for r in dossier.sourcing.repeats}
    assert pairs == {("Bay Wire", "Coast Post")}
    assert str(repeats_graph(lookup)).count('class="edge altered"') == 1
