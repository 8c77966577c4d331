"""Histories of a project in which any two reports are as like each other as chance has it, told in any order."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from random import Random

import msgspec
import pytest
from tests.store.worlds import NOON, quiet

from rashomon.app.parts import shipped_parts
from rashomon.deciding import forced_groups, standing
from rashomon.grouping import cores, find_copies, group_stories
from rashomon.grouping.story_features import Features
from rashomon.knowledge.library import Library
from rashomon.model.claim import ReportClaims
from rashomon.model.decision import Decision, DecisionKind
from rashomon.model.moment import Published
from rashomon.model.outcome import Outcome
from rashomon.model.report import Report
from rashomon.pipeline import Parts
from rashomon.project import Linker, add_reports, make_decision, remove_report, take_decision
from rashomon.project.check_groups import check_components, check_links, check_stories
from rashomon.project.sightings import comebacks
from rashomon.storage import Store, chance_rows, component_rows, decision_rows, link_rows, report_rows, story_rows
from rashomon.storage.story_rows import list_stories
from rashomon.timeframe import select_live

#: Every report has these words in an order of its own: all are compared, and nobody copies anybody by them.
WORDS = "Anzar Tirmak Velden Osk Moriba Quill Santeo Bruhn Kadari Lomé Fesk Yarrow Dunmere Ilvas Pontok Rhee".split()
#: How like two reports are.
Chance = Callable[[Features, Features], float]
_GROUPINGS: Sequence[DecisionKind] = ("merge_copies", "split_copies", "merge_stories", "split_stories")
#: What writes at the end of a change, and may fail there.
_LAST = [(story_rows, "replace_stories"), (chance_rows, "save_chances"), (link_rows, "save_places")]


def faults_of(store: Store) -> list[str]:
    """What the checks of groups find wrong in a project, all of its links and stories made anew."""
    with store.reading() as connection:
        seqs = report_rows.every_seq(connection)
        found = [*check_links(connection, seqs, _library()), *check_components(connection)]
        found += check_stories(connection, component_rows.every_component(connection), _library())
    return [f"{f.check} {f.subject}: {f.what}" for f in found]


class History:
    """What becomes of one project; `random` says what happens, and when."""

    def __init__(self, store: Store, random: Random) -> None:
        self._store, self._random = store, random
        #: Several processes, one of which keeps next to nothing at hand.
        self._linkers = [Linker(_library()), Linker(_library()), Linker(_library(), kept=3)]
        self._removed: list[Report] = []
        self._decided: list[Decision] = []
        self._minute = 0

    def run(self, deciding: bool) -> Iterator[None]:
        """Let all come, and some go, come again and fail; persons decide on groups where `deciding`."""
        coming = reports_of(self._random)
        while coming:
            size = self._random.choice([1, 1, 2, 5, 9])
            self.add(coming[:size])
            coming = coming[size:]
            for _ in range(self._random.choice([0, 0, 0, 1, 3])):
                self.remove()
            if self._removed and self._random.random() < 0.3:
                self.add([self._removed.pop()], force=True)
            if deciding and self._random.random() < 0.4:
                self.decide()
            yield

    def add(self, some: Sequence[Report], force: bool = False) -> None:
        """Add reports; now and then the first attempt is given up in the midst of it."""
        if self._random.random() < 0.2:
            with suppress(ZeroDivisionError), _failing(self._random):
                self._add(some, force)
        self._add(some, force)

    def _add(self, some: Sequence[Report], force: bool) -> None:
        parts = Parts(None, _library(), lambda new: [Outcome(ReportClaims(report=r.id)) for r in new])  # type: ignore[arg-type]
        linker = self._random.choice(self._linkers)
        add_reports(self._store, Outcome(tuple(some)), parts, quiet(), linker=linker, force=force)

    def remove(self) -> None:
        """Remove a report, which may come again."""
        there = self._there()
        if there:
            self._removed.append(self._random.choice(there))
            name = self._removed[-1].id
            remove_report(self._store, name, reason="Asked.", by="R. Desk", at=NOON, library=_library())

    def decide(self) -> None:
        """Decide that some reports stand together or apart, or undo such a decision."""
        there = [report.id for report in self._there()]
        self._minute += 1
        at = NOON + dt.timedelta(minutes=self._minute)
        if self._decided and self._random.random() < 0.35:
            undone = self._decided.pop(self._random.randrange(len(self._decided)))
            take_decision(self._store, make_decision("undo", [undone.id], by="R. Desk", at=at), _library())
        elif len(there) > 3:
            some = self._random.sample(there, self._random.choice([2, 2, 3]))
            self._decided.append(make_decision(self._random.choice(_GROUPINGS), some, by="R. Desk", at=at))
            take_decision(self._store, self._decided[-1], _library())

    def _there(self) -> list[Report]:
        with self._store.reading() as connection:
            return sorted((s.report for s in report_rows.every_report(connection)), key=lambda r: r.id)


def reports_of(random: Random) -> list[Report]:
    """Some reports of two weeks in any order; some carry another's text, stand on its page, or come undated first."""
    made: list[Report] = []
    for n in range(random.randint(8, 26)):
        words = random.sample(WORDS, len(WORDS))
        earliest = NOON + dt.timedelta(hours=random.randint(0, 300))
        published = Published(earliest=earliest, latest=earliest, precision="instant", how="given")
        text = random.choice(made).text + f" {n}" if made and random.random() < 0.3 else " ".join(words * 2)
        report = Report(id=f"rpt-{n}", text=text, published=published, lineage=f"rpt-{n}")
        if made and random.random() < 0.2:
            learned = NOON + dt.timedelta(days=20, hours=n)
            report = msgspec.structs.replace(report, lineage=random.choice(made).lineage, learned_at=learned)
        made.append(report)
    random.shuffle(made)
    undated = [msgspec.structs.replace(report, published=None) for report in random.sample(made, 2)]
    return [*undated, *made]


def stories_by_texts(store: Store) -> list[tuple[str, tuple[str, ...]]]:
    """The stories that all reports of a project make, under what persons decided, by their texts alone."""
    with store.reading() as connection:
        reports = [s.report for s in report_rows.every_report(connection)]
        live = select_live(reports, None, seen=True, back=comebacks(connection, reports)).live
        decisions = standing(decision_rows.all_decisions(connection))
    copies = find_copies(live, _library(), forced_groups(decisions, "copies")).value
    stories = group_stories(live, [], copies, _library(), forced_groups(decisions, "stories")).value
    return sorted((story.id, story.reports) for story in stories)


def stories_kept(store: Store) -> list[tuple[str, tuple[str, ...]]]:
    """The stories that a project holds."""
    with store.reading() as connection:
        return sorted((s.story.id, s.story.reports) for s in list_stories(connection))


def set_chances(patch: pytest.MonkeyPatch, enough: int, chance: Chance) -> None:
    """Have so many cores be enough, and two reports be as like each other as is said."""
    patch.setattr(cores, "ENOUGH", enough)
    for module in ("neighbours", "group_stories", "weighing"):
        patch.setattr(sys.modules[f"rashomon.grouping.{module}"], "chance", chance)


def any_chances(random: Random) -> Chance:
    """Chances as chance has them."""
    return random.choice([_of_two, _of_groups])(random.random())


def _of_two(salt: float) -> Chance:
    """Chances that know nothing of each other: stories hang together by threads."""

    def chance(a: Features, b: Features) -> float:
        of_both = Random(f"{min(a.report, b.report)} {max(a.report, b.report)} {salt}")
        return of_both.choice([0.0, 0.0, 0.05, 0.15, 0.3, 0.3, 0.6, 0.85, 0.85, 0.95, 0.99])

    return chance


def _of_groups(salt: float) -> Chance:
    """Chances that are high inside each of three groups: most reports follow cores, some of them of two stories."""

    def groups_of(report: str) -> set[int]:
        of_one = Random(f"{report} {salt}")
        return set(of_one.sample(range(3), of_one.choice([1, 1, 2])))

    def chance(a: Features, b: Features) -> float:
        of_both = Random(f"{min(a.report, b.report)} {max(a.report, b.report)} {salt}")
        alike = groups_of(a.report) & groups_of(b.report)
        return of_both.choice([0.1, 0.3, 0.8, 0.85, 0.9, 0.95] if alike else [0.0] * 6 + [0.05, 0.9])

    return chance


@contextmanager
def _failing(random: Random) -> Iterator[None]:
    """A store in which what is written last cannot be."""

    def fail(*_: object) -> None:
        raise ZeroDivisionError

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(*random.choice(_LAST), fail)
        yield


def _library() -> Library:
    return shipped_parts().library
