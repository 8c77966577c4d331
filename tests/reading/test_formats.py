"""Markdown and HTML, and how a format is told."""

from __future__ import annotations

import pytest
from tests.reading.page_reading import read_page, words_of

from rashomon.reading.formats import format_of

BODY = "At least six villagers died when the dam above the plain gave way on Monday, the water ministry said."
SECOND = "Crews were searching the lower fields for four others who had been missing since the early morning."

MARKDOWN = f"""---
title: Dam fails above the plain
date: 2025-06-03
source: The Example
---

# Dam fails above the plain

By Staff Writer

{BODY}

## Search goes on

{SECOND}
"""

HTML = f"""<!DOCTYPE html><html lang="en"><head><title>Dam fails above the plain | The Example</title>
<meta property="og:title" content="Dam fails above the plain"><meta property="og:site_name" content="The Example">

<meta property="article:published_time" content="2025-06-03T09:30:00+02:00">
<meta property="article:section" content="World">
<link rel="canonical" href="https://www.example.com/dam?utm_source=a"></head><body><nav><a href="/">Home</a></nav>
<article><h1>Dam fails above the plain</h1><p>{BODY}</p><p>{SECOND}</p><p>{BODY.replace("six", "seven")}</p></article>
<footer>All rights reserved</footer></body></html>"""


def test_markdown_marks_stay_outside_the_blocks() -> None:
    """Headings and front matter are told apart and the offsets point into the file as given."""
    report = read_page(MARKDOWN, "a.md")
    assert report.text == MARKDOWN
    assert report.title == "Dam fails above the plain"
    assert words_of(report, "headline") == ["Dam fails above the plain"]
    assert words_of(report, "heading") == ["Search goes on"]
    assert words_of(report, "body") == [BODY, SECOND]
    assert report.outlet == "The Example"
    assert report.published is not None
    assert report.published.earliest.date().isoformat() == "2025-06-03"


def test_front_matter_makes_no_sentences() -> None:
    """No line of the front matter lies in a block that is read."""
    report = read_page(MARKDOWN, "a.md")
    assert "source: The Example" in words_of(report, "chrome")


def test_an_html_page_gives_its_article() -> None:
    """A page gives article text, title, outlet, section, instant and canonical address."""
    report = read_page(HTML, "a.html")
    assert BODY in report.text
    assert "rights reserved" not in report.text
    assert report.title == "Dam fails above the plain"
    assert report.outlet == "The Example"
    assert report.section == "World"
    assert report.canonical_url == "https://example.com/dam"
    assert report.published is not None
    assert report.published.earliest.isoformat() == "2025-06-03T07:30:00+00:00"
    assert report.raw_sha256 is not None


def test_a_truncated_page_is_read_as_far_as_it_goes() -> None:
    """A page cut in the middle still gives its paragraphs."""
    cut = HTML.index(SECOND) + 60
    assert BODY in read_page(HTML[:cut], "a.html").text


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("a.txt", "<!doctype html><html></html>", "html"),
        ("a", '{"text": "x"}\n', "jsonl"),
        ("a.txt", "{not json", "plain"),
        ("a.md", "words", "markdown"),
        ("a", "# Heading\n\nwords", "markdown"),
        ("a.txt", "# Heading\n\nwords", "plain"),
    ],
)
def test_the_format_is_told_by_content_then_name(name: str, text: str, expected: str) -> None:
    """What the first characters show decides before the name's ending does."""
    assert format_of(name, text) == expected
