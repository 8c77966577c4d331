"""The use cases: the one door for the command line and every front end to come."""

from rashomon.app.accounts import (
    accounts,
    add_account,
    audit_log,
    has_accounts,
    look,
    looked_at,
    note_action,
    shut_account,
    sign_in,
    sign_out,
    who_bears,
)
from rashomon.app.building import Built, build, describe, diff_dossiers, diff_files, diff_source, extract, group, schema
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
from rashomon.app.workspace import Moment, held, moments, state_of

__all__ = [
    "Built",
    "Moment",
    "SourceLine",
    "StoryLine",
    "WatchResult",
    "accounts",
    "add",
    "add_account",
    "add_source",
    "archive",
    "audit_log",
    "backup",
    "build",
    "decide",
    "decision_lines",
    "decision_states",
    "decision_subjects",
    "decisions",
    "describe",
    "diff_dossiers",
    "diff_files",
    "diff_source",
    "doctor",
    "extract",
    "group",
    "has_accounts",
    "held",
    "import_sources",
    "init",
    "look",
    "looked_at",
    "moments",
    "note_action",
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
    "shut_account",
    "sign_in",
    "sign_out",
    "source_file",
    "sources",
    "state_of",
    "stories",
    "take_lines",
    "unarchive",
    "versions",
    "watch",
    "who_bears",
]
