"""A project: reports kept in a store, grouped as they come, and their dossiers as of any instant."""

from rashomon.project.add_reports import Added, add_reports
from rashomon.project.story_dossiers import kept_story_dossier, project_dossiers, story_dossier

__all__ = ["Added", "add_reports", "kept_story_dossier", "project_dossiers", "story_dossier"]
