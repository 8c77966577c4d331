"""The use cases: the one door for the command line and every front end to come."""

from rashomon.app.building import Built, build, describe, diff_files, diff_source, extract, group, schema
from rashomon.app.decisions import decide, decision_lines, decisions, review, take_lines
from rashomon.app.keeping import archive, backup, restore, unarchive
from rashomon.app.parts import shipped_parts
from rashomon.app.projects import StoryLine, add, init, show, stories
from rashomon.app.removing import removals, remove
from rashomon.app.searching import search

__all__ = [
    "Built",
    "StoryLine",
    "add",
    "archive",
    "backup",
    "build",
    "decide",
    "decision_lines",
    "decisions",
    "describe",
    "diff_files",
    "diff_source",
    "extract",
    "group",
    "init",
    "removals",
    "remove",
    "restore",
    "review",
    "schema",
    "search",
    "shipped_parts",
    "show",
    "stories",
    "take_lines",
    "unarchive",
]
