"""Hostile sources that name a server listening on this machine: reading, adding, watching and rendering ask it nothing."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner
from tests.fetching.served import Server, page

from rashomon.cli import main

TOLL = "Four people were killed when a warehouse burned down in Durban on Thursday, the fire department said."
MORE = "Eleven others were treated for smoke in hospital, a spokesman for the department told reporters."


def sources(at: str, outside: Path) -> dict[str, bytes]:
    """Files whose markup asks a reader to fetch from `at`, or to write and run what it must not."""
    dtd = f'<!DOCTYPE rss [<!ENTITY x SYSTEM "{at}/entity"><!ENTITY % p SYSTEM "{at}/dtd"> %p;]>'
    text = f"{TOLL} {MORE}"
    script = f"<script>fetch('{at}/script')</script><img src='{at}/img' onerror=\"fetch('{at}/err')\">"
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as packed:
        packed.writestr("../../outside.txt", text)
        packed.writestr(str(outside), text)
        link = zipfile.ZipInfo("link.txt")
        link.external_attr = 0o120777 << 16
        packed.writestr(link, "/etc/passwd")
        packed.writestr(f"{at.replace('/', '_')}.txt", text)
    return {
        "entity.xml": f"<?xml version='1.0'?>{dtd}<rss version='2.0'><channel><title>&x;</title><item><title>&x;</title>"
        f"<link>{at}/page</link><description>{text}</description></item></channel></rss>".encode(),
        "style.xml": f"<?xml version='1.0'?><?xml-stylesheet href='{at}/xsl' type='text/xsl'?><rss version='2.0' "
        "xmlns:xi='http://www.w3.org/2001/XInclude'><channel><title>F</title>"
        f"<xi:include href='{at}/include'/><item><title>T</title><link>{at}/item</link><enclosure url='{at}/sound'/>"
        f"<description>{script}</description></item></channel></rss>".encode(),
        "list.opml": f"<opml version='2.0'><body><outline type='rss' xmlUrl='{at}/opml'/></body></opml>".encode(),
        "map.xml": f"<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'><url><loc>{at}/loc</loc></url></urlset>".encode(),
        "page.html": f"<html><head><base href='{at}/'><meta http-equiv='refresh' content='0;url={at}/refresh'>"
        f"<link rel='stylesheet' href='{at}/css'><link rel='canonical' href='{at}/canonical'><title>Fire {script}</title>"
        f"<meta property='og:image' content='{at}/og'></head><body><iframe src='{at}/frame'></iframe><article>"
        f"<h1>Fire {script}</h1><p>{TOLL}</p><p>{MORE}</p>{script}</article></body></html>".encode(),
        "mail.eml": "From: Desk <d@relief.example>\nSubject: Fire\nDate: Wed, 04 Jun 2025 08:00:00 +0000\nMIME-Version: 1.0\n"
        f"List-Unsubscribe: <{at}/unsubscribe>\nContent-Type: text/html\n\n<p>{text}</p><img src='{at}/beacon'>{script}\n".encode(),
        "external.eml": "From: Desk <d@relief.example>\nSubject: Fire\nMIME-Version: 1.0\n"
        f'Content-Type: message/external-body; access-type=URL; URL="{at}/body"\n\nContent-Type: text/plain\n\n'.encode(),
        "note.md": f"# Fire\n\n![x]({at}/md) <img src='{at}/mdimg'> {text}\n".encode(),
        "lines.jsonl": (
            '{"title": "Fire <script>fetch(1)</script>", "outlet": "<img src='
            + at
            + '/outlet>", "url": "'
            + at
            + '/url", '
            '"picture": "' + at + '/picture", "published": "2025-05-01", "text": "' + text + '"}\n'
        ).encode(),
        "deep.json": b'{"version": "https://jsonfeed.org/version/1.1", "items": '
        + b"[" * 50_000
        + b"]" * 50_000
        + b"}",
        "deep.html": b"<html><body>" + b"<div>" * 20_000 + text.encode() + b"</div>" * 20_000 + b"</body></html>",
        "tricks.zip": archive.getvalue(),
    }


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, server: Server) -> Path:
    """A project's folder with one of every hostile source below it; the server would answer whatever it is asked."""
    home = tmp_path / "a" / "b"
    (home / "in").mkdir(parents=True)
    for name, content in sources(f"http://127.0.0.1:{server.port}", tmp_path / "absolute.txt").items():
        (home / "in" / name).write_bytes(content)
    monkeypatch.chdir(home)
    assert run("init")[0] == 0
    return home


def run(*arguments: str) -> tuple[int, str]:
    """The exit code of a command and what it printed."""
    result = CliRunner().invoke(main, list(arguments))
    return result.exit_code, result.output


def test_reading_adding_and_rendering_hostile_sources_ask_nobody(folder: Path, server: Server) -> None:
    """Every source is read or refused with its reason; no connection is made, no file appears outside, no script stands in a page."""
    before = {p for p in folder.parents[1].rglob("*") if folder not in p.parents and p != folder}
    code, printed = run("add", "in")
    assert code == 0, printed
    assert run("build", "rashomon.sqlite", "--out", "out", "--names", "all")[0] == 0
    assert run("build", "in", "--out", "again")[0] == 0
    assert server.connections == 0
    assert {p for p in folder.parents[1].rglob("*") if folder not in p.parents and p != folder} == before
    pages = [p.read_text("utf-8") for out in ("out", "again") for p in (folder / out).rglob("*.html")]
    assert pages
    for shown in pages:
        assert "<script>fetch" not in shown
        for tag in ("<img src='http", "<iframe", 'onerror="fetch', f'src="http://127.0.0.1:{server.port}'):
            assert tag not in shown


def test_watching_does_not_ask_private_hosts_that_public_feeds_name(folder: Path, server: Server) -> None:
    """A feed, list, sitemap and page on a private host are refused with their reason, and nothing listens in vain."""
    server.replies["/feed"] = page(b"<rss version='2.0'><channel><title>F</title></channel></rss>")
    for kind in ("feed", "opml", "sitemap", "page"):
        for host in ("127.0.0.1", "localhost", "[::ffff:127.0.0.1]", "2130706433", "0x7f.1"):
            run("sources", "--add", f"http://{host}:{server.port}/{kind}", "--kind", kind)
    code, printed = run("watch", "--once")
    assert code == 0, printed
    assert printed.count("refused") >= 8
    assert server.connections == 0
