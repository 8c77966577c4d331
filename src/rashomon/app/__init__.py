"""The use cases: the one door for the command line and every front end to come."""

from rashomon.app.building import Built, build, describe, diff_files, diff_source, extract, group, schema
from rashomon.app.parts import shipped_parts
from rashomon.app.projects import StoryLine, add, init, show, stories

__all__ = [
    "Built",
    "StoryLine",
    "add",
    "build",
    "describe",
    "diff_files",
    "diff_source",
    "extract",
    "group",
    "init",
    "schema",
    "shipped_parts",
    "show",
    "stories",
]
