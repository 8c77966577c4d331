"""A new report linked with those that it is like, without looking at all others."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from functools import partial

from sqlalchemy import Connection

from rashomon.grouping import (
    LINKED,
    Likeness,
    Numbers,
    Sketch,
    Words,
    asked_marks,
    kept_marks,
    likeness,
    names_of,
)
from rashomon.knowledge.library import Library
from rashomon.model.report import Report
from rashomon.project.components import Components
from rashomon.project.sharers import Sharers
from rashomon.project.sketches import PACKED, Sketches
from rashomon.storage import link_rows, mark_rows, node_rows, report_rows
from rashomon.storage.report_rows import content_hash

#: So many of the newest reports that may tell a report's news are compared first.
_FIRST = 20
#: So many pairs that were compared are remembered while a batch is linked and grouped.
_WEIGHED = 200_000


class Linker:
    """Finds what a report is like; keeps what it has made ready for comparison, of so many reports at most."""

    def __init__(self, library: Library, kept: int = PACKED) -> None:
        self._sketches = Sketches(library, kept)
        self._sharers = Sharers()
        #: Of the reports that came last: those that may tell their news, and what was compared.
        self._near: dict[int, Numbers] = {}
        self._weighed: dict[tuple[int, int], float] = {}
        self._state: str | None = None

    def prepare(self, reports: Iterable[Report]) -> None:
        """Make ready what reports are compared by: it needs no store, and nobody else waits meanwhile."""
        for report in reports:
            self._sketches.make(content_hash(report), report)

    def join(self, connection: Connection, some: Sequence[tuple[int, Report]]) -> None:
        """Store the marks of reports (with their numbers) and whose copies they are, and join the components of all
        that are linked.

        Versions of a page stand in one component.
        """
        hashes = {seq: content_hash(report) for seq, report in some}
        sketches = {seq: self._sketches.make(hashes[seq], report) for seq, report in some}
        asked = {seq: asked_marks(sketch) for seq, sketch in sketches.items()}
        # Read before the reports' own are there: what nobody else has needs no reading.
        self._sharers.read(connection, frozenset().union(*asked.values()))
        self._sharers.add(connection, {seq: kept_marks(sketch) for seq, sketch in sketches.items()}, hashes)
        self._near, self._weighed, self._state = {}, {}, mark_rows.marks_state(connection)
        first: dict[str, int] = {}
        pages = node_rows.lineage_nodes(connection, {report.lineage for _, report in some})
        components = Components(connection)
        components.join([(first.setdefault(node.lineage, seq), seq) for seq, node in sorted(pages.items())])
        copied: dict[tuple[int, int], float] = {}
        compared: set[int] = set()
        for seq in sorted(sketches):
            # Of two that come together one asks for the other.
            compared.add(seq)
            news, text = self._sharers.find(asked[seq])
            self._near[seq] = news
            shares = self._shares(connection, seq, hashes[seq], sketches[seq], text, compared)
            copied.update({(min(seq, other), max(seq, other)): share for other, share in shares.items()})
            components.join([(seq, other) for other in shares])
            self._reach(connection, components, seq, hashes[seq])
        link_rows.save_links(connection, copied)
        components.save()

    def _reach(self, connection: Connection, components: Components, seq: int, key: str) -> None:
        """Join a report's component with all others of which a report is linked with it."""
        near = self._near[seq]
        # Most stand in one component, as a rule, and the newest of them tell of it: the rest need no comparing.
        for some in (near[-_FIRST:], near):
            apart = components.apart(seq, some.tolist())
            for other, key_there in self._ready(connection, apart).items():
                if components.are_one(seq, other):
                    continue
                if self._chance(connection, (seq, key), (other, key_there)) >= LINKED:
                    components.join([(seq, other)])

    def news(self, connection: Connection, seq: int) -> set[int]:
        """The reports that may tell a stored one's news: all that have enough of its marks, and few others."""
        if self._state != mark_rows.marks_state(connection):
            self._near, self._weighed, self._state = {}, {}, mark_rows.marks_state(connection)
        near = self._near.get(seq)
        if near is None:
            key = self._sharers.hashes(connection, [seq])[seq]
            asked = asked_marks(self._sketch(connection, seq, key))
            self._sharers.read(connection, asked)
            near = self._sharers.find(asked)[0]
        return set(near.tolist()) - {seq}

    def chances(self, connection: Connection, seq: int, others: Collection[int]) -> dict[int, float]:
        """The chances that a stored report tells one happening with these, as far as they are worth keeping."""
        keys = self._ready(connection, {seq, *others})
        found = {other: self._chance(connection, (seq, keys[seq]), (other, keys[other])) for other in others}
        return {other: chance for other, chance in found.items() if chance > 0}

    def _chance(self, connection: Connection, one: tuple[int, str], other: tuple[int, str]) -> float:
        pair = (one[0], other[0]) if one[0] < other[0] else (other[0], one[0])
        found = self._weighed.get(pair)
        if found is None:
            here, there = self._sketch(connection, *one), self._sketch(connection, *other)
            found = likeness(here, there, _no_words, text=False).chance
            if len(self._weighed) < _WEIGHED:
                self._weighed[pair] = found
        return found

    def _shares(
        self, connection: Connection, seq: int, key: str, here: Sketch, text: Numbers, but: set[int]
    ) -> dict[int, float]:
        """The share of words in common with each of those reports that this one is a copy of, or that are its."""
        # Reports of all times share turns of phrase with a place in them: their names tell that this is all.
        self._know_names(connection, self._sharers.names.missing(text))
        alike = self._sharers.names.sharing(names_of(here.marks.telling, here.marks.words), text) - but
        self._know_runs(connection, self._sharers.runs.missing(alike))
        alike = self._sharers.runs.sharing(self._words(connection, seq, key), alike) if alike else alike
        found: dict[int, float] = {}
        for other, its in self._ready(connection, alike).items():
            there = self._sketch(connection, other, its)
            words = partial(self._both, connection, (seq, key), (other, its))
            share = likeness(here, there, words, news=False).copied
            if share:
                found[other] = share
        return found

    def part(self, connection: Connection, seq: int, report: Report) -> None:
        """Forget the marks and links of a report as it stood; its component stays as wide as it is."""
        mark_rows.delete_marks(connection, seq, self.marks(report))
        link_rows.delete_links(connection, seq)

    def marks(self, report: Report) -> frozenset[int]:
        """The marks that a store keeps of a report."""
        return kept_marks(self._sketches.make(content_hash(report), report))

    def likenesses(self, connection: Connection, seq: int, report: Report) -> dict[int, Likeness]:
        """How alike a report is to every other one that the store has marks of; those that are not are left out."""
        key = content_hash(report)
        sketch = self._sketches.make(key, report)
        asked = asked_marks(sketch)
        self._sharers.read(connection, asked)
        news, text = self._sharers.find(asked)
        shares = self._shares(connection, seq, key, sketch, text, {seq})
        chances = self.chances(connection, seq, set(news.tolist()) - {seq})
        return {o: Likeness(chances.get(o, 0.0), shares.get(o, 0.0)) for o in shares.keys() | chances.keys()}

    def _know_names(self, connection: Connection, seqs: Collection[int]) -> None:
        """Have the names of these reports at hand."""
        keys = self._sharers.hashes(connection, seqs)
        known = {seq: names for seq, key in keys.items() if (names := self._sketches.find_names(key)) is not None}
        for seq, names in known.items():
            self._sharers.names.keep(seq, names)
        # A few at a time: of a large project a process that has seen nothing yet asks for thousands.
        for some in report_rows.chunks([seq for seq in keys if seq not in known]):
            for stored in report_rows.reports_at(connection, some):
                self._sharers.names.keep(stored.seq, self._sketches.names(keys[stored.seq], stored.report))

    def _know_runs(self, connection: Connection, seqs: Collection[int]) -> None:
        """Have the runs of words of these reports at hand."""
        keys = self._sharers.hashes(connection, seqs)
        known = {seq: words for seq, key in keys.items() if (words := self._sketches.find_words(key)) is not None}
        for seq, words in known.items():
            self._sharers.runs.keep(seq, words)
        for some in report_rows.chunks([seq for seq in keys if seq not in known]):
            for stored in report_rows.reports_at(connection, some):
                self._sharers.runs.keep(stored.seq, self._sketches.words(keys[stored.seq], stored.report))

    def _ready(self, connection: Connection, seqs: Collection[int]) -> dict[int, str]:
        """The content hashes of reports, whose sketches are made.

        What a report is compared by goes with its content: another process may have completed its record.
        """
        keys = self._sharers.hashes(connection, seqs)
        unknown = [seq for seq, key in keys.items() if not self._sketches.has(key)]
        if unknown:
            for stored in report_rows.reports_at(connection, unknown):
                self._sketches.make(keys[stored.seq], stored.report)
        return keys

    def _sketch(self, connection: Connection, seq: int, key: str) -> Sketch:
        """The sketch of a report; made again where it went while others were made ready."""
        return self._sketches.find(key) or self._sketches.make(key, report_at(connection, seq))

    def _both(self, connection: Connection, one: tuple[int, str], other: tuple[int, str]) -> tuple[Words, Words]:
        return self._words(connection, *one), self._words(connection, *other)

    def _words(self, connection: Connection, seq: int, key: str) -> Words:
        known = self._sketches.find_words(key)
        return known or self._sketches.words(key, report_rows.reports_at(connection, [seq])[0].report)


def report_at(connection: Connection, seq: int) -> Report:
    """The report of a number that is there."""
    return report_rows.reports_at(connection, [seq])[0].report


def _no_words() -> tuple[Words, Words]:
    raise AssertionError("texts are not compared")
