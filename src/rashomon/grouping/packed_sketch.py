"""A sketch as bytes, a few kilobytes each: what a process keeps of very many reports, and what a worker hands back."""

from __future__ import annotations

import datetime as dt
import marshal
from array import array
from dataclasses import fields

from rashomon.grouping.copy_candidates import Marks
from rashomon.grouping.neighbours import Sketch
from rashomon.grouping.story_features import Features

_PLAIN = tuple(field.name for field in fields(Features) if field.name != "published")


def pack_sketch(sketch: Sketch) -> bytes:
    """The sketch as bytes, for processes of this very program alone."""
    features, marks = sketch.features, sketch.marks
    days = features.published and tuple(day.toordinal() for day in features.published)
    plain = tuple(getattr(features, name) for name in _PLAIN)
    return marshal.dumps((sketch.text, marks.runs.tobytes(), marks.telling, marks.words, plain, days))


def unpack_sketch(packed: bytes) -> Sketch:
    """The sketch that was packed."""
    text, runs, telling, words, plain, days = marshal.loads(packed)
    published = None if days is None else (dt.date.fromordinal(days[0]), dt.date.fromordinal(days[1]))
    features = Features(**dict(zip(_PLAIN, plain, strict=True)), published=published)
    return Sketch(text, Marks(array("I", runs), telling, words), features)
