"""Frames: verbs that tell a measure only together with what stands beside them, read from `data/en/frames.toml`."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from itertools import chain
from typing import Any, Literal

import msgspec

from rashomon.errors import PartError

#: How the counted stand to the verb: its subject, its object (or passive subject), or behind one of its prepositions.
FrameRole = Literal["subject", "object", "pobj"]
#: Words that stand one behind the other, each one of a set.
Pattern = tuple[frozenset[str], ...]
#: All forms of a verb.
Forms = Callable[[str], Iterable[str]]
_WORD = re.compile(r"[a-z]+")
#: A report that has a topic's words this often is about it.
_OFTEN = 2


class Frame(msgspec.Struct, frozen=True, gc=False):
    """What one verb tells of those it counts, and what else must stand in its clause.

    `behind`: patterns of which one stands behind the verb; `unless`: patterns of which none does; `agents`: lemmas of
    which one does the deed; `told`: even a passive names it; `prepositions`: those that lead from the verb to the
    counted; `negated`: the verb is denied; `least`: no smaller number is meant; `named`: the counted have a noun;
    `only`, `but`: nouns that alone are meant, and that are not; `modified`: adjectives of which a noun has one;
    `main`: a clause that only describes the counted is not meant; `passive`: the verb is passive; `topic`: what the
    report must be about, and then a number alone can be meant but no noun of another class.
    """

    measure: str
    counts: str
    role: FrameRole
    behind: tuple[Pattern, ...] = ()
    agents: frozenset[str] = frozenset()
    prepositions: frozenset[str] = frozenset()
    negated: bool = False
    least: float = 0
    named: bool = False
    only: frozenset[str] = frozenset()
    but: frozenset[str] = frozenset()
    told: bool = False
    modified: frozenset[str] = frozenset()
    unless: tuple[Pattern, ...] = ()
    main: bool = False
    passive: bool = False
    topic: str = ""


class Frames(msgspec.Struct, frozen=True, gc=False):
    """Frames by the lemma of their verb, with the word forms without which a sentence holds none."""

    by_verb: Mapping[str, tuple[Frame, ...]]
    verb_forms: frozenset[str]
    beside: frozenset[str]
    topics: Mapping[str, frozenset[str]]

    def told_in(self, texts: Iterable[str]) -> frozenset[str]:
        """The topics that these texts together are about."""
        counts = Counter(chain.from_iterable(_WORD.findall(text.lower()) for text in texts))
        return frozenset(t for t, words in self.topics.items() if sum(counts[w] for w in words) >= _OFTEN)

    def may_stand_in(self, words: Iterable[str]) -> bool:
        """Whether a sentence of these words can hold a frame: the cheap question before parsing."""
        found = set(words)
        return not (self.verb_forms.isdisjoint(found) or self.beside.isdisjoint(found))


def read_frames(table: dict[str, Any], forms: Forms) -> Frames:
    """The frames of a table in the form of `en/frames.toml`.

    Raises PartError where a frame has a key that no rule reads, or names a class that the table does not hold.
    """
    classes: dict[str, list[str]] = table["classes"]
    by_verb: dict[str, list[Frame]] = {}
    beside: set[str] = set()
    for entry in table["frames"]:
        unknown = set(entry) - {*Frame.__struct_fields__, "verbs"}
        if unknown:
            raise PartError(f"en/frames.toml: no rule reads {', '.join(sorted(unknown))}.")
        frame = _frame(entry, classes)
        beside |= {max(words, key=len) for p in frame.behind for words in p[-1:] if len(words) == 1}
        beside |= {w for p in frame.behind for words in p[-1:] if len(words) > 1 for w in words}
        if not frame.behind:
            beside |= frame.agents or {form for verb in entry["verbs"] for form in forms(verb)}
        for verb in entry["verbs"]:
            by_verb.setdefault(verb, []).append(frame)
    return Frames(
        by_verb={verb: tuple(some) for verb, some in by_verb.items()},
        verb_forms=frozenset(form for verb in by_verb for form in forms(verb)),
        beside=frozenset(beside),
        topics={topic: frozenset(words) for topic, words in table["topics"].items()},
    )


def _frame(entry: Mapping[str, Any], classes: Mapping[str, list[str]]) -> Frame:
    return Frame(
        measure=entry["measure"],
        counts=entry["counts"],
        role=entry["role"],
        behind=_patterns(entry.get("behind", ()), classes),
        agents=frozenset(w for a in entry.get("agents", ()) for w in _words(a, classes)),
        prepositions=frozenset(entry.get("prepositions", ())),
        negated=entry.get("negated", False),
        least=entry.get("least", 0),
        named=entry.get("named", False),
        only=frozenset(w for a in entry.get("only", ()) for w in _words(a, classes)),
        but=frozenset(w for a in entry.get("but", ()) for w in _words(a, classes)),
        told=entry.get("told", False),
        modified=frozenset(entry.get("modified", ())),
        unless=_patterns(entry.get("unless", ()), classes),
        main=entry.get("main", False),
        passive=entry.get("passive", False),
        topic=entry.get("topic", ""),
    )


def _patterns(patterns: Iterable[str], classes: Mapping[str, list[str]]) -> tuple[Pattern, ...]:
    return tuple(tuple(_words(w, classes) for w in p.split()) for p in patterns)


def _words(word: str, classes: Mapping[str, list[str]]) -> frozenset[str]:
    """The words that a word of a pattern stands for: a class behind @, else itself."""
    if not word.startswith("@"):
        return frozenset((word,))
    if word[1:] not in classes:
        raise PartError(f"en/frames.toml names the class {word}, which it does not hold.")
    return frozenset(classes[word[1:]])
