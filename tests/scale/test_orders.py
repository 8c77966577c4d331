"""The bounded form of `python -m benchmarks.orders`."""

from __future__ import annotations

from pathlib import Path

from benchmarks.kept_world import kept_world
from benchmarks.orders import compare

from rashomon.knowledge.library import Library


def test_no_order_changes_a_byte(tmp_path: Path, library: Library) -> None:
    """Sixty reports give the same copies, stories and answers by publication and shuffled, with sketches and without."""
    world = kept_world(tmp_path, 60, 6, 3, library)
    found = list(compare(world, pool=1))
    assert len({digest for _, _, _, digest in found}) == 1
    assert [stories > 3 for _, _, stories, _ in found] == [True] * 3


def test_a_kept_world_is_not_invented_again(tmp_path: Path, library: Library) -> None:
    """A world that lies in its folder is read from there, with every report once and in order."""
    world = kept_world(tmp_path, 30, 3, 3, library)
    (path,) = tmp_path.iterdir()
    made = path.stat().st_mtime_ns
    again = kept_world(tmp_path, 30, 3, 3, library)
    assert path.stat().st_mtime_ns == made
    assert [r.id for r in again] == [r.id for r in world]
    assert len({r.id for r in world}) == len(world) > 20
    dated = [r.published.earliest for r in world if r.published]
    assert dated == sorted(dated)
