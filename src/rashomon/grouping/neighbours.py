"""How alike two reports are, and which stand in one component of links.

Stories and copy groups form inside a component. A component here joins whatever any selection of its reports (as of
any instant) could join: grouping the selected members of one component gives what grouping all reports would.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from rashomon.grouping.compare_texts import COPIED_SHARE, shared_share
from rashomon.grouping.copy_candidates import Marks, are_candidates, marks_of_text
from rashomon.grouping.report_words import Words
from rashomon.grouping.story_candidates import is_compared
from rashomon.grouping.story_features import Features, features_of
from rashomon.grouping.story_links import LEAST_CHANCE, LINKED, chance
from rashomon.knowledge.library import Library
from rashomon.model.report import Report

#: The share of words in common where all are the same, which is more than a share.
EQUAL = 2.0


class Likeness(NamedTuple):
    """The chance that two reports tell one happening, and the share of words in common where one is the other's copy;
    0 where it is not worth keeping.
    """

    chance: float
    copied: float


@dataclass(frozen=True, slots=True)
class Sketch:
    """All that tells how alike a report is to another one but its words in their order: a hash of them (empty where
    there are none), what finds copies, and what is weighed.
    """

    text: str
    marks: Marks
    features: Features


#: The sketch of the report of an id, as an engine made it.
SketchOf = Callable[[str], Sketch]


def sketch_of(report: Report, words: Words, library: Library) -> Sketch:
    """The sketch of a report and its words; of these and shipped constants only."""
    return Sketch(words.digest(), marks_of_text(words), features_of(report, library))


def likeness(
    a: Sketch, b: Sketch, words: Callable[[], tuple[Words, Words]], news: bool = True, text: bool = True
) -> Likeness:
    """How alike two reports are; both parts 0 where they are not. `words` gives the words of both, where needed.

    Where marks told that their `news`, or their `text`, need not be compared, these are not.
    """
    weighed = chance(a.features, b.features) if news and is_compared(a.features, b.features) else 0.0
    if not text:
        share = 0.0
    elif a.text == b.text and a.text:
        share = EQUAL
    else:
        share = shared_share(*words()) if are_candidates(a.marks, b.marks) else 0.0
    return Likeness(weighed if weighed >= LEAST_CHANCE else 0.0, share if share >= COPIED_SHARE else 0.0)


def are_linked(like: Likeness) -> bool:
    """True where two reports are copies or likely tell one story: they share a component, as do a page's versions."""
    return like.chance >= LINKED or like.copied > 0
