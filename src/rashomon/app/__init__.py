"""The use cases: the one door for the command line and every front end to come."""

from rashomon.app.building import Built, build, describe, diff_files, diff_source, extract, group, schema
from rashomon.app.checking import doctor, rebuild_project
from rashomon.app.decisions import (
    decide,
    decision_lines,
    decision_states,
    decision_subjects,
    decisions,
    review,
    take_lines,
)
from rashomon.app.keeping import archive, backup, restore, unarchive
from rashomon.app.parts import polite_fetch, shipped_parts
from rashomon.app.projects import StoryLine, add, init, show, stories
from rashomon.app.removing import removals, remove
from rashomon.app.searching import search
from rashomon.app.versions import versions
from rashomon.app.watching import (
    SourceLine,
    WatchResult,
    add_source,
    import_sources,
    read_duration,
    remove_source,
    source_file,
    sources,
    watch,
)

__all__ = [
    "Built",
    "SourceLine",
    "StoryLine",
    "WatchResult",
    "add",
    "add_source",
    "archive",
    "backup",
    "build",
    "decide",
    "decision_lines",
    "decision_states",
    "decision_subjects",
    "decisions",
    "describe",
    "diff_files",
    "diff_source",
    "doctor",
    "extract",
    "group",
    "import_sources",
    "init",
    "polite_fetch",
    "read_duration",
    "rebuild_project",
    "removals",
    "remove",
    "remove_source",
    "restore",
    "review",
    "schema",
    "search",
    "shipped_parts",
    "show",
    "source_file",
    "sources",
    "stories",
    "take_lines",
    "unarchive",
    "versions",
    "watch",
]
