"""Forms of addresses: which are one page, what a page says of its own, and no password in any of them."""

from __future__ import annotations

import pytest

from rashomon.reading.address import canonical_address, page_address, without_credentials


@pytest.mark.parametrize(
    ("named", "kept"),
    [
        ("https://www.example.org/a", "https://www.example.org/a"),
        ("/a?page=2", "https://m.example.org/a?page=2"),
        ("https://other.example/a", "https://m.example.org/x"),
        ("https://example.org/", "https://m.example.org/x"),
        ("https://example.org", "https://m.example.org/x"),
        ("javascript:alert(1)", "https://m.example.org/x"),
        ("http://[", "https://m.example.org/x"),
        (None, "https://m.example.org/x"),
    ],
)
def test_a_page_speaks_for_its_own_site_only(named: str | None, kept: str) -> None:
    """rel=canonical counts within the site, and never makes a story out of the front page."""
    assert page_address("https://m.example.org/x", named) == kept


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org/a?utm_source=x", "http://www.example.org/a/", "https://example.org./a#top",
        "https://example.org/a?smid=tw-share", "https://example.org/a?CMP=share_btn", "https://example.org/a?outputType=amp",
        "https://example.org/a;jsessionid=1A2B", "https://user:pw@example.org:443/a", "https://example.org/a?amp=1&fbclid=1",
        "https://example.org/a/amp/", "https://www-example-org.cdn.ampproject.org/c/s/www.example.org/a",
        "https://www.google.com/amp/s/example.org/a/amp", "https://web.archive.org/web/20250503/http://example.org/a",
    ],
)  # fmt: skip
def test_addresses_of_one_page_have_one_canonical_form(address: str) -> None:
    """What says how a reader came is no part of an address."""
    assert canonical_address(address) == "https://example.org/a"


def test_parameters_that_choose_a_page_stay() -> None:
    """A number or a page in the query is part of the address."""
    assert canonical_address("https://example.org/a?amp=story&id=7") == "https://example.org/a?amp=story&id=7"


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("https://u:p@example.org/a@b", "https://example.org/a@b"),
        ("https://example.org/@desk/1", "https://example.org/@desk/1"),
        ("https://[::1]:80/a@b", "https://[::1]:80/a@b"),
        ("https://example.org:80/a@b", "https://example.org:80/a@b"),
        ("https://u:p/q@example.org/", "https://example.org/"),
        ("https:\\\\u:p@example.org", "https:\\\\example.org"),
    ],
)
def test_credentials_are_taken_out_and_nothing_else(address: str, shown: str) -> None:
    """User name and password go, an @ in a path stays."""
    assert without_credentials(address) == shown
