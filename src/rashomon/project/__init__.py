"""A project: reports kept in a store, grouped as they come, and their dossiers as of any instant."""

from rashomon.project.add_reports import Added, add_reports
from rashomon.project.doctor import Diagnosis, examine, repair
from rashomon.project.link_reports import Linker
from rashomon.project.rebuild import Rebuilt, rebuild
from rashomon.project.remove_report import Removed, remove_report
from rashomon.project.review_queue import ReviewItem, review_queue
from rashomon.project.search_reports import SearchHit, SearchPage, search_reports
from rashomon.project.story_dossiers import (
    dossier_at_hand,
    kept_story_dossier,
    project_dossiers,
    standing_dossier,
    story_dossier,
    story_key,
)
from rashomon.project.take_decisions import (
    import_decisions,
    make_decision,
    standing_decisions,
    take_decision,
)

__all__ = [
    "Added",
    "Diagnosis",
    "Linker",
    "Rebuilt",
    "Removed",
    "ReviewItem",
    "SearchHit",
    "SearchPage",
    "add_reports",
    "dossier_at_hand",
    "examine",
    "import_decisions",
    "kept_story_dossier",
    "make_decision",
    "project_dossiers",
    "rebuild",
    "remove_report",
    "repair",
    "review_queue",
    "search_reports",
    "standing_decisions",
    "standing_dossier",
    "story_dossier",
    "story_key",
    "take_decision",
]
