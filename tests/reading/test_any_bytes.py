"""Properties of every reader: whatever bytes come, reading ends with reports and issues, never with an error."""

from __future__ import annotations

import gzip

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.reading.feed_texts import ATOM, JSON_FEED, OPML, RDF, RSS_091, SITEMAP, full, item, rss
from tests.reading.packing import PAGE, TEXT, answer, mail, parted, pdf, zipped
from tests.reading.page_reading import LEARNED, LIBRARY

from rashomon.model.source import RawSource
from rashomon.reading import read_listing, read_reports

#: A whole file of each format with the name it may bear.
WHOLE = {
    "a.rss": rss(item(1, full()), item(2)),
    "b.rss": RSS_091,
    "a.rdf": RDF,
    "a.atom": ATOM,
    "a.json": JSON_FEED,
    "a.opml": OPML,
    "sitemap.xml": SITEMAP,
    "a.zip": zipped({"a.html": PAGE, "b.zip": zipped({"c.txt": TEXT})}),
    "a.txt.gz": gzip.compress(TEXT),
    "a.warc": answer("https://gazette.example/1", PAGE) + answer("https://gazette.example/2", TEXT, "text/plain"),
    "a.warc.gz": gzip.compress(answer("https://gazette.example/1", PAGE)),
    "a.eml": parted(
        f"Content-Type: text/plain\n\n{TEXT.decode()}", "Content-Type: message/rfc822\n\n" + mail().decode()
    ),
    "a.mbox": b"From a@gazette.example Tue Jun  3 09:30:00 2025\n" + mail(),
    "a.pdf": pdf([["Dam fails above the plain"], ["words"]]),
}
#: Openings by which a format is told from its bytes.
MARKS = [b"%PDF-1.4\n", b"PK\x03\x04", b"\x1f\x8b\x08", b"WARC/1.0\r\n", b"<rss>", b"<feed>", b"<urlset>", b"<opml>", b"From a 09:30 2025\nA: b\n",
         b"MIME-Version: 1.0\nFrom: a\n", b'{"version":"https://jsonfeed.org/version/1",', b""]  # fmt: skip


def survive(content: bytes, name: str) -> None:
    """Reads a source both ways; each report and issue must be whole."""
    source = RawSource(name=name, content=content, learned_at=LEARNED)
    outcome = read_reports([source], LIBRARY)
    assert all(r.text.strip() and r.id for r in outcome.value)
    assert outcome.value or outcome.issues
    assert all(i.code and i.message and i.report for i in outcome.issues)
    assert all(x.address.startswith("http") for x in read_listing(source, LIBRARY).value)


@pytest.mark.parametrize("name", sorted(WHOLE))
def test_a_whole_file_of_each_format_is_read(name: str) -> None:
    """The files that the properties below damage are read, so that damage is what they test."""
    source = RawSource(name=name, content=WHOLE[name], learned_at=LEARNED)
    outcome = read_reports([source], LIBRARY)
    assert outcome.value or {i.code for i in outcome.issues} == {"entries_only_listed"}


@settings(max_examples=150, deadline=None)
@given(
    st.sampled_from(sorted(WHOLE)),
    st.lists(st.tuples(st.floats(0, 1), st.binary(max_size=6)), max_size=6),
    st.floats(0, 1),
)
def test_a_damaged_file_of_any_format_never_raises(name: str, damage: list[tuple[float, bytes]], end: float) -> None:
    """Bytes overwritten anywhere and a cut anywhere cost words, not the run."""
    content = bytearray(WHOLE[name])
    for at, words in damage:
        start = int(at * len(content))
        content[start : start + len(words)] = words
    survive(bytes(content[: len(content) if end > 0.5 else int(2 * end * len(content)) + 1]), name)


@settings(max_examples=100, deadline=None)
@given(st.sampled_from(MARKS), st.binary(max_size=200), st.sampled_from([*sorted(WHOLE), "a"]))
def test_any_bytes_behind_any_mark_never_raise(mark: bytes, content: bytes, name: str) -> None:
    """Bytes that only open like a format end in an issue or a text."""
    survive(mark + content, name)
