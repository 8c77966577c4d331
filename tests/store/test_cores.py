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
from tests.store.worlds import NOON, quiet

from rashomon.app.parts import shipped_parts
from rashomon.grouping import cores, find_copies, group_stories
from rashomon.model.claim import ReportClaims
from rashomon.model.outcome import Outcome
from rashomon.model.report import Report
from rashomon.pipeline import Parts
from rashomon.project import Linker, add_reports, remove_report
from rashomon.project.around import around_of
from rashomon.project.check_groups import check_components, check_links, check_stories
from rashomon.storage import Store, component_rows, create_store, report_rows
from rashomon.timeframe import merge_same, select_live

_NAMES = itertools.count()


@settings(max_examples=5, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
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
        assert _faults(store) == []
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
    remove_report(store, random.choice(names), reason="Asked.", by="R. Desk", at=NOON, library=shipped_parts().library)


def _faults(store: Store) -> list[str]:
    library = shipped_parts().library
    with store.reading() as connection:
        seqs = report_rows.every_seq(connection)
        found = [*check_links(connection, seqs, library), *check_components(connection)]
        found += check_stories(connection, component_rows.every_component(connection), library)
    return [f"{f.check} {f.subject}: {f.what}" for f in found]


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
