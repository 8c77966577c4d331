"""Mails and mailboxes: a mail's own words are a report, what is attached is read as a source."""

from __future__ import annotations

import base64

import pytest
from tests.reading.packing import BODY, PAGE, SECOND, TEXT, mail, parted, pdf, zipped
from tests.reading.page_reading import LEARNED, LIBRARY, read_all

from rashomon.model.source import RawSource
from rashomon.reading import read_reports


def attached(name: str, content: bytes, kind: str = "application/octet-stream") -> str:
    """A part of a mail that is attached under a name."""
    words = base64.encodebytes(content).decode()
    return (
        f"Content-Type: {kind}\nContent-Transfer-Encoding: base64\n"
        f'Content-Disposition: attachment; filename="{name}"\n\n{words}'
    )


def test_a_mail_is_a_report() -> None:
    """Subject, sender, date and text of a mail become title, outlet, publication and text."""
    (report,), codes = read_all(mail(), "1.eml")
    assert report.title == "Dam fails above the plain"
    assert (report.outlet, report.outlet_how) == ("The Plain Gazette", "page")
    assert report.published is not None
    assert report.published.earliest.isoformat() == "2025-06-03T07:30:00+00:00"
    assert report.text == TEXT.decode().strip()
    assert not codes


def test_the_sender_stands_back_behind_what_the_user_gives() -> None:
    """The outlet given with a source wins over the sender's name."""
    source = RawSource(name="1.eml", content=mail(), learned_at=LEARNED, outlet="The Example")
    (report,) = read_reports([source], LIBRARY).value
    assert (report.outlet, report.outlet_how) == ("The Example", "given")


@pytest.mark.parametrize(
    ("sender", "outlet"),
    [
        ("alerts@reuters.com", "Reuters"),
        ("desk@news.gazette.example", "gazette.example"),
        ("=?utf-8?q?Caf=C3=A9_Gazette?= <desk@gazette.example>", "Café Gazette"),
        ("", None),
    ],
)
def test_the_senders_address_tells_the_outlet(sender: str, outlet: str | None) -> None:
    """A known address names its outlet, else the sender's name does, else the domain; none of them, and it is unknown."""
    assert read_all(mail(From=sender), "1.eml")[0][0].outlet == outlet


def test_signature_and_quotation_are_not_the_mails_words() -> None:
    """Lines quoted from another mail and the signature stay out."""
    body = f"{BODY}\n> {SECOND}\n> more\n\n{SECOND.replace('four', 'five')}\n-- \nThe Desk, Dam Street 1\n"
    (report,) = read_all(mail(body), "1.eml")[0]
    assert report.text == f"{BODY}\n\n{SECOND.replace('four', 'five')}"


def test_html_counts_where_plain_text_only_stands_in() -> None:
    """Of two forms of one mail the plain one is read, unless it holds far less."""
    rich = f"Content-Type: text/html; charset=utf-8\n\n<style>p {{}}</style><p>{BODY}</p><p>{SECOND}</p>"
    plain = f"Content-Type: text/plain\n\n{BODY}\n\n{SECOND}"
    short = "Content-Type: text/plain\n\nYour program shows no HTML."
    assert read_all(parted(plain, rich, kind="alternative"), "1.eml")[0][0].text == f"{BODY}\n\n{SECOND}"
    assert read_all(parted(short, rich, kind="alternative"), "1.eml")[0][0].text == f"{BODY}\n{SECOND}"


def test_attachments_are_sources() -> None:
    """A page, a PDF, an archive and a mail that are attached are read; pictures and calendars stay out."""
    inner = mail(TEXT.decode().replace("six", "nine"), Subject="Inner")
    content = parted(
        f"Content-Type: text/plain\n\n{BODY}",
        attached("page.html", PAGE, "text/html"),
        attached("report.pdf", pdf([["Dam fails above the plain", BODY]])),
        attached("more.zip", zipped({"a.txt": TEXT})),
        attached("../a.png", b"\x89PNG", "image/png"),
        "Content-Type: message/rfc822\n\n" + inner.decode(),
    )
    reports, codes = read_all(content, "1.eml")
    assert [r.source for r in reports] == [
        "1.eml",
        "1.eml/page.html",
        "1.eml/report.pdf",
        "1.eml/more.zip/a.txt",
        "1.eml/attachment",
    ]
    assert reports[-1].title == "Inner"
    assert not codes


def test_an_attachments_path_is_only_a_label() -> None:
    """An attachment named as if to be written elsewhere is read under a harmless name, with an issue."""
    reports, codes = read_all(parted(attached("../../dam.txt", TEXT)), "1.eml")
    assert [r.source for r in reports] == ["1.eml/dam.txt"]
    assert codes == ["mail_without_text", "member_name_unsafe"]


def test_the_mails_of_a_mailbox_are_read_in_order() -> None:
    """Each mail is a report; a line of text that begins with From does not divide one."""
    body = f"{BODY}\n>From the hills {SECOND}\n\nFrom here on it rained.\n"
    box = b"".join(
        b"From desk@gazette.example Tue Jun  3 09:30:00 2025\n" + mail(body.replace("six", n)) + b"\n\n"
        for n in ("six", "nine")
    )
    reports, codes = read_all(box, "inbox")
    assert [r.source for r in reports] == ["inbox/1.eml", "inbox/2.eml"]
    assert "\nFrom the hills" in reports[0].text
    assert "nine villagers" in reports[1].text
    assert not codes


@pytest.mark.parametrize(
    "text",
    [
        f"From our correspondent in Orrin\nORRIN: {BODY}\n",
        f"Title: Dam fails above the plain\nDate: 3 June 2025\n\n{BODY}\n\nReceived: at noon.\n",
    ],
)
def test_a_text_that_opens_like_a_mail_is_a_text(text: str) -> None:
    """A sentence that begins with From, and lines of key and value without those of a sent mail, stay in the report."""
    (report,), _ = read_all(text, "dam.txt")
    assert report.text == text


@pytest.mark.parametrize("charset", ["windows-1252", "no-such-charset", "zlib", "idna"])
def test_a_wrong_charset_does_no_harm(charset: str) -> None:
    """A mail in a charset that is unknown, or no charset, is read in the likeliest one."""
    content = mail(Content_Type=f"text/plain; charset={charset}") + "Café".encode("cp1252")
    assert read_all(content, "1.eml")[0][0].text.endswith("Café")


def test_a_mail_of_nothing_leaves_an_issue() -> None:
    """A mail without words of its own is no report."""
    assert read_all(mail(" \n"), "1.eml") == ((), ["mail_without_text"])


def nested(depth: int) -> bytes:
    """A mail of parts within parts."""
    head = "".join(f'Content-Type: multipart/mixed; boundary="b{n}"\n\n--b{n}\n' for n in range(depth))
    return mail("").rsplit(b"Content-Type", 1)[0] + head.encode() + b"Content-Type: text/plain\n\nwords\n"


@pytest.mark.parametrize(
    "content",
    [
        nested(5_000),
        mail(Content_Type="text/plain" + ";a=1" * 200_000),
        mail(Content_Type="text/plain" + ";\n a=1" * 200_000),
        parted(*["Content-Type: text/plain\n\nx"] * 50_000),
    ],
    ids=["nesting", "parameters", "folded", "parts"],
)
def test_absurd_divisions_are_refused(content: bytes) -> None:
    """Parts within parts without end, and headers that the library would work on for hours, are not taken apart."""
    assert read_all(content, "1.eml") == ((), ["mail_damaged"])


@pytest.mark.parametrize(
    "content",
    [
        mail("").rsplit(b"Content-Type", 1)[0] + b"Content-Type: message/rfc822\n\n" * 3_000 + b"words",
        mail(Subject="=?utf-8?q?" + "a" * 500_000 + "?="),
        mail(From="(" * 300_000),
        mail(Date="9" * 300_000),
        mail("x" * 3_000_000),
        mail("From \n" * 10_000),
        b"From a 09:30 2025\nA: b\n\n" * 3_000,
        mail("begin 644 a\n" * 10_000, Content_Transfer_Encoding="x-uuencode"),
    ],
    ids=["mails", "subject", "sender", "date", "line", "lines", "box", "uu"],
)
def test_absurd_mails_end_in_a_result(content: bytes) -> None:
    """Mails within mails, endless headers and lines cost work that grows with their length, and no error."""
    read_all(content, "1.eml")
