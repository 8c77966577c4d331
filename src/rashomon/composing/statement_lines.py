"""Who said what, one line a statement, in the order told; copies of one statement share a line."""

from __future__ import annotations

import re

from rashomon.composing.naming import MASK
from rashomon.composing.phrases import sentence
from rashomon.composing.words import Words
from rashomon.model.claim import Statement
from rashomon.model.dossier import StatementLine

_VERBS = {
    "said": "said",
    "reported": "reported",
    "claimed": "said",
    "confirmed": "confirmed",
    "denied": "issued a denial",
    "condemned": "issued a condemnation",
    "warned": "gave a warning",
    "called_for": "made an appeal",
    "concerned": "expressed concern",
    "announced": "made an announcement",
    "promised": "made a promise",
    "praised": "gave praise",
    "estimated": "gave an estimate",
}
#: Words of a report printed as evidence in a line (words).
_LONGEST = 40


def statement_lines(claims: list[Statement], words: Words) -> list[StatementLine]:
    """One line for each speaker, verb class and wording."""
    groups: dict[tuple[str, str, str], list[Statement]] = {}
    for claim in claims:
        speaker = words.statements.speaker(claim)
        said = words.ledger.words(claim, claim.content_start, claim.content_end)
        if speaker is not None and not words.library.wording.incriminates(said):
            groups.setdefault((speaker, claim.verb_class, _text(claim, speaker, words)), []).append(claim)
    return [_line(some, text) for (_, _, text), some in groups.items()]


def _text(claim: Statement, speaker: str, words: Words) -> str:
    predicate = words.statements.predicate(claim)
    if predicate is not None:
        return sentence(f"{speaker} {predicate}")
    content = " ".join(words.ledger.words(claim, claim.content_start, claim.content_end).split()).strip('"“” ,;:.')
    if not content:
        return sentence(f"{speaker} {_VERBS[claim.verb_class]}")
    shown = content.replace("“", "‘").replace("”", "’").replace('"', "'").split()
    cut = " ".join(shown[:_LONGEST]) + ("…" if len(shown) > _LONGEST else "")
    verb = "said" if claim.verb_class == "said" else _VERBS[claim.verb_class]
    cut = re.sub(r"^that ", "", cut)
    outlet = words.naming.outlet(words.ledger.reports[claim.report])
    return f"{sentence(f'{speaker} {verb}')[:-1]}, in the words of {outlet}: “{cut}”"


def _line(claims: list[Statement], text: str) -> StatementLine:
    first = claims[0]
    hidden = first.private or MASK in first.speaker
    return StatementLine(
        speaker=(first.speaker_role or "a private person") if hidden else first.speaker,
        speaker_role=first.speaker_role,
        organisation=first.organisation,
        side=first.side,
        verb_class=first.verb_class,
        text=text,
        claims=tuple(c.id for c in claims),
    )
