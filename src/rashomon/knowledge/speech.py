"""The words of English speech, typed (`data/en/speech.toml`)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from rashomon.model.attribution import RootKind
from rashomon.model.claim import VerbClass

if TYPE_CHECKING:
    from rashomon.knowledge.library import Library
    from rashomon.knowledge.word_classes import WordBook


@dataclass(frozen=True, slots=True)
class Role:
    """What a noun for a person says about its bearer as a source."""

    kind: RootKind
    private: bool


@dataclass(frozen=True, slots=True)
class SpeechWords:
    """Verbs of speech by class, and nouns for speakers; the data file says what each field holds."""

    verbs: dict[str, VerbClass]
    expressed: dict[str, VerbClass]
    plain: frozenset[str]
    with_object: frozenset[str]
    source_subject: frozenset[str]
    attitude: frozenset[str]
    quoting: frozenset[str]
    not_speech_object: frozenset[str]
    roles: dict[str, Role]
    bodies: dict[str, RootKind]
    documents: frozenset[str]
    depicting: frozenset[str]
    counts: frozenset[str]
    expressing: frozenset[str]
    titles: frozenset[str]
    making: frozenset[str]
    drawing: frozenset[str]
    qualifying: frozenset[str]
    leading: frozenset[str]
    telling_nothing: frozenset[str]
    one_of_many: frozenset[str]
    nobody: frozenset[str]
    common: frozenset[str]
    behind: frozenset[str]
    heads: frozenset[str]
    speakers: frozenset[str]
    beside: frozenset[str]
    kind_words: dict[RootKind, frozenset[str]]
    short_offices: dict[str, str]
    media: frozenset[str]
    agencies_told: frozenset[str]
    impersonal: frozenset[str]
    describing: frozenset[str]
    classes: WordBook
    #: Every verb, document and count that an act of speech can hang on: no other word of a sentence need be asked.
    cues: frozenset[str]

    def role_of(self, lemma: str) -> Role | None:
        """What a noun for a person means, or null where the noun names none."""
        return self.roles.get(lemma) or (self.roles.get(lemma[:-1]) if lemma.endswith("s") else None)

    def body_of(self, lemma: str) -> RootKind | None:
        """The kind of body that a noun names, or null."""
        return self.bodies.get(lemma) or (self.bodies.get(lemma[:-1]) if lemma.endswith("s") else None)

    def is_document(self, lemma: str) -> bool:
        """Whether a noun names something that a source publishes."""
        return lemma in self.documents or (lemma.endswith("s") and lemma[:-1] in self.documents)

    def is_count(self, lemma: str) -> bool:
        """Whether a noun names figures."""
        return lemma in self.counts or (lemma.endswith("s") and lemma[:-1] in self.counts)


def load_speech(library: Library) -> SpeechWords:
    """The words of the shipped file."""
    table = library.table("en/speech.toml")
    lists = {key: frozenset(value) for key, value in (table | table["names"]).items() if isinstance(value, list)}
    verbs = _inverted(table["verbs"])
    papers = lists["documents"] | lists["counts"]
    plurals = frozenset(f"{noun}s" for noun in papers)
    return SpeechWords(
        verbs=verbs,
        cues=lists["quoting"] | papers | plurals | verbs.keys(),
        expressed=_inverted(table["expressed"]),
        bodies=_inverted(table["bodies"]),
        roles={w: Role(r["kind"], r["private"]) for r in reversed(table["roles"].values()) for w in r["words"]},
        kind_words={kind: frozenset(words) for kind, words in table["kind_words"].items()},
        short_offices=table["short_offices"],
        classes=library.words,
        **lists,
    )


def _inverted(groups: dict[str, list[str]]) -> dict[str, Any]:
    return {word: group for group, words in reversed(groups.items()) for word in words}
