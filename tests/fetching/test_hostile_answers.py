"""Answers made to harm: each ends in bounded time and memory, in a value with a reason."""

from __future__ import annotations

import gzip
import tracemalloc
import zlib
from collections.abc import Callable, Iterator

import brotli
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.fetching.served import Server, Time, fetcher, moved, page

from rashomon.settings import Fetching

SMALL = Fetching(allow_private=True, max_bytes=100_000, attempts=1)


def bare_deflate(data: bytes) -> bytes:
    """Deflate without the zlib header, as some servers send it."""
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(data) + packer.flush()


PACKERS: dict[str, list[Callable[[bytes], bytes]]] = {
    "gzip": [gzip.compress],
    "deflate": [zlib.compress, bare_deflate],
    "br": [lambda data: bytes(brotli.compress(data, quality=4))],
}
EACH = [(name, pack) for name, packers in PACKERS.items() for pack in packers]


@pytest.mark.parametrize(("name", "pack"), EACH)
def test_compressed_pages_are_decoded(server: Server, time: Time, name: str, pack: Callable[[bytes], bytes]) -> None:
    """A compressed page comes out as it went in, also byte by byte."""
    body = b"Nine houses burned in Kafr. " * 400
    packed = pack(body)
    head = page(packed, f"Content-Encoding: {name}").split(b"\r\n\r\n")[0] + b"\r\n\r\n"
    server.replies["/a"] = lambda asked: [head, *(packed[i : i + 1] for i in range(len(packed)))]
    assert fetcher(time)(f"http://news.test:{server.port}/a").content == body


@pytest.mark.parametrize(("name", "pack"), EACH)
def test_a_decompression_bomb_is_cut(server: Server, time: Time, name: str, pack: Callable[[bytes], bytes]) -> None:
    """Fifty megabytes out of some kilobytes are cut at the limit, and memory stays near it."""
    server.replies["/a"] = page(pack(b"\0" * 50_000_000), f"Content-Encoding: {name}")
    tracemalloc.start()
    fetched = fetcher(time, SMALL)(f"http://news.test:{server.port}/a")
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert (fetched.outcome, fetched.cut, fetched.code) == ("new", True, "page_cut")
    assert len(fetched.content) == SMALL.max_bytes
    assert peak < 5_000_000


@pytest.mark.parametrize("encoding", ["gzip, gzip", "zstd", "compress", "gzip;q=1", "x" * 500])
def test_unknown_and_nested_encodings_fail(server: Server, time: Time, encoding: str) -> None:
    """A body that is compressed in another way, or twice, is not read."""
    server.replies["/a"] = page(gzip.compress(gzip.compress(b"a" * 1000)), f"Content-Encoding: {encoding}")
    assert fetcher(time, SMALL)(f"http://news.test:{server.port}/a").outcome == "failed"


@pytest.mark.parametrize(("name", "pack"), EACH)
def test_damaged_and_unfinished_bodies_fail(
    server: Server, time: Time, name: str, pack: Callable[[bytes], bytes]
) -> None:
    """A compressed body that ends early, or holds noise, is no page: half a report would read as an edit."""
    whole = pack(bytes(range(256)) * 40)
    for body in (whole[: len(whole) // 2], b"\xff\xff\xff" + whole[3:], b"words as they are"):
        server.replies["/a"] = page(body, f"Content-Encoding: {name}")
        fetched = fetcher(time, SMALL)(f"http://news.test:{server.port}/a")
        assert (fetched.outcome, fetched.content) == ("failed", b"")


def endless(piece: bytes, head: bytes) -> Iterator[bytes]:
    """A head, then the same piece for ever."""
    yield head
    while True:
        yield piece


def test_an_endless_page_is_cut(server: Server, time: Time) -> None:
    """A body without an end, one line of it, is read up to the limit; in chunks as well."""
    line = b"a" * 65_536
    server.replies["/a"] = lambda asked: endless(line, b"HTTP/1.1 200 OK\r\n\r\n")
    server.replies["/b"] = lambda asked: endless(
        b"10000\r\n" + line + b"\r\n", b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
    )
    ask = fetcher(time, SMALL)
    for path in "ab":
        fetched = ask(f"http://news.test:{server.port}/{path}")
        assert (fetched.code, len(fetched.content)) == ("page_cut", SMALL.max_bytes)


def test_a_hundred_megabytes_in_one_line_are_cut_at_the_shipped_limit(server: Server, time: Time) -> None:
    """A page of one line of 100 MB is read up to 16 MB, and says so."""
    head = b"HTTP/1.1 200 OK\r\nContent-Length: 100000000\r\n\r\n"
    server.replies["/a"] = lambda asked: [head, *[b"a" * 1_000_000] * 100]
    fetched = fetcher(time)(f"http://news.test:{server.port}/a")
    assert (fetched.code, len(fetched.content)) == ("page_cut", 16_000_000)


def dripping(time: Time, head: bytes, piece: bytes) -> Iterator[bytes]:
    """A piece a second, for ever; each in time for the limit of one read."""
    yield head
    while True:
        time.seconds += 1
        yield piece


@pytest.mark.parametrize(
    ("head", "piece"),
    [
        (b"HTTP/1.1 200 OK\r\n\r\n", b"a"),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", b"1\r\na\r\n"),
        (b"HTTP/1.1 200 OK\r\n", b"X: y\r\n"),
        (b"HTTP/1.1 200", b" "),
        (b"", b"HTTP/1.1 100 Continue\r\n\r\n"),
    ],
)
def test_a_drip_ends_with_the_time_for_the_whole(server: Server, time: Time, head: bytes, piece: bytes) -> None:
    """A body, a head or interim answers that come a byte a second are given up after the total time."""
    server.replies["/a"] = lambda asked: dripping(time, head, piece)
    fetched = fetcher(time, SMALL)(f"http://news.test:{server.port}/a")
    assert fetched.outcome == "failed"


def test_a_silent_server_is_given_up(server: Server, time: Time) -> None:
    """A server that takes the question and says nothing fails by the limit of one read."""

    def silence(asked: object) -> Iterator[bytes]:
        yield b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n"
        import threading

        threading.Event().wait(2)

    server.replies["/a"] = silence
    settings = Fetching(allow_private=True, read_s=0.1, attempts=1)
    fetched = fetcher(time, settings)(f"http://news.test:{server.port}/a")
    assert fetched.outcome == "failed"
    assert "in time" in fetched.reason


def test_a_length_that_lies_gives_no_page_or_the_page_it_names(server: Server, time: Time) -> None:
    """A body shorter than it says fails; of a longer one only what was announced is read."""
    server.replies["/short"] = b"HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\nNine houses"
    server.replies["/long"] = b"HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nNine houses"
    ask = fetcher(time, SMALL)
    assert ask(f"http://news.test:{server.port}/short").outcome == "failed"
    assert ask(f"http://news.test:{server.port}/long").content == b"Nine"


@pytest.mark.parametrize(
    "head",
    [
        b"Content-Length: -1", b"Content-Length: 4\r\nContent-Length: 9", b"Content-Length: " + b"9" * 500,
        b"Content-Length: four", b"Transfer-Encoding: gzip", b"Transfer-Encoding: chunked, chunked", b"X" * 300_000,
        b"X: " + b"y" * 300_000, b"X: y\r\n" * 100_000, b"No colon", b": empty", b"X: a\0b", b"X : y",
    ],
)  # fmt: skip
def test_malformed_heads_are_failures_or_harmless(server: Server, time: Time, head: bytes) -> None:
    """A head that breaks the protocol, or never seems to end, is a failure, and never an exception."""
    server.replies["/a"] = b"HTTP/1.1 200 OK\r\n" + head + b"\r\n\r\nwords"
    fetched = fetcher(time, SMALL)(f"http://news.test:{server.port}/a")
    assert fetched.outcome == "failed"


@pytest.mark.parametrize("answer", [b"", b"\r\n\r\n", b"SSH-2.0-OpenSSH_9\r\n", b"\x16\x03\x01\x00", b"HTTP/1.1 999999 X\r\n\r\n", b"<html>words</html>"])  # fmt: skip
def test_what_is_no_http_fails(server: Server, time: Time, answer: bytes) -> None:
    """Bytes of another protocol are a failure."""
    server.replies["/a"] = answer
    assert fetcher(time, SMALL)(f"http://news.test:{server.port}/a").outcome == "failed"


def test_circles_of_redirects_end(server: Server, time: Time) -> None:
    """A redirect to itself, a circle, and a way that never ends are given up after few requests."""
    server.replies |= {"/self": moved("/self"), "/a": moved("/b"), "/b": moved("/a#x")}
    server.replies |= {f"/{i}": moved(f"/{i + 1}") for i in range(50)}
    for start in ("self", "a", "0"):
        fetched = fetcher(time)(f"http://news.test:{server.port}/{start}")
        assert fetched.outcome == "failed"
        assert "circle" in fetched.reason
    assert len(server.paths) < 16


def test_slow_redirects_end_with_the_time_for_all(server: Server, time: Time) -> None:
    """A chain whose every hop takes nearly the time of one request is given up after a few."""

    def slow(i: int) -> Callable[[object], bytes]:
        def reply(asked: object) -> bytes:
            time.seconds += 55
            return moved(f"/{i + 1}")

        return reply

    server.replies |= {f"/{i}": slow(i) for i in range(50)}
    fetched = fetcher(time)(f"http://news.test:{server.port}/0")
    assert (fetched.outcome, fetched.reason) == ("failed", "The redirects took too long.")
    assert len(server.paths) < 6


WHOLE = page(gzip.compress(b"Nine houses burned."), "Content-Encoding: gzip", 'ETag: "1"', "Content-Type: text/html")


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=300) | st.tuples(st.integers(0, len(WHOLE)), st.binary(max_size=30)))
def test_no_answer_makes_fetching_raise(server: Server, time: Time, answer: bytes | tuple[int, bytes]) -> None:
    """Any bytes, and any damage to a whole answer, give a record; what is new is never more than came."""
    if isinstance(answer, tuple):
        at, other = answer
        answer = WHOLE[:at] + other + WHOLE[at + len(other) :]
    server.replies["/a"] = answer
    fetched = fetcher(time, SMALL)(f"http://news.test:{server.port}/a")
    assert fetched.outcome in {"new", "failed", "gone", "refused"}
    assert (fetched.outcome == "new") == (fetched.status == 200 and fetched.code is None)


@pytest.mark.parametrize("place", ["file:///etc/passwd", "ftp://news.test/", "javascript:alert(1)", "http://[", "http://a b/", "//user:pw@news.test/", "http://\\\\evil/", "data:text/html,x"])  # fmt: skip
def test_redirects_to_what_is_no_page_are_refused(server: Server, time: Time, place: str) -> None:
    """Only http and https addresses without credentials are followed."""
    server.replies["/a"] = moved(place)
    fetched = fetcher(time)(f"http://news.test:{server.port}/a")
    assert (fetched.outcome, fetched.code) == ("refused", "address_refused")
    assert server.paths == ["/a"]
    assert "pw" not in repr(fetched)


def test_cookies_and_the_page_before_are_not_passed_on(server: Server, time: Time) -> None:
    """A redirect carries no cookie that was set, no referrer and no authorisation."""
    server.replies |= {"/a": page(b"", "Set-Cookie: who=you", "Location: /b", status="302 Found"), "/b": page(b"1")}
    fetcher(time)(f"http://news.test:{server.port}/a")
    assert not {"cookie", "referer", "authorization"} & set(server.asked[-1].headers)


@pytest.mark.parametrize("address", ["http://user:s3cret@news.test:{p}/a", "http://s3cret@news.test:{p}/", "http:/\\u:s3cret@news.test", "http://u:s3/cret@news.test/", "ftp://u:s3cret@news.test/"])  # fmt: skip
def test_passwords_in_addresses_are_nowhere(
    server: Server, time: Time, address: str, caplog: pytest.LogCaptureFixture
) -> None:
    """An address with a password is refused, and no record, message or log line holds it."""
    with caplog.at_level("DEBUG"):
        fetched = fetcher(time)(address.replace("{p}", str(server.port)))
    assert fetched.outcome == "refused"
    for secret in ("s3cret", "s3/cret"):
        assert secret not in repr(fetched)
        assert secret not in caplog.text
    assert server.connections == 0
