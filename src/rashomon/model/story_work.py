"""All that one story's dossier is made of, in one record: what an engine hands to a worker."""

from __future__ import annotations

from rashomon.model.claim import ReportClaims
from rashomon.model.decision import Decision
from rashomon.model.issue import Issue
from rashomon.model.material import Material
from rashomon.model.record import Record
from rashomon.settings import NamesChoice, PolicyName


class StoryWork(Record, frozen=True, kw_only=True):
    """One story's material with the run's choices; two stories share nothing, so that each can be told by itself.

    `issues` are those met before that speak of its reports or of no report; `decisions` are every standing one, and
    `machine` the story's claims before them (empty where nobody decided).
    """

    material: Material
    issues: tuple[Issue, ...]
    policy: PolicyName
    names: NamesChoice
    full_text: bool
    decisions: tuple[Decision, ...] = ()
    machine: tuple[ReportClaims, ...] = ()
