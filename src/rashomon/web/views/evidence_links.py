"""Where what a page of a story rests on is read: a claim's own words, a question's figures, further sentences."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

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


def links_from(lookup: Lookup, asked: Asked, view: str, **more: str) -> dict[str, Any]:
    """What the templates of a view link with: a claim's sentence, a question's figures, the notes that it folds.

    `more` is what the view's own address says beside the instant and the policy.
    """
    here = f"/stories/{clean(lookup.dossier.story)}"

    def figure_at(question: str) -> str:
        return f"{with_query(f'{here}/figures', asked, question=question)}#{question}"

    def evidence_at(first: int, last: int) -> str:
        parts = {"of": view, **more, "start": str(first - 1), "until": str(last)}
        return with_query(f"{here}/evidence", asked, **parts)

    return {
        "sentence": sentence_link(lookup, lookup.dossier.story, asked),
        "figure_at": figure_at,
        "evidence_at": evidence_at,
    }


def with_query(path: str, asked: Asked, **parts: str) -> str:
    """An address with the instant and policy that a page shows, and what else is given and not empty."""
    more = urlencode({name: value for name, value in parts.items() if value})
    return path + asked.query + (f"{'&' if asked.query else '?'}{more}" if more else "")
