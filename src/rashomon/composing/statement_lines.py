"""Who said what, one line a statement, in the order told; copies of one statement share a line."""

from __future__ import annotations

import re

from rashomon.composing.naming import MASK
from rashomon.composing.phrases import joined, sentence
from rashomon.composing.said_words import SaidWords
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
#: Classes whose verbs want a clause after them.
_NEED_VERB = frozenset(("said", "reported", "claimed", "confirmed", "called_for"))
#: The agency that opens a report's first sentence, in brackets before a dash.
_AGENCY = re.compile(r"^\([A-Z][^()]{1,40}\)\s*[-–—]\s*")
#: Words of a report printed as evidence in a line (words).
_LONGEST = 40


def statement_lines(claims: list[Statement], words: Words) -> list[StatementLine]:
    """One line for each speaker, verb class and wording; reports that give the same words share it."""
    groups: dict[tuple[str, str, bool, str], list[Statement]] = {}
    for claim in claims:
        speaker = words.statements.speaker(claim)
        said = words.ledger.words(claim, claim.content_start, claim.content_end)
        if speaker is None or words.library.wording.incriminates(said):
            continue
        predicate = words.statements.predicate(claim)
        told = predicate if predicate is not None else _cut(claim, words)
        if told is not None:
            groups.setdefault((speaker, claim.verb_class, predicate is not None, told), []).append(claim)
    return [_line(some, _text(*key, some, words)) for key, some in groups.items()]


def _stands_alone(content: str, claim: Statement, known: SaidWords) -> bool:
    """Whether cut-out words can be read without what stood around them: a clause, or a phrase after a telling verb."""
    words = content.split()
    if (words[1:] and words[0].casefold() in known.torn) or known.finite.match(content):
        return False
    if claim.quote and claim.verb_class == "said":
        return len(words) > 1
    return len(words) > 2 and (claim.verb_class not in _NEED_VERB or known.finite.search(content) is not None)


def _cut(claim: Statement, words: Words) -> str | None:
    """The report's words for what is said, as they are printed between quotation marks; null where they are torn."""
    content = " ".join(words.ledger.words(claim, claim.content_start, claim.content_end).split())
    content = _AGENCY.sub("", content).strip('"“” ,;:.')
    known = words.library.words.of(SaidWords)
    first, _, rest = content.partition(" ")
    content = rest if rest and first.casefold() in known.tying else content
    if not _stands_alone(content, claim, known):
        return None
    shown = content.replace("“", "‘").replace("”", "’").replace('"', "'").split()
    return " ".join(shown[:_LONGEST]) + ("…" if len(shown) > _LONGEST else "")


def _text(speaker: str, verb_class: str, is_predicate: bool, told: str, claims: list[Statement], words: Words) -> str:
    if is_predicate:
        return sentence(f"{speaker} {told}")
    verb = "said" if verb_class == "said" else _VERBS[verb_class]
    outlets = dict.fromkeys(words.naming.outlet(words.ledger.reports[c.report]) for c in claims)
    return f"{sentence(f'{speaker} {verb}')[:-1]}, in the words of {joined(list(outlets))}: “{told}”"


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
