"""The versions of one page: what an edit did, told beside both texts, with nobody private named."""

from __future__ import annotations

import html
import json
import re
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from rashomon import app
from rashomon.settings import Settings
from rashomon.web.compared_text import compare, edited

_NAME = "Nomvula Dlaminiski"
_FIRST = (
    "A warehouse burned down in Durban on Friday night.\n\nThe fire killed 27 people in Durban, the eThekwini fire department "
    f"said on Saturday. “I ran for my life,” said {_NAME}, a worker.\n\nThe building had stood empty for years."
)
_SECOND = _FIRST.replace("27", "31").replace(f" “I ran for my life,” said {_NAME}, a worker.", "")


@pytest.fixture
def edited_page(project: str, tmp_path: Path) -> tuple[str, str, str]:
    """The story of a page of which the project holds two versions, its earlier report and its later one."""
    ids = []
    for text in (_FIRST, _SECOND):
        line = {"outlet": "Harbour Post", "url": "https://harbour.example/fire", "published": "2025-05-10T06:00:00Z", "title": f"Fire in Durban, {_NAME} flees", "text": text}  # fmt: skip
        (tmp_path / "page.jsonl").write_text(json.dumps(line), encoding="utf-8")
        ids += app.add(project, [str(tmp_path / "page.jsonl")], Settings()).new
    story = next(
        s.id for s in app.stories(project) if ids[1] in {r.id for r in app.show(project, s.id, Settings()).reports}
    )
    return story, ids[0], ids[1]


def test_the_reader_leads_to_the_versions(client: TestClient, edited_page: tuple[str, str, str]) -> None:
    """The newest version links the comparison; the address of an earlier one leads there by itself."""
    story, earlier, later = edited_page
    address = f"/stories/{story}/reports/{later}/versions"
    assert f'href="{address}"' in client.get(f"/stories/{story}/reports/{later}").text
    answer = client.get(f"/stories/{story}/reports/{earlier}", follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, f"/stories/{story}/reports/{earlier}/versions")


def test_a_changed_claim_is_named_between_two_looks(client: TestClient, edited_page: tuple[str, str, str]) -> None:
    """The page says which figure became which, between which instants, and that no notice says so."""
    story, _, later = edited_page
    page = html.unescape(client.get(f"/stories/{story}/reports/{later}/versions").text)
    (change,) = re.findall(r"<li>(27 [^<]*)</li>", page)
    assert "became 31 between" in change
    assert change.endswith("without a note.")
    assert re.search(r'<del class="removed">27</del>', page)
    assert re.search(r'<ins class="added">31</ins>', page)


def test_no_version_names_a_private_person(client: TestClient, edited_page: tuple[str, str, str]) -> None:
    """A name that only the earlier version bears is masked there, in its title too."""
    story, _, later = edited_page
    page = client.get(f"/stories/{story}/reports/{later}/versions").text
    assert "I ran for my life" in page
    assert not [part for part in _NAME.split() if part in page]


def test_a_report_of_one_version_says_so(client: TestClient, project: str, story: str) -> None:
    """A page that was never edited is told as such; a report of another story is not found."""
    report = app.show(project, story, Settings()).reports[0].id
    assert "one version of this page" in client.get(f"/stories/{story}/reports/{report}/versions").text
    assert client.get(f"/stories/{story}/reports/rpt-none/versions").status_code == 404


def test_an_edit_loses_no_word() -> None:
    """Without the marks both texts are whole; without what is marked they are the same words."""
    one, other = "Five died & two <b>fled</b>.\n\nMore soon.", "Six died & two <b>fled</b> home.\n\nMore soon."
    found = edited(one, other)
    for text, paragraphs in ((one, found.one), (other, found.other)):
        bare = re.sub(r"</?(?:del|ins)[^>]*>", "", "\n\n".join(paragraphs))
        assert html.unescape(bare) == text
    kept = [re.sub(r"<(del|ins)[^>]*>.*?</\1>|\s", "", "".join(p)) for p in (found.one, found.other)]
    assert kept[0] == kept[1]


def test_a_number_in_letters_is_lit_as_one() -> None:
    """Between shared passages "twenty-seven" against "thirty-one" is marked as numbers that differ, not as words."""
    text = (
        "Rescuers of the province said that {} people were killed when the bridge over the Ner fell on Monday evening."
    )
    found = compare(text.format("twenty-seven"), text.format("thirty-one"))
    marked = [re.findall(r'<mark class="differs">([^<]*)</mark>', p[0]) for p in (found.one, found.other)]
    assert ["".join(words) for words in marked] == ["twenty-seven", "thirty-one"]
