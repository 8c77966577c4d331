"""Nothing but the public internet is asked for, in whatever spelling, by whatever way."""

from __future__ import annotations

import ipaddress

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.fetching.served import PUBLIC, Server, Time, fetcher, led_home, moved, page, serving

from rashomon.adapters.fetching.codes import Refused
from rashomon.adapters.fetching.guard import checked_ips, resolve_name
from rashomon.adapters.fetching.networks import why_not_public
from rashomon.adapters.fetching.target import read_target
from rashomon.settings import Fetching

STRICT = Fetching()

#: Spellings of hosts that are this machine, its network, or a cloud's metadata; {p} is the server's port.
PRIVATE = """
http://127.0.0.1:{p}/  http://127.1:{p}/  http://127.0.1:{p}/  http://2130706433:{p}/  http://0x7f000001:{p}/
http://0x7f.1:{p}/  http://0X7F.0x0.0x0.0x1:{p}/  http://0177.0.0.1:{p}/  http://017700000001:{p}/  http://0:{p}/
http://0.0.0.0:{p}/  http://127.0.0.1.:{p}/  http://127.255.255.254:{p}/  http://%31%32%37.0.0.1:{p}/
http://127%2e0%2e0%2e1:{p}/  http://１２７.０.０.１:{p}/  http://127。0。0。1:{p}/  http://①②⑦.0.0.1:{p}/
http://[::1]:{p}/  http://[0:0:0:0:0:0:0:1]:{p}/  http://[::]:{p}/  http://[::ffff:127.0.0.1]:{p}/
http://[::ffff:7f00:1]:{p}/  http://[::127.0.0.1]:{p}/  http://[::ffff:0:127.0.0.1]:{p}/
http://[64:ff9b::127.0.0.1]:{p}/  http://[64:ff9b:1::7f00:1]:{p}/  http://[2002:7f00:1::]:{p}/
http://[2001:0:7f00:1::]:{p}/  http://[fe80::1]:{p}/  http://[fe80::1%25lo]:{p}/  http://[fec0::1]:{p}/
http://[fc00::1]:{p}/  http://[fd00:ec2::254]:{p}/  http://[ff02::1]:{p}/  http://[100::1]:{p}/
http://[2001:db8::1]:{p}/  http://localhost:{p}/  http://LOCALHOST:{p}/  http://localhost.:{p}/
http://foo.localhost:{p}/  http://ⓛocalhost:{p}/  http://printer:{p}/  http://printer.local:{p}/
http://metadata.google.internal:{p}/  http://169.254.169.254:{p}/  http://0xa9fea9fe:{p}/  http://2852039166:{p}/
http://0251.0376.0251.0376:{p}/  http://[::ffff:a9fe:a9fe]:{p}/  http://100.100.100.200:{p}/  http://168.63.129.16:{p}/
http://192.0.0.192:{p}/  http://10.0.0.1:{p}/  http://10.1:{p}/  http://172.16.0.1:{p}/  http://172.31.255.255:{p}/
http://192.168.1.1:{p}/  http://192.168.257:{p}/  http://100.64.0.1:{p}/  http://198.18.0.1:{p}/  http://224.0.0.1:{p}/
http://240.0.0.1:{p}/  http://255.255.255.255:{p}/  http://203.0.113.5:{p}/
""".split()

#: Addresses that two programs could read differently, that hide a password, or that are none of the web.
TWISTED = r"""
http://example.org@127.0.0.1:{p}/  http://127.0.0.1:{p}@example.org/  http://example.org:pw@127.0.0.1:{p}/
http://127.0.0.1:{p}\@example.org/  http://example.org\@127.0.0.1:{p}/  http://127.0.0.1:{p}#@example.org/
http:/\127.0.0.1:{p}/  http:\\127.0.0.1:{p}/  http:127.0.0.1:{p}/  http:///127.0.0.1:{p}/  //127.0.0.1:{p}/
http://example.org%00.127.0.0.1:{p}/  http://example.org%2f@127.0.0.1:{p}/  http://example.org%20.127.0.0.1:{p}/
http://[127.0.0.1]:{p}/  http://[::1/  http://::1:{p}/  http://127.0.0.1:{p}:80/  http://127.0.0.1:99999/
http://127.0.0.1:+{p}/  http://256.256.256.256:{p}/  http://1.2.3.4.5:{p}/  http://0x:{p}/  http://08.0.0.1:{p}/
http://4294967296:{p}/  http://999999999999999999999999:{p}/  http://127.0.0.1..:{p}/  http://.:{p}/  http://:{p}/
http://-a.example:{p}/  http://exa$mple.org:{p}/  ftp://127.0.0.1:{p}/  file:///etc/passwd  gopher://127.0.0.1:{p}/
javascript:alert(1)  data:text/html,x  unix:///a.sock  http+unix://a:{p}/  HTTP://[v1.127]:{p}/
""".split()


@pytest.mark.parametrize("spelling", PRIVATE + TWISTED)
def test_no_spelling_reaches_a_private_host(server: Server, time: Time, spelling: str) -> None:
    """An address that is private or ambiguous is refused with a reason, and no connection is opened."""
    fetched = fetcher(time, STRICT)(spelling.replace("{p}", str(server.port)))
    assert (fetched.outcome, fetched.code) == ("refused", "address_refused")
    assert fetched.reason
    assert fetched.content == b""
    assert server.connections == 0


@pytest.mark.parametrize(
    "address", ["http://a\tb.example/", "http://a.example/\r\nHost: b", "http://\x00/", "http://a b/"]
)
def test_control_characters_are_refused(time: Time, address: str) -> None:
    """An address with a control character or a space in its host is refused."""
    assert fetcher(time, STRICT)(address).outcome == "refused"


@pytest.mark.parametrize(
    ("address", "host"),
    [
        ("HTTP://News.Example.ORG/A?b#c", "news.example.org"),
        ("https://example.org.:443/", "example.org"),
        ("https://bücher.example/", "xn--bcher-kva.example"),
        ("https://b%C3%BCcher.example/", "xn--bcher-kva.example"),
        ("http://134744072/", "8.8.8.8"),
        ("http://[2606:4700::1111]/", "2606:4700::1111"),
    ],
)
def test_public_hosts_are_read_in_one_spelling(address: str, host: str) -> None:
    """A public host is allowed, and every spelling of it gives the same name."""
    assert read_target(address).host == host


def test_a_path_is_encoded_and_nothing_of_it_can_break_out_of_the_request_line() -> None:
    """Spaces, backslashes and letters beyond ASCII in a path are encoded; the fragment is dropped."""
    target = read_target("https://example.org/a b\\c/é?q=ü x%20y#part")
    assert target.address == "https://example.org/a%20b%5Cc/%C3%A9?q=%C3%BC%20x%20y"


@given(st.integers(0, 2**32 - 1))
def test_ipv4_judgement_is_never_laxer_than_the_standard_library(number: int) -> None:
    """What the standard library calls not global is never public here, and nested in IPv6 the judgement is the same."""
    four = ipaddress.IPv4Address(number)
    if not four.is_global or four.is_multicast:
        assert why_not_public(four) is not None
    for six in (f"::ffff:{four}", f"64:ff9b::{four}"):
        assert why_not_public(ipaddress.IPv6Address(six)) == why_not_public(four)


@given(st.integers(0, 2**128 - 1) | st.integers(0x2000 << 112, (0x4000 << 112) - 1))
def test_ipv6_judgement_is_never_laxer_than_the_standard_library(number: int) -> None:
    """What the standard library calls not global is never public here, but for the translated IPv4 of NAT64 and 6to4."""
    six = ipaddress.IPv6Address(number)
    if six.sixtofour is None and (not six.is_global or six.is_multicast or six.is_reserved):
        assert why_not_public(six) is not None


@given(st.text(max_size=60))
def test_no_text_makes_reading_an_address_fail(text: str) -> None:
    """Any text after http:// is read or refused, and what is read has a host in plain ASCII."""
    try:
        target = read_target(f"http://{text}")
    except Refused:
        return
    assert target.host.isascii()
    assert not set(target.host) & set("/\\?#@ %")
    assert target.path.isascii()


@pytest.mark.parametrize("spelling", [s for s in PRIVATE if "localhost" in s or "127" in s or "::1]" in s][:12])
def test_a_redirect_to_a_private_host_is_not_followed(
    monkeypatch: pytest.MonkeyPatch, server: Server, time: Time, spelling: str
) -> None:
    """A public page that redirects inside is asked once, and the inside nothing."""
    with serving() as inside:
        server.replies["/"] = moved(spelling.replace("{p}", str(inside.port)))
        tried = led_home(monkeypatch, server.port)
        fetched = fetcher(time, STRICT, lambda host, port: [PUBLIC])("http://news.example/")
        assert (fetched.outcome, fetched.code) == ("refused", "address_refused")
        assert server.paths == ["/"]
        assert set(tried) == {PUBLIC}
        assert inside.connections == 0


@pytest.mark.parametrize(
    "answers",
    [["127.0.0.1"], ["::1"], [PUBLIC, "127.0.0.1"], ["::ffff:169.254.169.254"], ["10.0.0.7", PUBLIC], ["fe80::1%eth0"]],
)
def test_a_name_that_leads_inside_is_refused(
    monkeypatch: pytest.MonkeyPatch, server: Server, time: Time, answers: list[str]
) -> None:
    """A name with any private address is refused before a socket opens."""
    tried = led_home(monkeypatch, server.port)
    fetched = fetcher(time, STRICT, lambda host, port: answers)("http://news.example/")
    assert (fetched.outcome, fetched.code) == ("refused", "address_refused")
    assert tried == []


def test_a_name_that_changes_its_answer_is_connected_where_it_was_checked(
    monkeypatch: pytest.MonkeyPatch, server: Server, time: Time
) -> None:
    """The socket opens to the very address that was judged; the name service is asked once a request."""
    server.replies["/"] = page(b"words")
    answers = iter([[PUBLIC], [PUBLIC], ["127.0.0.1"]])
    asked: list[str] = []
    tried = led_home(monkeypatch, server.port)

    def resolve(host: str, port: int) -> list[str]:
        asked.append(host)
        return next(answers)

    ask = fetcher(time, STRICT, resolve)
    assert ask("http://news.example/").outcome == "new"
    assert tried == [PUBLIC, PUBLIC]  # robots.txt, then the page
    assert asked == ["news.example", "news.example"]
    assert ask("http://news.example/").outcome == "refused"
    assert tried == [PUBLIC, PUBLIC]


def test_private_hosts_are_fetched_where_the_user_allows_them(server: Server, time: Time) -> None:
    """With allow_private a host of this machine is asked like any other."""
    server.replies["/a"] = page(b"words")
    fetched = fetcher(time)(f"http://127.0.0.1:{server.port}/a")
    assert (fetched.outcome, fetched.content) == ("new", b"words")
    assert server.paths == ["/a"]


def test_proxies_of_the_environment_are_not_used(monkeypatch: pytest.MonkeyPatch, server: Server, time: Time) -> None:
    """A proxy named in the environment gets nothing: it would resolve names behind the guard."""
    server.replies["/a"] = page(b"words")
    with serving() as proxy:
        for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
            monkeypatch.setenv(name, f"http://127.0.0.1:{proxy.port}")
        assert fetcher(time)(f"http://127.0.0.1:{server.port}/a").outcome == "new"
        assert proxy.connections == 0


def test_this_machines_name_service_gives_addresses_that_the_guard_reads() -> None:
    """The shipped resolver's answers can be judged: localhost leads to loopback and is refused."""
    assert {"127.0.0.1", "::1"} & set(resolve_name("localhost", 80))
    with pytest.raises(Refused, match="loopback"):
        checked_ips("localhost", 80, resolve_name, allow_private=False)
