"""Who accuses whom of what, and the answer: each line names the act, the accuser and the denial in one sentence."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import ClassVar

from rashomon.composing.count_sentences import anaphor
from rashomon.composing.happening_nouns import HappeningNouns
from rashomon.composing.neutral import neutral_phrase
from rashomon.composing.noun_phrases import PhraseNouns
from rashomon.composing.phrases import joined, sentence
from rashomon.composing.words import Words
from rashomon.knowledge.word_classes import WordClasses
from rashomon.model.claim import EventClaim, Responsibility
from rashomon.model.dossier import ResponsibilityLine


@dataclass(frozen=True, slots=True)
class AnswerVerbs(WordClasses):
    """Verbs of answering an accusation."""

    source: ClassVar[str] = "en/words/briefs.toml#answering"

    distancing: frozenset[str]


_DEEDS = ("Battles", "Explosions/Remote violence", "Violence against civilians", "Riots")
_UNNAMED = "the act"
_ANSWERS = {"conceded": 3, "denied": 2, "no_comment": 1, "unknown": 0}


def responsibility_lines(claims: list[Responsibility], words: Words) -> list[ResponsibilityLine]:
    """One line for each accused and act, with all who accuse and the clearest answer."""
    groups: dict[tuple[str, str], list[Responsibility]] = {}
    for claim in claims:
        # Acts of one name are told as one: whoever reads a line cannot tell them apart.
        act = _act(claim, words)
        act = act if act != _UNNAMED else claim.act_text or claim.act or ""
        groups.setdefault((claim.accused, act), []).append(claim)
    told = _with_denials(list(groups.values()), words)
    return [line for some in told if (line := _line(some, words)) is not None]


def _with_denials(groups: list[list[Responsibility]], words: Words) -> list[list[Responsibility]]:
    """The groups, a bare denial joined to what the same party owned to at that place, if it names the deed vaguely."""
    kept: list[list[Responsibility]] = []
    denials = [g for g in groups if all(c.answer == "denied" and c.by is None for c in g)]
    for group in [g for g in groups if g not in denials]:
        own = [d for d in denials if any(c.answer == "conceded" for c in group) and _may_mean(d[0], group[0], words)]
        kept.append([*group, *(c for d in own for c in d)])
        denials = [d for d in denials if d not in own]
    return [*kept, *denials]


def _may_mean(denial: Responsibility, owned: Responsibility, words: Words) -> bool:
    """Whether a denial of "the explosion in X" may be of the bombing there that its party has owned to."""
    one, other = (words.ledger.events.get(words.ledger.event_of.get(c.act or "", "")) for c in (denial, owned))
    if denial.accused != owned.accused or one is None or other is None or one.type != other.type:
        return False
    places = [words.naming.place(e.place) for e in (one, other)]
    return None in places or places[0] == places[1]


def names_no_act(line: ResponsibilityLine) -> bool:
    """Whether a line blames somebody for "the act" only, which no summary can tell alone."""
    return f" {_UNNAMED}" in line.text


def _line(claims: list[Responsibility], words: Words) -> ResponsibilityLine | None:
    first = claims[0]
    answers = {c.answer for c in claims}
    answer = max(answers, key=lambda a: _ANSWERS[a])
    if {"conceded", "denied"} <= answers:
        answer = "denied"
    accused = words.naming.organisation(first.accused)
    if accused is None or accused.split()[-1].removesuffix("s") in words.library.words.of(HappeningNouns).doers:
        return None
    if not _is_deed(first, words):
        return None
    act = _act(first, words)
    own = [c for c in claims if c.by is not None and c.by == c.accused]
    if len(own) == len(claims) and ("conceded" not in answers or not _is_one_deed(first, words)):
        return None
    by = list(dict.fromkeys(n for c in claims if c.by and c not in own and (n := words.naming.organisation(c.by))))
    text = _text(accused, by, act, answer, claims, words, bool(own))
    return ResponsibilityLine(
        accused=first.accused,
        by=tuple(dict.fromkeys(c.by for c in claims if c.by)),
        act=words.ledger.event_of.get(first.act or ""),
        answer=answer,
        text=sentence(text),
        claims=(*(c.id for c in claims), *dict.fromkeys(c.act for c in claims if c.act in words.ledger.claims)),
    )


def _is_deed(claim: Responsibility, words: Words) -> bool:
    """Whether the act is one that somebody can be blamed for."""
    act = words.ledger.claims.get(claim.act or "")
    return not isinstance(act, EventClaim) or act.type in _DEEDS


def _is_one_deed(claim: Responsibility, words: Words) -> bool:
    """Whether the act is a single deed that a party can own to, not fighting that has two sides."""
    act = words.ledger.claims.get(claim.act or "")
    return isinstance(act, EventClaim) and act.type in ("Explosions/Remote violence", "Violence against civilians")


def _act(claim: Responsibility, words: Words) -> str:
    event = words.ledger.events.get(words.ledger.event_of.get(claim.act or "", ""))
    if event is not None:
        return words.events.the_act(event)
    text = " ".join(claim.act_text.split())
    if text and len(text.split()) <= 6 and text.split()[0].casefold() in words.library.words.of(PhraseNouns).articles:
        return neutral_phrase(text[0].lower() + text[1:], words.library.terms) or _UNNAMED
    return _UNNAMED


def _is_later(claims: list[Responsibility], words: Words) -> bool:
    """Whether the denial of an act owned to stands in later reports only."""
    first: dict[str, dt.datetime] = {}
    for claim in claims:
        published = words.ledger.reports[claim.report].published
        if published is None:
            return False
        first[claim.answer] = min(first.get(claim.answer, published.earliest), published.earliest)
    return first["denied"] > first["conceded"]


def _only_distanced(claims: list[Responsibility], words: Words) -> bool:
    """Whether no report tells the denial in stronger words than that somebody "distanced itself"."""
    denials = [c for c in claims if c.answer == "denied"]
    told = [words.ledger.words(c, c.answer_start or 0, c.answer_end or 0) for c in denials]
    distancing = words.library.words.of(AnswerVerbs).distancing
    return all(t.casefold() in distancing for t in told)


def _text(
    accused: str, by: list[str], act: str, answer: str, claims: list[Responsibility], words: Words, own: bool
) -> str:
    if own and not by and any(c.answer == "conceded" for c in claims):
        admitted = f"{accused} said that {anaphor(accused, words.library)} carried out {act}"
        if answer != "denied":
            return admitted
        it, later = anaphor(accused, words.library), _is_later(claims, words)
        if _only_distanced(claims, words):
            return f"{admitted}; {it} {'later' if later else 'also'} distanced itself from it"
        return f"{admitted}; {it} denied responsibility {'later' if later else 'as well'}"
    accusers = joined(by) if by else None
    if accusers is None and answer == "denied":
        return f"{accused} denied responsibility for {act}"
    if accusers is None:
        teller = words.naming.tellers([c.id for c in claims])
        said = f"{teller} attributed {act} to {accused}"
    else:
        said = f"{accusers} blamed {accused} for {act}"
    if answer == "denied":
        return f"{said}; {accused} denied responsibility"
    if answer == "conceded":
        return f"{said}; {accused} acknowledged responsibility"
    if answer == "no_comment":
        return f"{said}; {accused} did not comment"
    return said
