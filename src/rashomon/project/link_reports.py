"""A new report linked with those that it is like, without looking at all others."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from functools import partial

from sqlalchemy import Connection

from rashomon.grouping import (
    Likeness,
    Numbers,
    Sketch,
    Words,
    are_linked,
    asked_marks,
    kept_marks,
    likeness,
    names_of,
)
from rashomon.knowledge.library import Library
from rashomon.model.report import Report
from rashomon.project.components import DisjointSets
from rashomon.project.sharers import Sharers
from rashomon.project.sketches import PACKED, Sketches
from rashomon.storage import component_rows, link_rows, mark_rows, node_rows, report_rows
from rashomon.storage.report_rows import content_hash


class Linker:
    """Finds what a report is like; keeps what it has made ready for comparison, of so many reports at most."""

    def __init__(self, library: Library, kept: int = PACKED) -> None:
        self._sketches = Sketches(library, kept)
        self._sharers = Sharers()

    def prepare(self, reports: Iterable[Report]) -> None:
        """Make ready what reports are compared by: it needs no store, and nobody else waits meanwhile."""
        for report in reports:
            self._sketches.make(content_hash(report), report)

    def join(self, connection: Connection, some: Sequence[tuple[int, Report]]) -> None:
        """Store the marks and links of reports (with their numbers), and join the components of all that are linked.

        Versions of a page stand in one component.
        """
        hashes = {seq: content_hash(report) for seq, report in some}
        sketches = {seq: self._sketches.make(hashes[seq], report) for seq, report in some}
        asked = {seq: asked_marks(sketch) for seq, sketch in sketches.items()}
        # Read before the reports' own are there: what nobody else has needs no reading.
        self._sharers.read(connection, frozenset().union(*asked.values()))
        self._sharers.add(connection, {seq: kept_marks(sketch) for seq, sketch in sketches.items()}, hashes)
        found: dict[tuple[int, int], Likeness] = {}
        compared: set[int] = set()
        for seq in sorted(sketches):
            # Of two that come together one asks for the other.
            compared.add(seq)
            near = self._sharers.find(asked[seq])
            for other, like in self._likenesses(connection, seq, hashes[seq], sketches[seq], near, compared).items():
                found[min(seq, other), max(seq, other)] = like
        link_rows.save_links(connection, found)
        first: dict[str, int] = {}
        pages = node_rows.lineage_nodes(connection, {report.lineage for _, report in some})
        joined = [(first.setdefault(node.lineage, seq), seq) for seq, node in sorted(pages.items())]
        joined += [pair for pair, like in found.items() if are_linked(like)]
        _join_components(connection, joined)

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
        return self._likenesses(connection, seq, key, sketch, self._sharers.find(asked), {seq})

    def _likenesses(
        self, connection: Connection, seq: int, key: str, here: Sketch, near: tuple[set[int], Numbers], but: set[int]
    ) -> dict[int, Likeness]:
        news, text = near
        # Reports of all times share turns of phrase with a place in them: their names tell that this is all.
        self._know_names(connection, self._sharers.names.missing(text))
        alike = self._sharers.names.sharing(names_of(here.marks.telling, here.marks.words), text)
        found: dict[int, Likeness] = {}
        for other, its in self._ready(connection, (news | alike) - but).items():
            there = self._sketches.find(its)
            if there is None:
                # It went while others were made ready.
                there = self._sketches.make(its, report_rows.reports_at(connection, [other])[0].report)
            words = partial(self._both, connection, (seq, key), (other, its))
            like = likeness(here, there, words, other in news, other in alike)
            if like.chance or like.copied:
                found[other] = like
        return found

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

    def _both(self, connection: Connection, one: tuple[int, str], other: tuple[int, str]) -> tuple[Words, Words]:
        return self._words(connection, *one), self._words(connection, *other)

    def _words(self, connection: Connection, seq: int, key: str) -> Words:
        known = self._sketches.find_words(key)
        return known or self._sketches.words(key, report_rows.reports_at(connection, [seq])[0].report)


def _join_components(connection: Connection, pairs: Sequence[tuple[int, int]]) -> None:
    """Make one component of those of the two reports of each pair."""
    component = component_rows.components_of(connection, sorted({seq for pair in pairs for seq in pair}))
    sets = DisjointSets(component.values())
    for one, other in pairs:
        sets.join(component[one], component[other])
    together: dict[int, set[int]] = defaultdict(set)
    for number in component.values():
        together[sets.find(number)].add(number)
    for numbers in together.values():
        if len(numbers) > 1:
            component_rows.join_components(connection, numbers)
