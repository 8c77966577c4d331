"""Checks of how reports hang together: marks, components, stories."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping

from sqlalchemy import Connection

from rashomon.deciding import standing
from rashomon.errors import StoreError
from rashomon.grouping import Likeness, are_linked, is_core
from rashomon.knowledge.library import Library
from rashomon.model.grouping import Story
from rashomon.project.faults import Fault
from rashomon.project.link_reports import Linker
from rashomon.project.regroup import form_stories
from rashomon.project.settle_claims import unsettled
from rashomon.project.sightings import comebacks
from rashomon.storage import (
    chance_rows,
    component_rows,
    decision_rows,
    examining,
    link_rows,
    mark_rows,
    node_rows,
    report_rows,
    story_rows,
)
from rashomon.storage.packing import stamp, unpack
from rashomon.timeframe import select_live


def check_links(connection: Connection, seqs: Collection[int], library: Library) -> Iterator[Fault]:
    """The marks and links of these reports are those of their texts; what they are linked to is in their component."""
    counts = examining.mark_counts(connection)
    linker = Linker(library)
    for seq in seqs:
        try:
            stored = report_rows.reports_at(connection, [seq])[0]
            links = linker.likenesses(connection, seq, stored.report)
        except StoreError:
            continue
        marks = linker.marks(stored.report)
        if counts.get(seq, 0) != len(marks) or mark_rows.count_marks(connection, seq, marks) != len(marks):
            yield Fault(check="marks", subject=stored.report.id, what="the marks of a report are not those of its text")
        elif _kept(connection, seq) != _due(connection, seq, links):
            yield Fault(check="marks", subject=stored.report.id, what="the links of a report are not those of its text")
        linked = [other for other, like in links.items() if are_linked(like)]
        if set(component_rows.components_of(connection, linked).values()) - {stored.component}:
            yield Fault(check="components", subject=stored.report.id, what="a report lies apart from a linked one")


#: Of a report: how much of it stands in which copies, its chances with cores, and whether it is one.
_Kept = tuple[dict[int, float], dict[int, float], bool]


def _kept(connection: Connection, seq: int) -> _Kept:
    """What is kept of a report."""
    place = link_rows.places_of(connection, [seq]).get(seq)
    links, chances = (rows(connection, [seq])[seq] for rows in (link_rows.links_of, chance_rows.chances_of))
    return links, chances, place is not None and place.core


def _due(connection: Connection, seq: int, links: Mapping[int, Likeness]) -> _Kept:
    """What is due, of how alike it is to others and which of them are cores."""
    copies = {other: like.copied for other, like in links.items() if like.copied}
    place = link_rows.places_of(connection, [seq]).get(seq)
    if place is None or place.first != seq:
        return copies, {}, False
    cores = link_rows.places_among(connection, links, cores=True)
    chances = {core: links[core].chance for core in cores if links[core].chance}
    keys = node_rows.keys_at(connection, [seq, *cores])
    earlier = {core: chance for core, chance in chances.items() if keys[core] < keys[seq]}
    core = is_core(earlier.values())
    return copies, chances if core else earlier, core


def check_components(connection: Connection) -> Iterator[Fault]:
    """Every component has the number of its first report."""
    for number, least in component_rows.component_firsts(connection):
        if number != least:
            yield Fault(check="components", subject=str(number), what="a component is not named after its first report")


def check_stories(connection: Connection, formed_anew: Collection[int], library: Library) -> Iterator[Fault]:
    """Stories part the live reports of each component; those of some components are what forming them anew gives."""
    decisions = standing(decision_rows.all_decisions(connection))
    known = set(component_rows.every_component(connection))
    for row in examining.stories_raw(connection):
        if row.component not in known:
            yield Fault(check="stories", subject=str(row.component), what="a story belongs to no component")
            continue
        try:
            unpack(row.record, Story)
        except StoreError:
            yield Fault(check="stories", subject=str(row.component), what="a story cannot be decoded")
    for number in sorted(known):
        try:
            reports = [s.report for s in report_rows.component_reports(connection, [number])]
            stories = story_rows.stories_of(connection, number)
            back = comebacks(connection, reports)
            places = link_rows.places_of(connection, component_rows.members_of(connection, [number]))
        except StoreError:
            continue
        inside = sorted(r for s in stories for r in s.story.reports)
        if inside != sorted(r.id for r in select_live(reports, None, seen=True, back=back).live):
            yield Fault(check="stories", subject=str(number), what="stories do not hold each live report once")
        elif Counter(place.story for place in places.values()) != {s.story.id: len(s.story.reports) for s in stories}:
            yield Fault(check="stories", subject=str(number), what="reports are noted to stand in other stories")
        elif number in formed_anew:
            anew = sorted(form_stories(connection, number, reports, library, decisions), key=lambda s: s.story.id)
            same = [(s.story, stamp(s.newest), s.state) for s in stories]
            if same != [(s.story, stamp(s.newest), s.state) for s in anew]:
                yield Fault(check="stories", subject=str(number), what="stories are not what their reports make")
        if unsettled(connection, {number: reports}, decisions, library):
            yield Fault(check="stories", subject=str(number), what="claims are not found as persons decided them")
