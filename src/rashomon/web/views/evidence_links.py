"""Where a claim's own words are read: its report in the reader, at the marked words."""

from __future__ import annotations

from collections.abc import Callable

from rashomon.rendering.lookup import Lookup
from rashomon.rendering.plain_text import clean
from rashomon.web.views.asked import Asked


def sentence_link(lookup: Lookup, story: str, asked: Asked) -> Callable[[str], str]:
    """A function from a claim's id to the address of its words; to the story's page where the claim is not in it."""

    def address(claim: str) -> str:
        found = lookup.claims.get(claim)
        if found is None:
            return f"/stories/{clean(story)}{asked.query}"
        return f"/stories/{clean(story)}/reports/{found.report}{asked.query}#{claim}"

    return address


def report_link(story: str, asked: Asked) -> Callable[[str], str]:
    """A function from the id of a report of the story to its address in the reader."""
    return lambda report: f"/stories/{clean(story)}/reports/{report}{asked.query}"
