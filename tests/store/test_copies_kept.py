"""Groups of copies kept step by step: they are those of all texts at once."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Callable
from pathlib import Path
from random import Random

import msgspec
import pytest
from tests.store import histories
from tests.store.histories import History, faults_of, stories_by_texts, stories_kept
from tests.store.worlds import NOON, quiet

from rashomon.app.parts import shipped_parts
from rashomon.deciding import forced_groups, standing
from rashomon.grouping import NameRows, Names, RunRows, Words, find_copies, words_of
from rashomon.model.claim import ReportClaims
from rashomon.model.decision import Forced
from rashomon.model.moment import Published
from rashomon.model.outcome import Outcome
from rashomon.model.report import Report
from rashomon.pipeline import Parts
from rashomon.project import add_reports, link_reports
from rashomon.project.sightings import comebacks
from rashomon.storage import Store, create_store, decision_rows, link_rows, node_rows, report_rows
from rashomon.timeframe import select_live

#: All texts begin so: they are compared.
_BEGINS = "All " + " ".join(histories.WORDS) + " met. "


@pytest.mark.parametrize("seed", range(8))
def test_whatever_happens_the_copies_are_those_of_the_texts(tmp_path: Path, seed: int) -> None:
    """Reports that come, go and come again, of several processes, and decisions on them leave the groups of copies that
    the texts make, by the machine and as persons decided, though any two share as much as chance has it.
    """
    random = Random(seed)
    with pytest.MonkeyPatch.context() as patch, create_store(str(tmp_path / "project.sqlite")) as store:
        _set_shares(patch, _any_shares(random))
        for _ in History(store, random).run(deciding=seed % 2 == 1):
            assert _kept(store) == _by_texts(store)
            assert stories_kept(store) == stories_by_texts(store)
        assert faults_of(store) == []


def test_who_stands_with_half_of_a_group_is_placed_anew_where_that_grows_or_shrinks(tmp_path: Path) -> None:
    """A text that shares with more than half of a group, but not with its first, leaves it when another joins before,
    and is back when that one goes with a text which it shares more with.
    """
    shares = dict.fromkeys(map(frozenset, ("bd", "be", "bm", "dz", "ez")), 0.5) | {frozenset("am"): 0.9}
    texts = {name: _report(name) for name in "abdemz"}
    name_of = {words_of(report).digest(): name for name, report in texts.items()}

    def share(one: Words, other: Words) -> float:
        return shares.get(frozenset((name_of[one.digest()], name_of[other.digest()])), 0.0)

    def groups(coming: str) -> set[str]:
        library = shipped_parts().library
        parts = Parts(None, library, lambda some: [Outcome(ReportClaims(report=r.id)) for r in some])  # type: ignore[arg-type]
        add_reports(store, Outcome(tuple(texts[name] for name in coming)), parts, quiet())
        assert _kept(store) == _by_texts(store)
        return {"".join(name[-1] for name in group) for group in _kept(store)[0]}

    with pytest.MonkeyPatch.context() as patch, create_store(str(tmp_path / "project.sqlite")) as store:
        _set_shares(patch, share)
        assert groups("bdez") == {"bdez"}
        assert groups("m") == {"bdem", "z"}
        assert groups("a") == {"am", "bdez"}


def _report(name: str) -> Report:
    """A report of one letter, published in the order of the alphabet, which all begin alike."""
    at = NOON + dt.timedelta(hours=ord(name))
    published = Published(earliest=at, latest=at, precision="instant", how="given")
    words = Random(name).sample(histories.WORDS, len(histories.WORDS))
    return Report(id=f"rpt-{name}", text=_BEGINS + " ".join(words), published=published, lineage=f"rpt-{name}")


def _any_shares(random: Random) -> Callable[[Words, Words], float]:
    """Shares that know nothing of each other; often two of a few groups share some, and seldom others."""
    salt, groups, linked = random.random(), random.choice([1, 2, 4]), random.choice([0.3, 0.55, 0.8])

    def share(one: Words, other: Words) -> float:
        texts = sorted((one.digest(), other.digest()))
        of_both = Random(f"{texts} {salt}")
        near = len({Random(f"{text} {salt}").randrange(groups) for text in texts}) == 1
        return of_both.choice([0.3, 0.5, 0.9]) if of_both.random() < (linked if near else 0.05) else 0.0

    return share


def _set_shares(patch: pytest.MonkeyPatch, share: Callable[[Words, Words], float]) -> None:
    """Have two texts share so much, whatever their words; all begin alike, so that all are compared."""
    made = histories.reports_of

    def reports_of(random: Random) -> list[Report]:
        found: list[Report] = []
        for part in range(2):
            for report in made(random):
                text = _BEGINS + report.text + f" {part}"
                # Some have all words of another one.
                text = random.choice(found).text if found and random.random() < 0.15 else text
                name, page = f"{report.id}-{part}", f"{report.lineage}-{part}"
                found.append(msgspec.structs.replace(report, id=name, lineage=page, text=text))
        return found

    def names(_rows: NameRows, _one: Names, numbers: link_reports.Numbers) -> set[int]:
        return set(numbers.tolist())

    def runs(_rows: RunRows, _words: Words, numbers: set[int]) -> set[int]:
        return set(numbers)

    patch.setattr(histories, "reports_of", reports_of)
    for module in ("neighbours", "find_copies"):
        patch.setattr(sys.modules[f"rashomon.grouping.{module}"], "shared_share", share)
    patch.setattr(NameRows, "sharing", names)
    patch.setattr(RunRows, "sharing", runs)


def _kept(store: Store) -> list[set[tuple[str, ...]]]:
    """The groups of copies that a project holds, by the machine and as persons decided."""
    with store.reading() as connection:
        seqs = report_rows.every_seq(connection)
        names = {node.seq: node.id for node in node_rows.find_nodes(connection, seqs).values()}
        places = link_rows.places_of(connection, seqs)
    found = []
    for firsts in ({s: p.original for s, p in places.items()}, {s: p.first for s, p in places.items()}):
        groups: dict[int, list[str]] = {}
        for seq, first in firsts.items():
            groups.setdefault(first, []).append(names[seq])
        assert all(names[first] in members for first, members in groups.items())
        found.append({tuple(sorted(members)) for members in groups.values()})
    return found


def _by_texts(store: Store) -> list[set[tuple[str, ...]]]:
    """The same of all texts at once."""
    library = shipped_parts().library
    with store.reading() as connection:
        reports = [s.report for s in report_rows.every_report(connection)]
        live = select_live(reports, None, seen=True, back=comebacks(connection, reports)).live
        forced = forced_groups(standing(decision_rows.all_decisions(connection)), "copies")
    return [{tuple(sorted(g.reports)) for g in find_copies(live, library, f).value} for f in (Forced(), forced)]
