"""Copies, stories and events: which accounts are one account, and which tell one happening."""

from rashomon.grouping.find_copies import find_copies
from rashomon.grouping.group_stories import group_stories
from rashomon.grouping.merge_events import merge_events
from rashomon.grouping.neighbours import Comparable, comparable, linked, marks_of

__all__ = ["Comparable", "comparable", "find_copies", "group_stories", "linked", "marks_of", "merge_events"]
