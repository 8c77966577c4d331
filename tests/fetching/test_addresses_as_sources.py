"""Addresses among the sources: pages become reports, and one that fails stops no other."""

from __future__ import annotations

import json
from html import escape
from pathlib import Path

import pytest
from click.testing import CliRunner
from tests.fetching.served import Server, Time, fetcher, page

from rashomon.adapters.fetching.codes import FETCHING_CODES
from rashomon.adapters.files import read_sources
from rashomon.adapters.package_data import load_library
from rashomon.cli import main
from rashomon.errors import SourceError
from rashomon.model.fetched import Fetch
from rashomon.model.outcome import Outcome
from rashomon.model.report import Report
from rashomon.model.source import RawSource
from rashomon.reading import read_reports
from rashomon.settings import Fetching

LIBRARY = load_library()
BODY = (
    "<p>At least nine people died when a ferry sank off the port of Tema on Saturday, the coastguard said. "
    "Divers searched the hull until dark, and two barges were brought from the naval yard to lift it.</p>"
    "<p>The harbour office said that the vessel had left in calm weather with some sixty people on board.</p>"
)


def news_page(head: str = "", body: str = BODY) -> bytes:
    """A page of news with one article."""
    return (
        f"<!doctype html><html lang='en'><head><title>Ferry sinks off Tema</title>{head}</head><body><article>"
        f"<h1>Ferry sinks off Tema</h1>{body}</article></body></html>"
    ).encode()


def read(server: Server, time: Time, *paths: str, settings: Fetching | None = None) -> Outcome[tuple[RawSource, ...]]:
    """What the sources give; a path that begins with / is one of the server."""

    def open_fetch() -> Fetch:
        return fetcher(time, settings)

    named = [f"http://news.test:{server.port}{p}" if p.startswith("/") else p for p in paths]
    return read_sources(named, time.now(), open_fetch)


def reports(server: Server, time: Time, *paths: str) -> tuple[Report, ...]:
    """The reports of pages of the server."""
    return read_reports(read(server, time, *paths).value, LIBRARY).value


def test_a_page_becomes_a_report_with_its_address_instant_and_hash(server: Server, time: Time) -> None:
    """The report has the page's address, the instant it was fetched and the hash of the bytes that came."""
    import hashlib

    content = news_page()
    server.replies["/2025/05/ferry"] = page(content, "Content-Type: text/html; charset=utf-8")
    (source,) = read(server, time, "/2025/05/ferry").value
    assert source.address == f"http://news.test:{server.port}/2025/05/ferry"
    assert source.content_type == "text/html; charset=utf-8"
    (report,) = read_reports([source], LIBRARY).value
    assert report.url == source.address
    assert report.learned_at == time.now()
    assert report.raw_sha256 == hashlib.sha256(content).hexdigest()
    assert "ferry sank off the port of Tema" in report.text


def test_the_same_page_under_several_addresses_is_one_report(server: Server, time: Time) -> None:
    """Tracking parameters, a print view and a short link that name one canonical address make one report id."""
    link = "<link rel='canonical' href='https://news.test/ferry'>"
    server.replies |= {
        "/ferry?utm_source=x&fbclid=y": page(news_page(link)),
        "/print?id=7": page(news_page(link)),
        "/ferry": page(news_page(link)),
    }
    found = reports(server, time, *server.replies)
    assert len(found) == 3
    assert {r.canonical_url for r in found} == {"https://news.test/ferry"}
    assert len({r.id for r in found}) == len({r.lineage for r in found}) == 1


def test_pictures_written_into_a_page_do_not_push_its_text_out(server: Server, time: Time) -> None:
    """Megabytes of pictures before the article cost nothing: the text is read, and nothing is said to be cut."""
    picture = f"<img src='data:image/png;base64,{'iVBORw0K' * 500_000}'>"
    server.replies["/a"] = page(news_page(body=picture + BODY))
    outcome = read_reports(read(server, time, "/a").value, LIBRARY)
    assert "ferry sank off the port of Tema" in outcome.value[0].text
    assert not [i for i in outcome.issues if i.code == "markup_cut"]


def test_a_feed_address_gives_the_reports_of_its_items(server: Server, time: Time) -> None:
    """A feed is read as its items, each with the address that it links to, and no password of it."""
    before = f"http://user:s3cret@news.test:{server.port}"
    items = "".join(
        f"<item><title>Ferry sinks off Tema, day {n}</title><link>{before}/ferry-{n}?utm_source=rss</link>"
        f"<pubDate>Sat, 0{n} May 2025 18:00:00 GMT</pubDate><content:encoded>{escape(BODY)}</content:encoded></item>"
        for n in (3, 4)
    )
    feed = f"<?xml version='1.0'?><rss version='2.0' xmlns:content='http://purl.org/rss/1.0/modules/content/'><channel><title>Harbour News</title>{items}</channel></rss>"
    server.replies["/feed"] = page(feed.encode(), "Content-Type: application/rss+xml")
    found = reports(server, time, "/feed")
    assert [r.canonical_url for r in found] == [f"https://news.test:{server.port}/ferry-{n}" for n in (3, 4)]
    assert "s3cret" not in repr(found)


CODES = {
    "address_refused": "http://169.254.169.254/latest/meta-data",
    "address_failed": "/broken",
    "address_gone": "/gone",
    "robots_disallow": "/private",
    "page_cut": "/long",
}


def test_every_code_of_fetching_is_produced_here() -> None:
    """The table below holds each code."""
    assert set(CODES) == set(FETCHING_CODES)


@pytest.mark.parametrize("code", CODES)
def test_an_address_that_fails_is_an_issue_and_the_others_are_read(server: Server, time: Time, code: str) -> None:
    """One bad address among sources leaves one issue with its code, address and a suggestion."""
    server.replies |= {
        "/robots.txt": page(b"User-agent: *\nDisallow: /private"),
        "/broken": page(b"", status="500 Oops"),
        "/gone": page(b"", status="410 Gone"),
        "/long": page(b"a" * 9000),
        "/ferry": page(news_page()),
    }
    strict = code == "address_refused"
    if strict:
        outcome = read_sources([CODES[code], __file__], time.now(), lambda: fetcher(time, Fetching()))
    else:
        settings = Fetching(allow_private=True, max_bytes=5000)
        outcome = read(server, time, CODES[code], "/ferry", settings=settings)
    (found,) = outcome.issues
    assert found.code == code
    assert found.message.startswith("http://")
    assert found.suggestion
    assert len(outcome.value) == (2 if code == "page_cut" else 1)


def test_no_readable_address_is_a_source_error(server: Server, time: Time) -> None:
    """Where nothing could be read the reason is told, and whether trying again may help."""
    server.replies |= {"/a": page(b"", status="503 Busy"), "/b": page(b"", status="404 No")}
    with pytest.raises(SourceError, match="status 503") as busy:
        read(server, time, "/a")
    assert busy.value.retryable
    with pytest.raises(SourceError) as gone:
        read(server, time, "/b")
    assert not gone.value.retryable


def test_a_password_is_in_no_message_of_a_failed_run(server: Server, time: Time) -> None:
    """The error names the address without user name and password."""
    with pytest.raises(SourceError) as error:
        read_sources(["https://user:s3cret@example.org/a"], time.now(), lambda: fetcher(time))
    assert "s3cret" not in f"{error.value.message} {error.value.suggestion}"
    assert "https://example.org/a" in error.value.message


@pytest.mark.parametrize(
    ("charset", "encoding"),
    [("windows-1251", "cp1251"), ("utf-8", "cp1251"), ("utf-16", "utf-8"), ("windows-1251", "utf-8"), ("hex", "utf-8"),
     ("punycode", "cp1251"), ("nonsense", "utf-8"), ("'iso-8859-5'", "iso8859-5")],
)  # fmt: skip
def test_a_charset_is_believed_unless_the_bytes_speak_against_it(
    server: Server, time: Time, charset: str, encoding: str
) -> None:
    """The server's charset decodes the page where it can; UTF-8 and what the page itself says mend a false one."""
    words = "Паром затонул у порта Тема, погибли по меньшей мере девять человек, сообщила береговая охрана."
    declared = f"<meta charset='{encoding}'>" if charset in {"utf-8", "punycode"} else ""
    content = news_page(declared, f"<p>{words}</p><p>{words[::-1]}</p>").decode().encode(encoding)
    server.replies["/a"] = page(content, f"Content-Type: text/html; charset={charset}")
    (report,) = reports(server, time, "/a")
    assert words in report.text


def test_build_and_add_take_addresses(server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A page on a local server is built into a dossier and added to a project, where the user allows private hosts."""
    monkeypatch.chdir(tmp_path)
    server.replies["/ferry"] = page(
        news_page("<meta property='article:published_time' content='2025-05-03T18:00:00Z'>")
    )
    address = f"http://127.0.0.1:{server.port}/ferry"
    monkeypatch.setattr("rashomon.adapters.fetching.pace.Pace.wait", lambda self, host: None)
    run = CliRunner().invoke
    refused = run(main, ["build", address, "--out", "out"])
    assert refused.exit_code == 3
    assert "--allow-private" in refused.output
    assert server.connections == 0
    built = run(main, ["build", address, "--out", "out", "--allow-private", "--contact", "desk@example.org"])
    assert built.exit_code == 0, built.output
    dossier = json.loads((tmp_path / "out" / "dossier.json").read_text("utf-8"))
    assert "nine" in dossier["brief"]["headline"]["text"].lower() or "9" in dossier["brief"]["headline"]["text"]
    assert "desk@example.org" in server.asked[-1].headers["user-agent"]
    assert run(main, ["init"]).exit_code == 0
    assert "1 new" in run(main, ["add", address, "--allow-private"]).output
    assert "1 already there" in run(main, ["add", address, "--allow-private"]).output
