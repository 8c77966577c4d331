"""Adding that goes on beside the pages: one at a time, with how far it is, what it met and which stories it changed."""

from __future__ import annotations

import secrets
import shutil
import threading
from collections import OrderedDict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from rashomon import app
from rashomon.adapters.background import begin
from rashomon.composing.masking import Protector
from rashomon.errors import NotFoundError, RashomonError
from rashomon.model.issue import Issue
from rashomon.project import Added
from rashomon.settings import Settings

T = TypeVar("T")
#: Additions that may wait at a time, and how many done ones are remembered.
_WAITING, _REMEMBERED = 20, 100
#: What a stage of the run is called while the next one goes on.
_NEXT = {"": "Opening", "open": "Reading", "read": "Comparing", "extract": "Grouping stories"}


@dataclass(slots=True)
class Addition:
    """One adding: `stage` says what is done now, `done` of `total` reports are understood; then the outcome.

    `fault` and `advice` tell why nothing could be added; `stories` are those that hold its reports now, `where` the
    address of each report.
    """

    id: str
    by: str
    stage: str = "Waiting"
    done: int = 0
    total: int = 0
    added: Added | None = None
    issues: tuple[Issue, ...] = ()
    stories: tuple[app.StoryLine, ...] = ()
    where: dict[str, str] = field(default_factory=dict)
    fault: str = ""
    advice: str = ""
    over: bool = False


class _Watched:
    """Progress of a run, written to its addition."""

    def __init__(self, addition: Addition) -> None:
        self._addition = addition

    def stage(self, name: str, seconds: float, issues: int) -> None:  # noqa: ARG002 - Progress says what it hears
        """A stage is done: the next one is named."""
        self._addition.stage = _NEXT.get(name, self._addition.stage)

    def track(self, items: Sequence[T], before: int = 0, of: int | None = None) -> Iterator[T]:
        """The items, counted as they go by."""
        self._addition.stage, self._addition.total = "Understanding", of or len(items)
        for done, item in enumerate(items, start=before + 1):
            yield item
            self._addition.done = done


class Additions:
    """The additions of one server; `guard` gives a story's protector, by which what was met is masked."""

    def __init__(self, address: str, guard: Callable[[str], Protector]) -> None:
        self._address, self._guard = address, guard
        self._known: OrderedDict[str, Addition] = OrderedDict()
        self._turn = threading.Lock()

    def start(self, by: str, folder: Path, sources: Sequence[str], names: dict[str, str]) -> Addition | None:
        """Begin to add sources, of which some lie in `folder`, removed afterwards; null where too many wait.

        `names` are what persons call these paths.
        """
        if sum(not a.over for a in self._known.values()) >= _WAITING:
            return None
        addition = Addition(secrets.token_urlsafe(12), by, stage="Waiting for another adding to end")
        self._known[addition.id] = addition
        while len(self._known) > _REMEMBERED:
            self._known.popitem(last=False)
        begin(lambda: self._run(addition, folder, sources, names))
        return addition

    def find(self, name: str) -> Addition:
        """The addition of this id. Raises NotFoundError."""
        if name not in self._known:
            raise NotFoundError("Nothing of that kind is being added.", "Reports that were added stand in the stories.")
        return self._known[name]

    def _run(self, addition: Addition, folder: Path, sources: Sequence[str], names: dict[str, str]) -> None:
        with self._turn:
            addition.stage = _NEXT[""]
            try:
                self._add(addition, sources, names)
            except RashomonError as error:
                addition.fault, addition.advice = _renamed(error.message, names), error.suggestion
            except Exception:  # whoever waits for it is told in any case
                addition.fault = "Adding failed for a reason of the program’s own."
                addition.advice = "Nothing of the last batch was kept. The server’s terminal says more."
                raise
            finally:
                shutil.rmtree(folder, ignore_errors=True)
                addition.over = True

    def _add(self, addition: Addition, sources: Sequence[str], names: dict[str, str]) -> None:
        added = app.add(self._address, sources, Settings(), _Watched(addition))
        addition.stage = "Composing the stories"
        told = app.stories_of(self._address, [*added.new, *added.fuller, *added.again])
        issues = tuple(self._masked(issue, told, names) for issue in added.issues)
        addition.where = {report: f"/stories/{line.id}/reports/{report}" for report, line in told.items()}
        addition.stories = tuple(dict.fromkeys(told.values()))
        addition.added, addition.issues = added, issues
        app.note_action(self._address, addition.by, "added reports", " ".join(added.new)[:400])

    def _masked(self, issue: Issue, told: dict[str, app.StoryLine], names: dict[str, str]) -> Issue:
        line = told.get(issue.report or "")
        shown = self._guard(line.id).mask_record(issue) if line is not None else issue
        return Issue(
            code=shown.code, severity=shown.severity, report=shown.report,
            message=_renamed(shown.message, names), suggestion=_renamed(shown.suggestion, names),
        )  # fmt: skip


def _renamed(text: str, names: dict[str, str]) -> str:
    """The text with the server's own paths put back into what their senders call them."""
    for path, name in names.items():
        text = text.replace(path, name).replace(Path(path).name, name)
    return text
