"""A sketch as bytes, a few kilobytes each: what a process keeps of very many reports, and what a worker hands back."""

from __future__ import annotations

import datetime as dt
import marshal
from array import array
from dataclasses import fields
from typing import Any

from rashomon.grouping.copy_candidates import Marks
from rashomon.grouping.neighbours import Sketch
from rashomon.grouping.story_features import Features

_PLAIN = tuple(field.name for field in fields(Features) if field.name != "published")


def pack_sketch(sketch: Sketch) -> bytes:
    """The sketch as bytes, for processes of this very program alone."""
    marks = sketch.marks
    return marshal.dumps((sketch.text, marks.runs.tobytes(), marks.telling, marks.words, _plain(sketch.features)))


def unpack_sketch(packed: bytes) -> Sketch:
    """The sketch that was packed."""
    text, runs, telling, words, plain = marshal.loads(packed)
    return Sketch(text, Marks(array("I", runs), telling, words), _features(*plain))


def pack_features(features: Features) -> bytes:
    """The features alone as bytes."""
    return marshal.dumps(_plain(features))


def unpack_features(packed: bytes) -> Features:
    """The features that were packed."""
    return _features(*marshal.loads(packed))


def _plain(features: Features) -> tuple[tuple[Any, ...], tuple[int, ...] | None]:
    days = features.published and tuple(day.toordinal() for day in features.published)
    return tuple(getattr(features, name) for name in _PLAIN), days


def _features(plain: tuple[Any, ...], days: tuple[int, int] | None) -> Features:
    published = None if days is None else (dt.date.fromordinal(days[0]), dt.date.fromordinal(days[1]))
    return Features(**dict(zip(_PLAIN, plain, strict=True)), published=published)
