"""What a person's form decides: its kind, what it is about, and what a correction says."""

from __future__ import annotations

from typing import Annotated, get_args

from pydantic import BaseModel, StringConstraints

from rashomon import app
from rashomon.errors import UsageError
from rashomon.model.attribution import AdmiraltyGrade
from rashomon.model.decision import Correction, DecisionKind

_Line = Annotated[str, StringConstraints(max_length=400, strip_whitespace=True)]
_Words = Annotated[str, StringConstraints(max_length=4000, strip_whitespace=True)]
_KINDS: tuple[DecisionKind, ...] = get_args(DecisionKind)
_GRADES: tuple[AdmiraltyGrade, ...] = get_args(AdmiraltyGrade)


class DecisionForm(BaseModel):
    """The fields of every form that decides; `seen` is the newest decision that its page knew of."""

    kind: _Line
    target: list[_Line] = []
    token: _Line
    why: _Words = ""
    grade: _Line = ""
    seen: _Line = ""
    story: _Line = ""
    skip: list[_Line] = []
    back: _Line = ""
    value: _Line = ""
    low: _Line = ""
    high: _Line = ""
    qualifier: _Line = ""
    measure: _Line = ""
    unit: _Line = ""
    population: _Line = ""
    counting: _Line = ""
    basis: _Line = ""
    realis: _Line = ""
    root: _Line = ""
    place: _Line = ""
    geonames_id: _Line = ""
    start_date: _Line = ""
    end_date: _Line = ""

    def decided(self) -> DecisionKind:
        """The kind of the decision. Raises UsageError."""
        found = next((k for k in _KINDS if k == self.kind and k != "undo"), None)
        if found is None:
            raise UsageError("There is no such decision.", "Go back to the queue.")
        return found

    def targets(self) -> tuple[str, ...]:
        """What the decision is about; of a story that is joined, the report that it is named after."""
        of_reports = self.kind in ("merge_stories", "split_stories")
        named = [t.replace("story-", "rpt-", 1) if of_reports else t for t in self.target]
        return tuple(dict.fromkeys(t for t in named if t))

    def correction(self) -> Correction | None:
        """What a correction says; null where the form corrects nothing. Raises UsageError."""
        if self.kind != "correct":
            return None
        given = {name: value for name in Correction.__struct_fields__ if (value := getattr(self, name))}
        return app.read_correction(given)

    def graded(self) -> AdmiraltyGrade | None:
        """The grade of a root; null where the form gives none."""
        return next((g for g in _GRADES if g == self.grade), None) if self.kind == "grade_root" else None

    def again(self) -> list[tuple[str, str]]:
        """The form's fields but those that the next page gives anew, to be sent once more."""
        left = {"token", "seen"}
        flat = [(n, v) for n, v in self.model_dump().items() if n not in left]
        return [(n, one) for n, v in flat for one in (v if isinstance(v, list) else [v]) if one]
