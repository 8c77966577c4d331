"""Sites are asked at their pace, by their rules, and no more than needed."""

from __future__ import annotations

import pytest
from tests.fetching.served import Asked, Server, Time, fetcher, moved, page

from rashomon.errors import UsageError
from rashomon.model.fetched import Known
from rashomon.settings import Fetching


def test_a_page_comes_with_what_is_needed_to_ask_again(server: Server, time: Time) -> None:
    """A new page has its bytes, type, validators and instant; the server hears who asks and whom to write to."""
    server.replies["/a"] = page(
        b"words",
        "Content-Type: text/html; charset=koi8-r",
        'ETag: "v1"',
        "Last-Modified: Sun, 04 May 2025 10:00:00 GMT",
    )
    settings = Fetching(allow_private=True, contact="desk@example.org")
    fetched = fetcher(time, settings)(f"http://news.test:{server.port}/a#part")
    assert (fetched.outcome, fetched.status, fetched.code) == ("new", 200, None)
    assert fetched.content == b"words"
    assert fetched.content_type == "text/html; charset=koi8-r"
    assert (fetched.etag, fetched.last_modified) == ('"v1"', "Sun, 04 May 2025 10:00:00 GMT")
    assert fetched.retrieved_at == time.now()
    assert fetched.final_address == f"http://news.test:{server.port}/a"
    agent = server.asked[-1].headers["user-agent"]
    assert agent.startswith("Rashomon/")
    assert agent.endswith("(+desk@example.org)")


def test_an_unchanged_page_costs_no_body(server: Server, time: Time) -> None:
    """Known validators are sent; 304 is `unchanged`, also where it repeats no validator."""

    def reply(asked: Asked) -> bytes:
        known = asked.headers.get("if-none-match") == '"v1"' and "if-modified-since" in asked.headers
        return page(b"", status="304 Not Modified") if known else page(b"words")

    server.replies["/a"] = reply
    ask = fetcher(time)
    known = Known(etag='"v1"', last_modified="Sun, 04 May 2025 10:00:00 GMT")
    fetched = ask(f"http://news.test:{server.port}/a", known)
    assert (fetched.outcome, fetched.status, fetched.content) == ("unchanged", 304, b"")
    assert (fetched.etag, fetched.last_modified) == (known.etag, known.last_modified)
    assert ask(f"http://news.test:{server.port}/a").outcome == "new"


def test_not_modified_without_a_question_is_a_failure(server: Server, time: Time) -> None:
    """A 304 to a request that named no validator is no page."""
    server.replies["/a"] = page(b"", status="304 Not Modified")
    assert fetcher(time)(f"http://news.test:{server.port}/a").outcome == "failed"


def test_validators_that_could_break_a_header_are_neither_kept_nor_sent(server: Server, time: Time) -> None:
    """An absurdly long ETag is dropped, and one with a line break is not sent."""
    server.replies["/a"] = page(b"words", f'ETag: "{"x" * 5000}"')
    fetched = fetcher(time)(f"http://news.test:{server.port}/a", Known(etag='"a"\r\nX-Evil: 1'))
    assert (fetched.outcome, fetched.etag) == ("new", None)
    assert "x-evil" not in server.asked[-1].headers


def test_requests_to_one_host_keep_their_distance(server: Server, time: Time) -> None:
    """Two pages of one host are an interval apart, robots.txt counted; another host need not wait."""
    server.replies |= {"/a": page(b"1"), "/b": page(b"2")}
    ask = fetcher(time, Fetching(allow_private=True, interval_s=2.0))
    for path in "ab":
        ask(f"http://one.test:{server.port}/{path}")
    assert time.slept == [2.0, 2.0]  # robots.txt, a, b
    ask(f"http://two.test:{server.port}/a")
    assert time.slept == [2.0, 2.0, 2.0]  # the other host's robots.txt came at once


def test_a_crawl_delay_is_kept_up_to_a_minute(server: Server, time: Time) -> None:
    """A site that asks for longer between requests gets it; an absurd wish is cut."""
    server.replies |= {"/robots.txt": page(b"User-agent: *\nCrawl-delay: 7\n"), "/a": page(b"1")}
    ask = fetcher(time)
    for _ in range(3):
        ask(f"http://slow.test:{server.port}/a")
    assert time.slept == [1.0, 7.0, 7.0]
    server.replies["/robots.txt"] = page(b"User-agent: rashomon\nCrawl-delay: 1e9\n")
    for _ in range(3):
        ask(f"http://slower.test:{server.port}/a")
    assert time.slept[3:] == [1.0, 60.0, 60.0]


def test_robots_rules_are_kept_a_day_and_obeyed(server: Server, time: Time) -> None:
    """A forbidden path is refused without being asked for; the rules are read once a day."""
    server.replies |= {"/robots.txt": page(b"User-agent: *\nDisallow: /private\n"), "/private/a": page(b"1")}
    server.replies["/a"] = page(b"2")
    ask = fetcher(time)
    refused = ask(f"http://news.test:{server.port}/private/a")
    assert (refused.outcome, refused.code, refused.status) == ("refused", "robots_disallow", None)
    assert ask(f"http://news.test:{server.port}/a").outcome == "new"
    assert server.paths == ["/a"]
    assert len(server.asked) == 2
    time.seconds += 90_000
    ask(f"http://news.test:{server.port}/a")
    assert [a.path for a in server.asked][2:] == ["/robots.txt", "/a"]


def test_rules_for_us_win_over_rules_for_all(server: Server, time: Time) -> None:
    """A group that names this program is the only one that counts for it."""
    server.replies["/robots.txt"] = page(b"User-agent: *\nDisallow: /\n\nUser-agent: Rashomon\nDisallow: /x\n")
    server.replies["/a"] = page(b"1")
    assert fetcher(time)(f"http://news.test:{server.port}/a").outcome == "new"


@pytest.mark.parametrize("status", ["404 Not Found", "403 Forbidden", "401 Unauthorized", "410 Gone"])
def test_without_rules_everything_is_allowed(server: Server, time: Time, status: str) -> None:
    """A robots.txt that the site does not give forbids nothing (RFC 9309 2.3.1.3)."""
    server.replies |= {"/robots.txt": page(b"", status=status), "/a": page(b"1")}
    assert fetcher(time)(f"http://news.test:{server.port}/a").outcome == "new"


@pytest.mark.parametrize(
    "reply", [page(b"", status="503 Busy"), page(b"", status="429 Slow"), b"", b"HTTP/1.1 2x\r\n\r\n"]
)
def test_unreadable_rules_forbid_everything_for_a_while(server: Server, time: Time, reply: bytes) -> None:
    """Where robots.txt cannot be read, nothing is asked (RFC 9309 2.3.1.4), and it is tried again some minutes later."""
    server.replies |= {"/robots.txt": reply, "/a": page(b"1")}
    ask = fetcher(time)
    assert ask(f"http://news.test:{server.port}/a").code == "address_failed"
    tried = len(server.asked)
    assert ask(f"http://news.test:{server.port}/a").outcome == "failed"
    assert (len(server.asked), server.paths) == (tried, [])
    server.replies["/robots.txt"] = page(b"")
    time.seconds += 301
    assert ask(f"http://news.test:{server.port}/a").outcome == "new"


def test_redirected_rules_are_followed_but_never_inside(server: Server, time: Time) -> None:
    """robots.txt may stand elsewhere; one that redirects for ever, or to no web address, is as good as none."""
    server.replies |= {"/robots.txt": moved("/rules"), "/rules": page(b"User-agent: *\nDisallow: /a")}
    assert fetcher(time)(f"http://news.test:{server.port}/a").code == "robots_disallow"
    server.replies["/a"] = page(b"1")
    for place in ("/robots.txt", "file:///etc/passwd", "http://["):
        server.replies["/robots.txt"] = moved(place)
        assert fetcher(time)(f"http://news.test:{server.port}/a").outcome == "new"


def test_a_hostile_robots_file_is_read_in_bounded_time(server: Server, time: Time) -> None:
    """Half a megabyte of wildcards, and gigabytes after it, stop nothing."""
    rules = b"User-agent: *\n" + b"Disallow: /" + b"*a" * 20_000 + b"b\n" + b"Disallow: /x\n" * 60_000
    server.replies |= {"/robots.txt": page(rules), "/" + "a" * 2000: page(b"1")}
    assert fetcher(time)(f"http://news.test:{server.port}/{'a' * 2000}").outcome == "new"


@pytest.mark.parametrize("status", ["429 Slow", "500 Oops", "502 Bad", "503 Busy", "504 Late"])
def test_passing_errors_are_asked_again_with_growing_waits(server: Server, time: Time, status: str) -> None:
    """Three tries in all, the waits doubling with jitter; a page that comes then is new."""
    replies = iter([page(b"", status=status), page(b"", status=status), page(b"1")])
    server.replies |= {"/robots.txt": page(b""), "/a": lambda asked: next(replies)}
    ask = fetcher(time, Fetching(allow_private=True, interval_s=0.0))
    assert ask(f"http://news.test:{server.port}/a").outcome == "new"
    first, second = time.slept
    assert 0.5 <= first <= 1.0
    assert 1.0 <= second <= 2.0


def test_an_error_that_stays_is_told_with_its_status(server: Server, time: Time) -> None:
    """After the last try the status and the wait that the server asked for stand in the record."""
    server.replies["/a"] = page(b"", "Retry-After: 30", status="503 Busy")
    fetched = fetcher(time)(f"http://news.test:{server.port}/a")
    assert (fetched.outcome, fetched.status, fetched.retry_after_s) == ("failed", 503, 30.0)
    assert server.paths == ["/a"] * 3
    assert time.slept[1:] == [30.0, 30.0]


@pytest.mark.parametrize("value", ["3600", "Sun, 04 May 2025 13:00:00 GMT"])
def test_a_long_wait_is_left_to_later_and_kept_to(server: Server, time: Time, value: str) -> None:
    """A Retry-After beyond our patience ends the tries, and the host is left alone until it is over."""
    server.replies["/a"] = page(b"", f"Retry-After: {value}", status="429 Slow")
    ask = fetcher(time)
    fetched = ask(f"http://news.test:{server.port}/a")
    assert fetched.outcome == "failed"
    assert fetched.retry_after_s == pytest.approx(3600, abs=2)
    asked = len(server.asked)
    again = ask(f"http://news.test:{server.port}/b")
    assert again.retry_after_s == pytest.approx(3600, abs=2)
    assert len(server.asked) == asked
    server.replies["/a"] = page(b"1")
    time.seconds += 3601
    assert ask(f"http://news.test:{server.port}/a").outcome == "new"


@pytest.mark.parametrize("value", ["soon", "-5", "Sun, 99 May 2025 99:00:00 GMT", "9" * 400, ""])
def test_an_absurd_retry_after_breaks_nothing(server: Server, time: Time, value: str) -> None:
    """A Retry-After that is no number or date is left out; an endless one is a long wait."""
    server.replies["/a"] = page(b"", f"Retry-After: {value}", status="503 Busy")
    fetched = fetcher(time)(f"http://news.test:{server.port}/a")
    assert fetched.outcome == "failed"
    assert fetched.retry_after_s is None or fetched.retry_after_s <= 1e9


@pytest.mark.parametrize(("status", "outcome"), [("404 No", "gone"), ("410 Gone", "gone"), ("403 No", "failed"), ("401 Who", "failed"), ("204 Nothing", "failed"), ("418 Tea", "failed")])  # fmt: skip
def test_other_answers_are_not_asked_again(server: Server, time: Time, status: str, outcome: str) -> None:
    """A page that is gone or withheld is one request and one value with its reason."""
    server.replies["/a"] = page(b"", status=status)
    fetched = fetcher(time)(f"http://news.test:{server.port}/a")
    assert fetched.outcome == outcome
    assert fetched.code == {"gone": "address_gone", "failed": "address_failed"}[outcome]
    assert fetched.reason
    assert fetched.suggestion
    assert server.paths == ["/a"]


def test_a_name_or_a_host_that_is_not_there_fails_with_a_reason(server: Server, time: Time) -> None:
    """No such name, and nobody listening: `failed`, the name asked once."""
    ask = fetcher(time)
    assert "could not be found" in ask("http://nowhere.example/").reason
    server.close()
    assert "could not be reached" in ask(f"http://news.test:{server.port}/").reason


def test_redirects_are_followed_one_by_one(server: Server, time: Time) -> None:
    """A chain of redirects ends at the page; only where all were permanent is a new address to be kept."""
    base = f"http://news.test:{server.port}"
    server.replies |= {"/a": moved("/b", "301 Moved"), "/b": moved(f"{base}/c#x", "308 Moved"), "/c": page(b"1")}
    server.replies["/d"] = moved("/a", "302 Found")
    server.replies["/ü"] = page(b"2")
    ask = fetcher(time)
    fetched = ask(f"{base}/a")
    assert (fetched.outcome, fetched.final_address) == ("new", f"{base}/c")
    assert fetched.permanent_redirect_to == f"{base}/c"
    assert ask(f"{base}/d").permanent_redirect_to is None
    assert ask(f"{base}/c").permanent_redirect_to is None


def test_robots_rules_hold_for_every_hop(server: Server, time: Time) -> None:
    """A redirect to a forbidden path is not followed."""
    server.replies |= {"/robots.txt": page(b"User-agent: *\nDisallow: /b"), "/a": moved("/b"), "/b": page(b"1")}
    assert fetcher(time)(f"http://news.test:{server.port}/a").code == "robots_disallow"
    assert server.paths == ["/a"]


@pytest.mark.parametrize("contact", ["desk@example.org\r\nX-Evil: 1", "pult@пример.рф", "a\0b"])
def test_a_contact_that_could_break_a_header_is_wrong_use(contact: str) -> None:
    """The contact is one line of ASCII, or the run does not begin."""
    with pytest.raises(UsageError):
        Fetching(contact=contact)
