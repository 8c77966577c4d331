"""The page as text: self-contained, escaped, every number with its evidence, nothing empty."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.rendering.fixtures import rich_dossier, tiny_dossier

from rashomon.model.brief import Brief, Sentence
from rashomon.model.claim import Figure
from rashomon.model.dossier import Dossier
from rashomon.rendering.html_page import render_html
from rashomon.rendering.index_page import render_index_html
from rashomon.rendering.markdown_text import escape
from rashomon.rendering.plain_text import cell, web_address

HOSTILE = '"><script>alert(1)</script><img src=x onerror=alert(2)>{{7*7}}\u202e\x00</title></style>'


class Page(HTMLParser):
    """Collects the tags, ids and links of a page."""

    def __init__(self, content: bytes) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.attributes: set[str] = set()
        self.feed(content.decode("utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep what the tests ask for."""
        self.tags.append(tag)
        self.attributes.update(name for name, _ in attrs)
        for name, value in attrs:
            if name == "id" and value:
                self.ids.append(value)
            if name == "href" and value:
                self.links.append(value)


@pytest.fixture(scope="module")
def html() -> str:
    """The rich dossier's page."""
    return render_html(rich_dossier()).decode("utf-8")


def hostile(value: object) -> object:
    """A tree of built-in values with every free text made hostile."""
    if isinstance(value, dict):
        kept = ("kind", "type", "id", "claim", "claims", "report", "reports", "code", "severity", "series", "published")
        free = (
            "text",
            "title",
            "outlet",
            "agency",
            "group",
            "reason",
            "settle",
            "message",
            "suggestion",
            "holder",
            "what",
            "calculation",
            "url",
            "speaker",
            "organisation",
            "name",
            "as_of",
            "origin",
            "by",
        )
        out = {}
        for key, inner in value.items():
            if key in kept:
                out[key] = inner
            elif key in free and isinstance(inner, str):
                out[key] = HOSTILE
            else:
                out[key] = hostile(inner)
        return out
    if isinstance(value, list | tuple):
        return [hostile(v) for v in value]
    return value


def test_nothing_is_loaded_from_elsewhere(html: str) -> None:
    """The page has no tag or attribute that loads anything; its policy allows its own style and script only."""
    page = Page(html.encode())
    assert not {"link", "img", "iframe", "object", "embed", "base", "form", "video", "audio"} & set(page.tags)
    assert not {"src", "srcset", "style", "onclick", "onload", "background", "action"} & page.attributes
    assert "url(" not in html
    assert "@import" not in html
    assert "default-src 'none'; style-src 'sha256-" in html


def test_every_inner_link_leads_somewhere(html: str) -> None:
    """Every link inside the page has its target, and no id stands twice."""
    page = Page(html.encode())
    targets = {link[1:] for link in page.links if link.startswith("#")}
    assert targets <= set(page.ids)
    assert len(page.ids) == len(set(page.ids))


def test_numbers_of_the_brief_lead_to_their_words(html: str) -> None:
    """A number in the brief is a link to the marked words in the evidence."""
    assert '<a class="num" href="#f-26">26</a>' in html
    assert re.search(r'<mark id="f-26"[^>]*>26</mark>', html)
    assert '<a class="num" href="#f-6">six</a>' in html


def test_a_day_is_not_a_figure() -> None:
    """A number that belongs to a date is no link, even where a figure has the same number."""
    text = "At least 26 civilians were killed from 26 to 29 March, or by 26 March."
    brief = Brief(headline=Sentence(text=text, claims=("f-26",)), key_points=(), paragraphs=())
    html = render_html(rich_dossier(brief=brief)).decode("utf-8")
    assert html.count('<a class="num" href="#f-26">26</a>') == 2  # the headline's first and the table's


def test_top_line(html: str) -> None:
    """The top says as-of, that nobody reviewed it, what was read and not, and what is not known."""
    top = html[html.index("<header") : html.index("</header>")]
    for words in (
        "6 March 2027, 20:40 UTC",
        "Machine-made, not reviewed",
        "6 reports read",
        "1 report not read (Arabic",
        "not known",
    ):
        assert words in top


def test_open_tops_stay_open(html: str) -> None:
    """An open range reads "or more"; a ceiling stands apart and sets no range."""
    assert "21,400 or more" in html
    assert "ceiling only: up to 50" in html


def test_whole_reports_only_where_the_dossier_carries_them() -> None:
    """Whole texts stand on the page only where the dossier was made with them, escaped, with their outlet."""
    html = render_html(tiny_dossier(full_texts={"rpt-only": "One line.\n<b>Another</b> line."})).decode("utf-8")
    assert "&lt;b&gt;Another&lt;/b&gt; line." in html
    assert 'href="#texts"' in html
    assert 'id="texts"' not in render_html(tiny_dossier()).decode("utf-8")


def test_masked_names_are_told_by_role() -> None:
    """An origin whose name is masked stands as a person quoted in the report."""
    dossier = rich_dossier()
    masked = tuple(
        msgspec.structs.replace(c, attribution=msgspec.structs.replace(c.attribution, origin=None, text="████ ██████"))
        if isinstance(c, Figure) and c.id == "f-6" and c.attribution
        else c
        for c in dossier.claims
    )
    html = render_html(msgspec.structs.replace(dossier, claims=masked)).decode("utf-8")
    assert "a person quoted in the report" in html
    assert "████" not in html


def test_the_smallest_dossier_has_no_empty_part() -> None:
    """A dossier that knows one event has no heading without content."""
    html = render_html(tiny_dossier()).decode("utf-8")
    headings = re.findall(r"<h2[^>]*>([^<]*)<", html)
    assert headings == ["Not known", "Sources", "Evidence"]


def test_hostile_text_stays_text() -> None:
    """No text of a report, title, outlet, name or address becomes markup, script, or a link."""
    dossier = msgspec.convert(hostile(msgspec.to_builtins(rich_dossier())), Dossier)
    for html in (render_html(dossier).decode("utf-8"), render_index_html([dossier, dossier]).decode("utf-8")):
        page = Page(html.encode())
        assert page.tags.count("script") == 1
        assert "img" not in page.tags
        assert "onerror" not in page.attributes
        assert "\x00" not in html
        assert "\u202e" not in html
        assert "49" not in html or "{{7*7}}" in html
        assert not [link for link in page.links if not link.startswith(("#", "https://news.example/", "st-"))]


@given(st.text(max_size=200))
@settings(max_examples=60, deadline=None)
def test_any_headline_renders(text: str) -> None:
    """Any Unicode text is a headline that renders, escaped."""
    sentence = Sentence(text=text, claims=("evc-bus",))
    brief = Brief(headline=sentence, key_points=(sentence,), paragraphs=((sentence,),))
    html = render_html(tiny_dossier(brief=brief, title=text)).decode("utf-8")
    assert Page(html.encode()).tags.count("script") == 1


@given(st.text(max_size=60))
def test_no_cell_is_a_formula(text: str) -> None:
    """A CSV cell never starts with what a spreadsheet runs, and has no line break."""
    written = cell(text)
    assert not written.startswith(("=", "+", "-", "@", "\t", "\r"))
    assert "\n" not in written


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:text/html,x", "http:///x", "//a.example/", "file:///x", " https://a.b", ""]
)
def test_only_web_addresses_become_links(url: str) -> None:
    """Anything but a plain http or https address is no link."""
    assert web_address(url) is None


def test_markdown_escapes_its_own_signs() -> None:
    """Text in the brief cannot make headings, links, lists, emphasis or HTML."""
    assert escape("# a [b](c) <i> *d* `e`") == r"\# a \[b\](c) \<i\> \*d\* \`e\`"
    assert escape("- a") == r"\- a"
    assert escape("1. a") == r"1\. a"


def test_a_large_dossier_renders_in_time() -> None:
    """Ten thousand issues and statements render, and the page shows the first of each."""
    dossier = rich_dossier()
    many = msgspec.structs.replace(dossier, issues=dossier.issues * 3000, statements=dossier.statements * 2000)
    assert b"more" in render_html(many)
