"""Archives: their members are read, and no bomb, path or nesting does harm."""

from __future__ import annotations

import gzip
import zipfile

import pytest
from tests.reading.packing import BODY, PAGE, TEXT, answer, pdf, zipped
from tests.reading.page_reading import LEARNED, LIBRARY, read_all

from rashomon.model.source import RawSource
from rashomon.reading import read_reports


def test_the_members_of_a_zip_are_read_in_the_order_of_their_names() -> None:
    """Each member is a source of its own; folders and hidden files stay out."""
    content = zipped({"b/two.txt": TEXT, "a.html": PAGE, ".hidden": TEXT, "__MACOSX/a.txt": TEXT, "b/": b""})
    reports, codes = read_all(content, "pages.zip")
    assert [r.source for r in reports] == ["pages.zip/a.html", "pages.zip/b/two.txt"]
    assert not codes


@pytest.mark.parametrize("name", ["../../etc/passwd.txt", "/etc/passwd.txt", "C:\\dam.txt", "a\\..\\..\\dam.txt"])
def test_a_members_path_is_only_a_label(name: str) -> None:
    """A member that points outside the archive is read under a harmless name, with an issue; nothing is written."""
    reports, codes = read_all(zipped({name: TEXT}), "pages.zip")
    assert codes == ["member_name_unsafe"]
    assert ".." not in reports[0].source
    assert ":" not in reports[0].source
    assert reports[0].source.startswith("pages.zip/")


def test_a_link_in_an_archive_is_not_followed() -> None:
    """A symbolic link is no report."""
    link = zipfile.ZipInfo("dam.txt")
    link.external_attr = 0o120777 << 16
    content = zipped({"good.txt": TEXT})
    with_link = _appended(content, link, b"/etc/passwd")
    reports, codes = read_all(with_link, "pages.zip")
    assert [r.source for r in reports] == ["pages.zip/good.txt"]
    assert codes == ["member_name_unsafe"]


def _appended(content: bytes, member: zipfile.ZipInfo, body: bytes) -> bytes:
    import io

    out = io.BytesIO(content)
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr(member, body)
    return out.getvalue()


def test_a_bomb_in_a_zip_is_not_unpacked() -> None:
    """A member that unfolds a thousand times is refused, and the one beside it is read."""
    reports, codes = read_all(zipped({"bomb.txt": b"a" * 30_000_000, "good.txt": TEXT}), "pages.zip")
    assert [r.source for r in reports] == ["pages.zip/good.txt"]
    assert codes == ["unpacked_too_large"]


def test_what_all_members_unfold_to_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    """Members that are small one by one share one limit."""
    monkeypatch.setattr("rashomon.reading.unpacking.MAX_UNPACKED", 3 * len(TEXT) + 10)
    reports, codes = read_all(zipped({f"{n}.txt": TEXT for n in range(5)}), "pages.zip")
    assert len(reports) == 3
    assert codes == ["unpacked_too_large", "unpacked_too_large"]


def test_the_number_of_members_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    """Members behind the limit leave one issue."""
    monkeypatch.setattr("rashomon.reading.unpacking.MAX_MEMBERS", 2)
    reports, codes = read_all(zipped({f"{n}.txt": TEXT for n in range(5)}), "pages.zip")
    assert len(reports) == 2
    assert codes == ["members_cut"]


def test_archives_nest_one_level() -> None:
    """An archive in an archive is read, one in that is not."""
    inner = zipped({"dam.txt": TEXT})
    reports, codes = read_all(zipped({"in.zip": inner, "deep.zip": zipped({"in.zip": inner})}), "pages.zip")
    assert [r.source for r in reports] == ["pages.zip/in.zip/dam.txt"]
    assert codes == ["nested_too_deep"]


def test_an_encrypted_member_is_named() -> None:
    """A member under a password leaves an issue that names it."""
    content = bytearray(zipped({"dam.txt": TEXT, "good.txt": TEXT}))
    content[6] |= 1
    content[content.index(b"PK\x01\x02") + 8] |= 1
    outcome = read_reports([RawSource(name="pages.zip", content=bytes(content), learned_at=LEARNED)], LIBRARY)
    assert [(i.code, i.report) for i in outcome.issues] == [("encrypted", "pages.zip/dam.txt")]
    assert len(outcome.value) == 1


@pytest.mark.parametrize("cut", [20, 200, 400])
def test_a_truncated_zip_leaves_an_issue(cut: int) -> None:
    """A zip without its end is damaged."""
    assert read_all(zipped({"dam.txt": TEXT, "two.txt": TEXT})[:cut], "pages.zip") == ((), ["archive_damaged"])


def test_a_document_in_a_zip_has_no_reader_yet() -> None:
    """An office document is named as not read, whatever its name's ending."""
    assert read_all(zipped({"[Content_Types].xml": b"<x/>", "word/document.xml": b"<x/>"}), "a") == (
        (),
        ["no_reader_for_format"],
    )


def test_gzip_is_read_by_what_it_holds() -> None:
    """A packed file is read as the file it packs, several members as one."""
    reports, codes = read_all(gzip.compress(TEXT[:50]) + gzip.compress(TEXT[50:]), "dam.txt.gz")
    assert [(r.source, r.text) for r in reports] == [("dam.txt", TEXT.decode())]
    assert not codes


def test_a_truncated_gzip_gives_what_stands_before() -> None:
    """A packed file without its end gives the words before the damage and an issue."""
    import random

    tail = "".join(random.Random(4).choices("abcdefgh ", k=3000)).encode()
    reports, codes = read_all(gzip.compress(TEXT + tail)[:-700], "dam.txt.gz")
    assert BODY in reports[0].text
    assert "archive_damaged" in codes


def test_a_gzip_bomb_is_not_unpacked() -> None:
    """A file that unfolds a thousand times gives nothing but the issue, packed twice too."""
    bomb = gzip.compress(b"a" * 40_000_000)
    assert read_all(bomb, "dam.txt.gz") == ((), ["unpacked_too_large"])
    assert read_all(gzip.compress(gzip.compress(bomb)), "dam.txt.gz")[1] == ["nested_too_deep"]


PICTURE = answer("https://gazette.example/a.png", b"\x89PNG", kind="image/png")
MISSING = answer("https://gazette.example/gone", PAGE, status="404 Not Found")
ROBOTS = answer("https://gazette.example/robots.txt", b"User-agent: *", kind="text/plain")


@pytest.mark.parametrize("packed", [False, True])
def test_the_pages_of_a_web_archive_are_reports(packed: bool) -> None:
    """HTML, plain text and PDF with status 200 are read with address and instant of keeping; one note counts the rest."""
    records = [
        answer("https://gazette.example/1", PAGE),
        answer(
            "https://gazette.example/2", gzip.compress(PAGE.replace(b"six", b"nine")), more="Content-Encoding: gzip\r\n"
        ),
        answer("https://gazette.example/3", TEXT, kind="text/plain"),
        answer("https://gazette.example/4", pdf([["Dam fails above the plain", BODY]]), kind="application/pdf"),
        *(PICTURE, MISSING, ROBOTS),
    ]
    content = b"".join(gzip.compress(r) if packed else r for r in records)
    reports, codes = read_all(content, "crawl.warc")
    assert [r.canonical_url for r in reports] == [f"https://gazette.example/{n}" for n in (1, 2, 3, 4)]
    assert {r.outlet for r in reports} == {"gazette.example"}
    assert {r.learned_at.isoformat() for r in reports if r.learned_at} == {"2025-06-03T09:30:00+00:00"}
    assert codes == ["records_left_out"]


def test_a_page_speaks_for_its_own_site_only() -> None:
    """A page that calls itself another site's keeps the address that it came from."""
    forged = PAGE.replace(b"</head>", b'<link rel="canonical" href="https://www.bbc.com/news/1"></head>')
    (report,) = read_all(answer("https://gazette.example/1", forged), "crawl.warc")[0]
    assert report.canonical_url == "https://gazette.example/1"
    assert report.outlet == "gazette.example"


def test_a_bomb_in_a_web_archive_costs_that_page_only() -> None:
    """An answer that unfolds a thousand times is refused, and the next page is read."""
    bomb = answer("https://gazette.example/b", gzip.compress(b"a" * 30_000_000), more="Content-Encoding: gzip\r\n")
    reports, codes = read_all(bomb + answer("https://gazette.example/1", PAGE), "crawl.warc")
    assert len(reports) == 1
    assert codes == ["unpacked_too_large"]


@pytest.mark.parametrize("packed", [False, True])
def test_a_truncated_web_archive_gives_its_whole_pages(packed: bool) -> None:
    """What stands before the cut is read, and an issue says that there was more."""
    records = [answer("https://gazette.example/1", PAGE), answer("https://gazette.example/2", PAGE)]
    content = b"".join(gzip.compress(r) if packed else r for r in records)
    reports, codes = read_all(content[:-90], "crawl.warc")
    assert reports[0].canonical_url == "https://gazette.example/1"
    assert "archive_damaged" in codes
