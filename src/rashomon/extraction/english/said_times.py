"""Whether a time says when somebody spoke or a toll was counted, and not when anything of what is told happened."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from rashomon.knowledge.word_classes import WordBook, WordClasses
from rashomon.language.syntax import Parse, Token

#: How far behind a verb the day on which it was spoken stands (tokens): "said on Tuesday morning".
_NEAR = 3
#: How far above a word of a time its verb stands: "On Monday (Nov. 12), the number rose".
_DEEP = 5
#: How the words of a time hang on each other and on its verb.
_WITHIN = frozenset(("npadvmod", "pobj", "prep", "compound", "nummod", "advmod", "tmod", "dobj", "appos"))


@dataclass(frozen=True, slots=True)
class SpokenWords(WordClasses):
    """Verbs beside which a day is that of what was said or counted."""

    source: ClassVar[str] = "en/words/events.toml#spoken"

    saying: frozenset[str]
    rising: frozenset[str]
    counts: frozenset[str]


def is_said_on(token: Token | None, parse: Parse, classes: WordBook) -> bool:
    """Whether a time stands between a speaker, a verb of speech and what it says: "police said Tuesday that"; "the
    Front on Thursday claimed".
    """
    verb = verb_of_time(token, parse)
    if token is None or verb is None or verb.lemma not in classes.of(SpokenWords).saying:
        return False
    subjects = parse.kids(verb, "nsubj")
    return bool(subjects) and subjects[0].i < token.i <= verb.i + _NEAR


def is_counted_on(token: Token | None, parse: Parse, classes: WordBook) -> bool:
    """Whether a time hangs on the rise of a toll: "the toll climbed to 83 on Tuesday, with 157 people injured"."""
    verb, words = verb_of_time(token, parse), classes.of(SpokenWords)
    if verb is None or verb.lemma not in words.rising:
        return False
    return any(k.lemma.lower() in words.counts for k in parse.kids(verb, "nsubj", "nsubjpass"))


def verb_of_time(token: Token | None, parse: Parse) -> Token | None:
    """The verb that a time hangs on, a preposition between them or another word of the time."""
    for _ in range(_DEEP):
        if token is None or token.head == token.i or token.dep not in _WITHIN:
            return None
        of_speaker = token.dep == "prep" and parse.head(token).dep == "nsubj"  # "officials on Thursday said"
        token = parse.head(parse.head(token)) if of_speaker else parse.head(token)
        if token.pos == "VERB":
            return token
    return None
