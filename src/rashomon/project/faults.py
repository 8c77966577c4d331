"""What a check of a project can find, and what to do about each."""

from __future__ import annotations

from collections.abc import Mapping

from rashomon.model.record import Record

#: What to do about a fault of each check; those of `REPAIRED` are mended by `--repair`.
ADVICE: Mapping[str, str] = {
    "database": "Restore a backup, or read an archive into a new project.",
    "reports": "Restore a backup; or remove the report and add it again.",
    "columns": "`rashomon doctor --repair` writes them anew from the reports.",
    "products": "`rashomon doctor --repair` extracts these reports' claims anew.",
    "marks": "`rashomon doctor --repair` makes them anew.",
    "components": "`rashomon doctor --repair` joins them and forms their stories anew.",
    "stories": "`rashomon doctor --repair` forms them anew.",
    "decisions": "Restore a backup: what a person decided cannot be made anew.",
    "tombstones": "Remove the report again, or add it with `add --force` to let it stay.",
    "search": "`rashomon doctor --repair` makes the index anew.",
    "dossiers": "`rashomon doctor --repair` drops them; they are composed again when asked for.",
    "watching": "`rashomon doctor --repair` lets them be asked for anew, at once.",
    "orphans": "`rashomon doctor --repair` deletes them.",
}
CHECKS = tuple(ADVICE)
REPAIRED = frozenset(
    ("columns", "products", "marks", "components", "stories", "search", "dossiers", "watching", "orphans")
)


class Fault(Record, frozen=True, kw_only=True):
    """One thing that does not hold: the check, what it is about (an id, a number), and what is wrong in words."""

    check: str
    subject: str
    what: str


class Finding(Record, frozen=True, kw_only=True):
    """All faults of one sort: how many, some of their subjects, and what to do."""

    check: str
    what: str
    count: int
    subjects: tuple[str, ...]
    advice: str


def findings_of(faults: list[Fault], *, most: int = 5) -> tuple[Finding, ...]:
    """The faults gathered by check and words, in the order of the checks."""
    sorts: dict[tuple[str, str], list[str]] = {}
    for fault in sorted(faults, key=lambda f: (CHECKS.index(f.check), f.what, f.subject)):
        sorts.setdefault((fault.check, fault.what), []).append(fault.subject)
    return tuple(
        Finding(check=check, what=what, count=len(subjects), subjects=tuple(subjects[:most]), advice=ADVICE[check])
        for (check, what), subjects in sorts.items()
    )
