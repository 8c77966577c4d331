"""Words beside a number that tell that it is no longer said (`data/en/restatements.toml`)."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from rashomon.knowledge.library import Library
    from rashomon.knowledge.number_words import NumberWords

_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
#: So many words before a number are read.
_WORDS_BEFORE = 6
_CHARS = 80
#: Lists of single words; the others hold phrases.
_SETS = frozenset(
    {
        "before",
        "at_first",
        "inner",
        "changes",
        "toll",
        "puts",
        "dead",
        "hurt",
        "both_kinds",
        "told_before",
        "ages",
        "sites",
    }
    | {"identified", "handed_over", "moved", "passive", "whole"}
)
Restated = Literal["taken back", "earlier"]
#: What was done with bodies that a number counts.
Handled = Literal["identified", "not identified", "handed over", "taken elsewhere"]
#: A clause ends before these.
_BREAK = re.compile(r"[,;:.()]|\s[-–—]\s")
#: So many words behind a number the verb of its clause is looked for.
_CLAUSE_WORDS = 12


@dataclass(frozen=True, slots=True, eq=False)
class Restatements:
    """The words; the data file says what each list holds."""

    taken_back: tuple[tuple[str, ...], ...]
    directly: tuple[tuple[str, ...], ...]
    before: frozenset[str]
    pluperfect: tuple[tuple[str, ...], ...]
    at_first: frozenset[str]
    inner: frozenset[str]
    changes: frozenset[str]
    after: tuple[tuple[str, ...], ...]
    toll: frozenset[str]
    going_on: tuple[tuple[str, ...], ...]
    puts: frozenset[str]
    unfinished: tuple[tuple[str, ...], ...]
    missing_dead: tuple[tuple[str, ...], ...]
    dead: frozenset[str]
    hurt: frozenset[str]
    both_kinds: frozenset[str]
    told_before: frozenset[str]
    range_opens: tuple[tuple[str, ...], ...]
    aged: tuple[tuple[str, ...], ...]
    ages: frozenset[str]
    at_site: tuple[tuple[str, ...], ...]
    some: tuple[tuple[str, ...], ...]
    sites: frozenset[str]
    identified: frozenset[str]
    handed_over: frozenset[str]
    moved: frozenset[str]
    passive: frozenset[str]
    whole: frozenset[str]
    numbers: NumberWords

    def restated(self, before: str, after: str) -> Restated | None:
        """Whether a number between these words of one sentence is taken back, an earlier one, or (null) stands."""
        words = _WORD.findall(before[-_CHARS:].casefold())[-_WORDS_BEFORE:]
        if _ends(words, self.taken_back):
            return "taken back"
        following = _WORD.findall(after[:_CHARS].casefold())
        behind = any(tuple(following[: len(a)]) == a for a in self.after)
        if (
            behind
            or _ends(words, self.directly)
            or _is_changed_from(words)
            or self._is_changed_to(before, following)
            or self._tells_before(_last_clause(before, words))
        ):
            return "earlier"
        return "earlier" if self.tells_toll(before) and self._had_said(before) else None

    def _had_said(self, before: str) -> bool:
        """True where the clause up to a number tells what had been said: "had at first put the number of dead at"."""
        clause = _WORD.findall(_BREAK.split(before)[-1].casefold())[-_CLAUSE_WORDS:]
        plain = [w for w in clause if w not in self.at_first and w not in self.before]
        behind = (plain[i + len(phrase) + 1 :] for phrase in self.pluperfect for i in _places(plain, phrase))
        # "Had said that 20" tells the number; "had put out the blaze that killed" does not.
        return any(self.inner.isdisjoint(words) for words in behind)

    def _is_changed_to(self, before: str, following: list[str]) -> bool:
        """True for "lowered the toll from 103 to 95", read at 103: a number that becomes another."""
        if following[:1] != ["to"] or not "".join(following[1:2])[:1].isdigit():
            return False
        words = _WORD.findall(before.casefold())
        return words[-1:] == ["from"] and not self.changes.isdisjoint(words)

    def _tells_before(self, clause: list[str]) -> bool:
        """True for "a previous toll of"; "earlier" that opens a clause tells when things happened, unless of a toll."""
        marks = [i for i, word in enumerate(clause) if word in self.before]
        return any(i > 0 or self.tells_toll(" ".join(clause)) for i in marks)

    def tells_toll(self, text: str) -> bool:
        """True where a sentence speaks of a running count."""
        return any(w in self.toll for w in _WORD.findall(text.casefold()))

    def puts_count(self, text: str) -> bool:
        """True where a sentence has a source give its count."""
        return any(w in self.puts for w in _WORD.findall(text.casefold()))

    def opens_range(self, before: str) -> bool:
        """True where the words before a number make it the low end of a range."""
        return _ends(_WORD.findall(before[-_CHARS:].casefold()), self.range_opens)

    def open_words(self, beside: str, around: str, measure: str) -> str | None:
        """The words beside a count, or in its sentence and the next, that say that it is not closed; else null.

        What is said of the dead closes or opens no count of the injured.
        """
        words = _WORD.findall(beside.casefold())
        found = next((p for p in self.going_on if _holds(words, p)), None)
        found = found or self._open_phrase(_WORD.findall(around.casefold()), measure)
        return " ".join(found) if found else None

    def _open_phrase(self, words: list[str], measure: str) -> tuple[str, ...] | None:
        phrases = self.unfinished + (self.missing_dead if measure == "killed" else ())
        other = self.dead if measure == "injured" else self.hurt
        for phrase in phrases:
            for i in _places(words, phrase):
                near = words[max(0, i - _WORDS_BEFORE) : i]
                if not other.intersection(near) or phrase in self.missing_dead:
                    return phrase
        return None

    def counts_both(self, before: str, after: str) -> bool:
        """True for a number of dead and injured together ("dozens of dead and wounded", "killed or injured 40")."""
        behind = _WORD.findall(after[:_CHARS].casefold())[: _WORDS_BEFORE + 1]
        pairs = zip(behind, behind[1:], behind[2:], strict=False)
        if any(self._is_pair(*three) for three in pairs):
            return True
        if self.both_kinds.intersection(behind[:3]):
            return True
        last = _WORD.findall(before[-_CHARS:].casefold())[-3:]
        return len(last) == 3 and self._is_pair(*last)

    def _is_pair(self, one: str, joined: str, other: str) -> bool:
        kinds = (one in self.dead and other in self.hurt) or (one in self.hurt and other in self.dead)
        return kinds and joined in ("and", "or")

    def handles(self, before: str, after: str) -> Handled | None:
        """What the words beside a number of the dead tell to have been done with these bodies; null for a toll.

        "205 bodies had been identified" is part of a toll; "the two dead were identified as" and "22 people killed were
        brought" are all of it.
        """
        last = _WORD.findall(before[-_CHARS:].casefold())[-1:]
        clause = _WORD.findall(_BREAK.split(after, maxsplit=1)[0].casefold())[:_CLAUSE_WORDS]
        verbs = self.identified | self.handed_over | self.moved
        at = next((i for i, word in enumerate(clause) if word in verbs and i and clause[i - 1] in self.passive), None)
        if at is None:  # "18 bodies given to relatives"
            bare = [i for i, word in enumerate(clause[:-1]) if word in self.handed_over and clause[i + 1] == "to"]
            at = next((i for i in bare if i and clause[i - 1] in self.dead), None)
        if at is None or self.whole.intersection(last) or clause[at + 1 : at + 2] in (["as"], ["by"]):
            return None
        if (self.dead - {"bodies"}).intersection(clause[:at]):
            return None
        if clause[at] in self.identified:
            return "not identified" if "not" in clause[:at] else "identified"
        if "not" in clause[:at]:
            return None
        return "handed over" if clause[at] in self.handed_over else "taken elsewhere"

    def shares_out(self, after: str) -> bool:
        """True where the words behind a number make it some of people told of before ("15 of the wounded")."""
        words = _WORD.findall(after[:_CHARS].casefold())[:4]
        if words[:1] != ["of"]:
            return False
        people = self.told_before | self.dead | self.hurt | self.both_kinds
        if words[1:2] != ["the"]:
            return bool(self.told_before.intersection(words[1:2]))
        behind = [w for w in words[2:] if not w.isdigit()]
        return bool(behind) and behind[0] in people

    def counts_site(self, after: str, facilities: Collection[str]) -> bool:
        """True where the words behind a number put it at the one place told of before ("had died at the site")."""
        words = _WORD.findall(after[:_CHARS].casefold())
        places = (i + len(p) for p in self.at_site for i in _places(words, p))
        return any(i < len(words) and (words[i] in self.sites or words[i] in facilities) for i in places)

    def counts_some(self, text: str) -> bool:
        """True where the words turn from all that were counted to some of them ("most of them")."""
        words = _WORD.findall(text.casefold())
        return any(_holds(words, phrase) for phrase in self.some)

    def limits_age(self, after: str) -> bool:
        """True where the words behind a number limit those counted to an age ("children under the age of eight")."""
        words = _WORD.findall(after[:_CHARS].casefold())[: _WORDS_BEFORE + 2]
        if any(_holds(words, phrase) for phrase in self.aged):
            return True
        return any(m in self.ages and re.search(rf"\b{m} \d", after[:_CHARS].casefold()) for m in words[:_WORDS_BEFORE])


def _holds(words: list[str], phrase: tuple[str, ...]) -> bool:
    return bool(_places(words, phrase))


def _places(words: list[str], phrase: tuple[str, ...]) -> list[int]:
    if phrase[0] not in words:
        return []
    first, size = phrase[0], len(phrase)
    return [i for i, word in enumerate(words) if word == first and tuple(words[i : i + size]) == phrase]


def _is_changed_from(words: list[str]) -> bool:
    """True behind "to 217 from": a number that has become another."""
    rest = list(words)
    if not rest or rest.pop() != "from" or not rest or not rest[-1].isdigit():
        return False
    while rest and rest[-1].isdigit():
        rest.pop()
    return bool(rest) and rest[-1] == "to"


def _ends(words: list[str], phrases: tuple[tuple[str, ...], ...]) -> bool:
    return any(tuple(words[-len(p) :]) == p for p in phrases)


def _last_clause(before: str, words: list[str]) -> list[str]:
    """The words behind the last comma or other number before the number."""
    clause = re.split(r"[,;:\d]", before[-_CHARS:])[-1]
    count = len(_WORD.findall(clause))
    return words[-count:] if count else []


def load_restatements(library: Library) -> Restatements:
    """The words of the shipped file."""
    table = library.table("en/restatements.toml")
    given: dict[str, Any] = {"numbers": library.number_words}
    for name, words in table.items():
        given[name] = frozenset(words) if name in _SETS else tuple(tuple(p.split()) for p in words)
    return Restatements(**given)
