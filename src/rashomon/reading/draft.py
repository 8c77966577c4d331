"""A decoded text and what its format says about it, before it is settled into a report."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

from rashomon.model.moment import PublishedHow
from rashomon.model.source import RawSource
from rashomon.reading import address


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A decoded text and what stands beside it; `how` says whether the input gave that or the page showed it.

    `outlet_how` differs from it where the outlet is known another way. `listed` is a date by which another source knows
    the page; it counts where the page shows none. `front` is where the front matter of a Markdown file ends.
    """

    name: str
    text: str
    how: PublishedHow = "given"
    title: str | None = None
    url: str | None = None
    outlet: str | None = None
    outlet_how: PublishedHow | None = None
    byline: str | None = None
    section: str | None = None
    picture_url: str | None = None
    lang: str | None = None
    published: str | None = None
    modified: str | None = None
    listed: str | None = None
    given_id: str | None = None
    learned_at: dt.datetime | None = None
    raw_sha256: str | None = None
    front: int = 0


def beside(draft: Draft, source: RawSource) -> Draft:
    """The draft completed by what is known beside the source's bytes (`RawSource` says what wins)."""
    return replace(
        draft,
        url=address.page_address(source.address, draft.url),
        outlet=source.outlet or draft.outlet,
        outlet_how="given" if source.outlet else draft.outlet_how,
        lang=source.lang or draft.lang,
        listed=source.published,
        learned_at=source.learned_at,
    )
