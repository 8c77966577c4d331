"""A report on which a rule breaks leaves an issue that names it, and no other report is the worse for it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pytest

from rashomon.errors import PartError
from rashomon.knowledge.library import Library
from rashomon.language.syntax import Parse, Parser
from rashomon.model.report import Report
from rashomon.pipeline import Parts, understood
from rashomon.run import Run

GOOD = Report(id="good", text="Floods killed 12 people in Sukkur, the disaster authority said on Saturday.")
ODD = Report(id="odd", text="A fire killed three dock workers in Karachi, police said on Friday.")
FIRST = Report(id="first", text="Shelling injured nine people in Sumy on Monday, the governor said.")


@dataclass
class Breaking:
    """A parser that raises on whatever names Karachi."""

    inner: Parser
    error: Exception

    def parse_all(self, texts: Sequence[str]) -> list[Parse]:
        """The inner parser's answer, or the error."""
        if any("Karachi" in text for text in texts):
            raise self.error
        return self.inner.parse_all(texts)

    def parse(self, text: str) -> Parse:
        """The same of one sentence."""
        return self.parse_all([text])[0]


def _run() -> Run:
    return Run(lambda: 0.0)


@pytest.mark.parametrize("error", [ValueError("no such arc"), RecursionError(), MemoryError()])
def test_a_broken_report_leaves_its_issue_and_the_others_their_claims(
    parser: Parser, library: Library, error: Exception
) -> None:
    """The broken report has no claims and one issue with its id; the reports around it have what they have alone."""
    reports = [FIRST, ODD, GOOD]
    found = understood(reports, Parts(Breaking(parser, error), library), _run())
    alone = understood([FIRST, GOOD], Parts(parser, library), _run())
    assert [found[0], found[2]] == alone
    assert [f.value for o in alone for f in o.value.figures] == [9, 12]
    assert not found[1].value.figures
    (issue,) = found[1].issues
    assert (issue.code, issue.severity, issue.report) == ("not_understood", "loss", "odd")
    assert type(error).__name__ in issue.message


def test_a_missing_part_stops_the_run(parser: Parser, library: Library) -> None:
    """An error that is nobody's report's ends the run, as every report would meet it."""
    with pytest.raises(PartError, match="no model"):
        understood([ODD], Parts(Breaking(parser, PartError("There is no model.")), library), _run())
