"""Runs of capitalised words in which persons' names are found, without titles before a name and owners' names."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from rashomon.knowledge.persons import PersonLexicon

NAME_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
POSSESSIVE = ("'s", "’s")
#: Words of the longest names.
LONGEST_NAME = 5


def runs_of_capitals(text: str, lexicon: PersonLexicon) -> Iterable[list[re.Match[str]]]:
    """Runs of capitalised words, particles between them included, that nothing but a space or a hyphen parts."""
    run: list[re.Match[str]] = []
    for match in NAME_WORD.finditer(text):
        word = match.group()
        opens = word[0].isupper() and (not word.isupper() or len(word) <= 2)
        if not run:
            run = [match] if opens else run
            continue
        gap = text[run[-1].end() : match.start()]
        joins = len(gap) <= 2 and gap.strip(" ") in ("", ".") and not _closes(run, gap)
        if joins and (opens or _is_particle(word, lexicon)):
            run.append(match)
            continue
        yield from _cut(run, lexicon)
        run = [match] if opens else []
    if run:
        yield from _cut(run, lexicon)


def _closes(run: list[re.Match[str]], gap: str) -> bool:
    """A stop after more than an initial ends a sentence, and so the run."""
    return gap.startswith(".") and len(run[-1].group()) > 1


def _is_particle(word: str, lexicon: PersonLexicon) -> bool:
    return word in lexicon.particles or word.split("-")[0] in lexicon.name_articles


def _cut(run: list[re.Match[str]], lexicon: PersonLexicon) -> Iterable[list[re.Match[str]]]:
    """The run without trailing particles, and without words before the name that belong to a title or an adjective; an
    owner's name ("N. N.'s Toyota") is a run of its own, and an office by itself is none.
    """
    if len(run) == 1:
        # Nothing can be taken off one word, and most runs are one: the word that opens a sentence.
        yield run
        return
    while run and not run[-1].group()[0].isupper() and "-" not in run[-1].group():
        run = run[:-1]
    owner = max((n for n, w in enumerate(run[:-1]) if w.group().endswith(POSSESSIVE)), default=-1)
    if owner >= 0:
        yield from _cut(run[: owner + 1], lexicon)
        run = run[owner + 1 :]
    if all(_role(plain_form(w), lexicon) for w in run) and len(run) > 1 and plain_form(run[0]) not in lexicon.given:
        return
    last = max(
        (n for n, w in enumerate(run) if plain_form(w) in lexicon.not_person or _is_title(run, n, lexicon)), default=-1
    )
    if last + 1 < len(run):
        run = run[last + 1 :]
    elif last > 0 and _role(plain_form(run[last]), lexicon):
        first = min(n for n, w in enumerate(run) if _role(plain_form(w), lexicon))
        run = run[:first] or run
    if run and len(run) <= LONGEST_NAME + 2:
        yield run


def _is_title(run: list[re.Match[str]], at: int, lexicon: PersonLexicon) -> bool:
    """Whether a word of a run is a role or title, and none that is a part of the name ("Ali Sheikh Osman")."""
    if not _role(plain_form(run[at]), lexicon):
        return False
    inside = 0 < at < len(run) - 1 and plain_form(run[at - 1]) in lexicon.given
    return not (inside and plain_form(run[at]) in lexicon.given)


def plain_form(match: re.Match[str]) -> str:
    """A word of a run in small letters, without a possessive ending."""
    return _plain_word(match.group())


@lru_cache(maxsize=8192)
def _plain_word(word: str) -> str:
    return (word[:-2] if word.endswith(POSSESSIVE) else word).casefold()


def _role(word: str, lexicon: PersonLexicon) -> bool:
    return word in lexicon.public or word in lexicon.private or word in lexicon.honorifics
