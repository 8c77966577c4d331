"""Copies, stories and events: which accounts are one account, and which tell one happening."""

from rashomon.grouping.alike import Alike, Compared, pairs_of
from rashomon.grouping.compare_texts import Numbers
from rashomon.grouping.cores import followed, form_clusters, is_certain, is_core
from rashomon.grouping.find_copies import find_copies
from rashomon.grouping.forced_groups import force_groups
from rashomon.grouping.forming import form_copies
from rashomon.grouping.group_stories import group_stories
from rashomon.grouping.join_copies import group_to_join
from rashomon.grouping.marks import KIND_BITS, MARKS_NEEDED, OF_WORDS, asked_marks, kept_marks
from rashomon.grouping.merge_events import merge_events
from rashomon.grouping.name_bits import NameRows, Names, names_of
from rashomon.grouping.neighbours import EQUAL, Likeness, Sketch, SketchOf, are_linked, likeness, sketch_of
from rashomon.grouping.packed_sketch import pack_sketch, unpack_sketch
from rashomon.grouping.report_words import Words, words_of
from rashomon.grouping.run_rows import RunRows
from rashomon.grouping.story_links import LINKED

__all__ = [
    "EQUAL",
    "KIND_BITS",
    "LINKED",
    "MARKS_NEEDED",
    "OF_WORDS",
    "Alike",
    "Compared",
    "Likeness",
    "NameRows",
    "Names",
    "Numbers",
    "RunRows",
    "Sketch",
    "SketchOf",
    "Words",
    "are_linked",
    "asked_marks",
    "find_copies",
    "followed",
    "force_groups",
    "form_clusters",
    "form_copies",
    "group_stories",
    "group_to_join",
    "is_certain",
    "is_core",
    "kept_marks",
    "likeness",
    "merge_events",
    "names_of",
    "pack_sketch",
    "pairs_of",
    "sketch_of",
    "unpack_sketch",
    "words_of",
]
