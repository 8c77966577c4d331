"""The sources of a sentence as a footnote: in full where a report is first cited, then by its outlet and that note."""

from __future__ import annotations

from collections.abc import Iterable

from rashomon.model.brief import Sentence
from rashomon.rendering import wording
from rashomon.rendering.exports.paper.footnotes import Words
from rashomon.rendering.lookup import Lookup
from rashomon.rendering.plain_text import clean, web_address

#: More reports than these in one footnote are counted, not named.
_MOST = 8


class Sources:
    """Which report was first cited in which note."""

    def __init__(self, lookup: Lookup) -> None:
        self._lookup = lookup
        self._first: dict[str, int] = {}

    def of_sentence(self, sentence: Sentence, number: int) -> tuple[Words, ...]:
        """The footnote `number` of a sentence; empty where it cites no report."""
        found = [self._lookup.claims[c].report for c in sentence.claims if c in self._lookup.claims]
        return self.of_reports((*found, *sentence.reports), number)

    def of_claims(self, claims: Iterable[str], number: int) -> tuple[Words, ...]:
        """The footnote `number` of some claims."""
        return self.of_reports((self._lookup.claims[c].report for c in claims if c in self._lookup.claims), number)

    def of_reports(self, reports: Iterable[str], number: int) -> tuple[Words, ...]:
        """The footnote `number` that names some reports, each once."""
        listed = [r for r in dict.fromkeys(reports) if r in self._lookup.reports]
        words: list[Words] = []
        for report in listed[:_MOST]:
            words += [Words("; ")] if words else []
            words += self._source(report, number)
        if len(listed) > _MOST:
            words.append(Words(f"; and {len(listed) - _MOST} more reports"))
        return (_begun(words[0]), *words[1:], Words(".")) if words else ()

    def _source(self, report_id: str, number: int) -> list[Words]:
        report, outlet = self._lookup.reports[report_id], self._lookup.outlet(report_id)
        published = wording.instant(report.published)
        first = self._first.setdefault(report_id, number)
        if first != number:
            return [Words(f"{outlet}, {published} (note {first})")]
        title = f", “{clean(report.title)}”" if report.title else ""
        url = web_address(report.url)
        return [Words(f"{outlet}{title}, {published}"), *([Words(", "), Words(url, url)] if url else [])]


def _begun(words: Words) -> Words:
    return words._replace(text=words.text[:1].upper() + words.text[1:])
