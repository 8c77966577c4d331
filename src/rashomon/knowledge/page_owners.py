"""Whose page a report is: the organisation that its outlet's name or its address names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from rashomon.knowledge.organisations import Organisation, Organisations

_BRACKET = re.compile(r"\s*\((?P<inside>[^()]*)\)\s*$")
#: What an address ends in that is no name: "org", "co.uk", "gov.sd"; such parts are no longer.
_LONGEST_SUFFIX = 3


def owner_of_page(outlet: str | None, url: str | None, organisations: Organisations) -> Organisation | None:
    """The organisation by whose name, letters or address a page is signed ("HRW", "doctorswithoutborders.org")."""
    for name in page_names(outlet, url):
        found = organisations.find(name) or organisations.run_together(name)
        if found is not None:
            return found
    return None


def page_names(outlet: str | None, url: str | None) -> Iterator[str]:
    """The names by which a page is signed, the likeliest first: the outlet's, one in brackets, those of addresses."""
    if outlet:
        bracket = _BRACKET.search(outlet)
        outer = outlet[: bracket.start()] if bracket is not None else outlet  # "OHCHR (special procedures)"
        yield outlet
        for words in (outer, bracket["inside"]) if bracket is not None else (outer,):
            yield words
            label = host_label(words)
            if label:
                yield label
                yield label.upper()
    label = host_label(urlsplit(url).hostname or "") if url else None
    if label:
        yield label
        yield label.upper()


def host_label(host: str) -> str | None:
    """The part of a host's name that is the owner's ("unicef" of "www.unicef.org.au"); null where words are no host."""
    labels = host.lower().split(".")
    if len(labels) < 2 or " " in host:
        return None
    end = len(labels) - 1
    if end > 1 and max(len(part) for part in labels[end - 1 :]) <= _LONGEST_SUFFIX:
        end -= 1
    return labels[end - 1]
