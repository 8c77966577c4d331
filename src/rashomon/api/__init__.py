"""Rashomon in Python: read, extract, group, reconcile, look. `from rashomon import api`.

Each step gives an object with typed records (`.reports`, `.claims`, ...), the issues met (`.issues`), data frames
(`.frame()`, with `rashomon[notebook]`), and a view that a notebook shows. Names are masked in dossiers as everywhere;
reports and claims are your own working data.
"""

from __future__ import annotations

from rashomon.api.claims import Claims, extract
from rashomon.api.groups import Groups, group
from rashomon.api.project import Project, open_project
from rashomon.api.record import Record, build, reconcile
from rashomon.api.reports import Reports, read, read_records

__all__ = [
    "Claims",
    "Groups",
    "Project",
    "Record",
    "Reports",
    "build",
    "extract",
    "group",
    "open_project",
    "read",
    "read_records",
    "reconcile",
]
