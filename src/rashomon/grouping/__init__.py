"""Copies, stories and events: which accounts are one account, and which tell one happening."""

from rashomon.grouping.find_copies import find_copies
from rashomon.grouping.group_stories import group_stories
from rashomon.grouping.merge_events import merge_events

__all__ = ["find_copies", "group_stories", "merge_events"]
