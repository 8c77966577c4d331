"""Stories of cores and of those who follow them: kept step by step, they are those of a build from nothing."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Sequence
from pathlib import Path
from random import Random

import msgspec
import pytest
from evaluation.simulator import World, invent
from evaluation.simulator.claims import invent_reports
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.store.histories import WORDS, History, any_chances, faults_of, set_chances, stories_by_texts, stories_kept
from tests.store.worlds import NOON, quiet

from rashomon.app.parts import shipped_parts
from rashomon.grouping import cores, find_copies, group_stories
from rashomon.grouping.story_features import Features
from rashomon.model.claim import ReportClaims
from rashomon.model.moment import Published
from rashomon.model.outcome import Outcome
from rashomon.model.report import Report
from rashomon.pipeline import Parts
from rashomon.project import Linker, add_reports, remove_report
from rashomon.project.around import around_of
from rashomon.storage import Store, create_store, report_rows
from rashomon.timeframe import merge_same, select_live

_NAMES = itertools.count()


@pytest.mark.parametrize("seed", range(10))
def test_whatever_happens_the_stories_are_those_of_the_texts(tmp_path: Path, seed: int) -> None:
    """Reports that come, go, come again and fail to be written, in batches and of several processes, and decisions on
    them leave the stories that the texts make, though any two are as like each other as chance has it.
    """
    random = Random(seed)
    with pytest.MonkeyPatch.context() as patch, create_store(str(tmp_path / "project.sqlite")) as store:
        set_chances(patch, random.choice([1, 2, 2, 3, 3]), any_chances(random))
        for _ in History(store, random).run(deciding=seed % 2 == 1):
            assert stories_kept(store) == stories_by_texts(store)
        assert faults_of(store) == []


def test_who_follows_cores_is_placed_anew_where_these_change(tmp_path: Path) -> None:
    """A report goes with its copies to where more of the cores are that it follows, when one of them is none any longer,
    and back when that one is a core again.
    """
    near = {frozenset(pair): 0.9 for some in ("abc", "xyz") for pair in itertools.combinations(some, 2)}
    near |= {frozenset(pair): 0.85 for pair in ("bf", "yf", "zf")} | {frozenset("cf"): 0.84}

    def chance(one: Features, other: Features) -> float:
        return near.get(frozenset(report[-1] for report in (one.report, other.report)), 0.0)

    def stories() -> set[str]:
        assert stories_kept(store) == stories_by_texts(store)
        return {"".join(sorted(name[-1] for name in reports)) for _, reports in stories_kept(store)}

    with pytest.MonkeyPatch.context() as patch, create_store(str(tmp_path / "project.sqlite")) as store:
        set_chances(patch, 2, chance)
        linker = Linker(shipped_parts().library)
        _add(store, [_report(name) for name in "bcyzf"], linker)
        _add(store, [_report("g", of="f")], linker)
        assert stories() == {"bc", "fgyz"}
        _add(store, [_report("x")], linker)
        assert stories() == {"bcfg", "xyz"}
        _remove(store, "rpt-x")
        assert stories() == {"bc", "fgyz"}
        _add(store, [_report("a")], linker)
        assert stories() == {"abc", "fgyz"}


@settings(max_examples=3, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 10_000), certain=st.sampled_from([0.3, 0.9, 0.97]), enough=st.integers(1, 4))
def test_whatever_comes_and_goes_the_cores_are_those_of_the_set(
    tmp_path: Path, seed: int, certain: float, enough: int
) -> None:
    """Reports, later versions, completed ones and removals in any order leave nothing for the doctor to find, and as of
    any instant the stories of what is kept are those of the texts.
    """
    with pytest.MonkeyPatch.context() as patch, create_store(str(tmp_path / f"{next(_NAMES)}.sqlite")) as store:
        patch.setattr(cores, "CERTAIN", certain)
        patch.setattr(cores, "ENOUGH", enough)
        random = Random(seed)
        linker = Linker(shipped_parts().library)
        coming = _lives(seed, random)
        while coming:
            size = random.choice([1, 2, 5, 9])
            batch, coming = coming[:size], coming[size:]
            _add(store, batch, linker)
            if random.random() < 0.25:
                _remove_one(store, random)
        assert faults_of(store) == []
        _check_instants(store)


def _lives(seed: int, random: Random) -> list[Report]:
    """The reports of two stories in any order; some come undated first, some have later versions with other words."""
    library = shipped_parts().library
    made = [m.report for s in invent(World(seed, 2, 22)) for m in invent_reports(s, library)]
    reports = list(merge_same(made))
    random.shuffle(reports)
    plain = {"title_span": None, "blocks": ()}
    for n, report in enumerate(random.sample(reports, 5)):
        text = random.choice(reports).text + f" This was page {n}."
        learned = NOON + dt.timedelta(hours=n)
        reports.append(msgspec.structs.replace(report, id=f"rpt-v{n}", text=text, learned_at=learned, **plain))
    random.shuffle(reports)
    early = [msgspec.structs.replace(r, published=None) for r in random.sample(reports, 3)]
    return [*early, *reports]


def _add(store: Store, reports: Sequence[Report], linker: Linker) -> None:
    parts = Parts(None, shipped_parts().library, lambda some: [Outcome(ReportClaims(report=r.id)) for r in some])  # type: ignore[arg-type]
    add_reports(store, Outcome(tuple(reports)), parts, quiet(), linker=linker)


def _remove_one(store: Store, random: Random) -> None:
    with store.reading() as connection:
        names = sorted(s.report.id for s in report_rows.every_report(connection))
    _remove(store, random.choice(names))


def _remove(store: Store, name: str) -> None:
    remove_report(store, name, reason="Asked.", by="R. Desk", at=NOON, library=shipped_parts().library)


def _report(name: str, of: str | None = None) -> Report:
    """A report of one letter, published in the order of the alphabet; its words are another's, where it is one's copy."""
    words = Random(of or name).sample(WORDS, len(WORDS)) * 2
    at = NOON + dt.timedelta(hours=ord(name) - (30 if name in "xyz" else 0))
    published = Published(earliest=at, latest=at, precision="instant", how="given")
    return Report(id=f"rpt-{name}", text=" ".join(words), published=published, lineage=f"rpt-{name}")


def _check_instants(store: Store) -> None:
    library = shipped_parts().library
    with store.reading() as connection:
        reports = [s.report for s in report_rows.every_report(connection)]
        around = around_of(connection, reports)
    days = sorted({r.published.latest for r in reports if r.published is not None})
    for as_of in days[::5]:
        live = select_live(reports, as_of, undated="learned", seen=True, back=around.back).live
        if live:
            copies = find_copies(live, library).value
            anew = group_stories(live, [], copies, library).value
            assert group_stories(live, [], copies, library, alike=around.alike).value == anew
