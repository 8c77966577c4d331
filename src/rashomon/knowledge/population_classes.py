"""Classes of people that figures count, and which class lies within which."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from rashomon.model.claim import Population

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


class PopulationClasses:
    """The class of a population's words, and the nesting of classes. `demonyms` maps a people's name to its country."""

    def __init__(self, table: Mapping[str, Any], demonyms: Mapping[str, str]) -> None:
        self._demonyms = demonyms
        self._class_of = {word: name for name, entry in table.items() for word in entry["words"]}
        self._across = frozenset(n for n, e in table.items() if e.get("across"))
        self._within: dict[str, str] = {n: e["within"] for n, e in table.items() if "within" in e}

    def class_of(self, population: Population) -> str:
        """The class of the group's words, else of the category; words that no class knows are a class of their own."""
        group = population.group or ""
        words = [] if self._is_name(group) else _WORD.findall(group.casefold())
        for word in words:
            for form in (word, word.removesuffix("s"), word.removesuffix("es")):
                if form in self._class_of:
                    named = self._class_of[form]
                    return population.category if named == "people" and population.category != "other" else named
        if words and population.category in ("other", "people"):
            return "group:" + " ".join(words)
        return population.category if population.category != "other" else "people"

    def nation_of(self, population: Population) -> str | None:
        """The country (ISO 3166-1) whose people the group's words name; null where they name none or several."""
        words = _WORD.findall((population.group or "").casefold())
        nations = {code for word in words if (code := self._demonyms.get(word)) is not None}
        return nations.pop() if len(nations) == 1 else None

    def cuts_across(self, one: str, other: str) -> bool:
        """True where members of the one class may be members of the other, which lies elsewhere ("women", "rebels")."""
        return one != other and bool(self._across & {one, other}) and not self._across >= {one, other}

    def _is_name(self, group: str) -> bool:
        """True for capitalised words that no class knows: the name of a body or a place is no group of people."""
        words = _WORD.findall(group)
        known = any(f in self._class_of for w in words for f in (w.casefold(), w.casefold().removesuffix("s")))
        return bool(words) and all(w[:1].isupper() for w in words) and not known

    def lies_within(self, part: str, whole: str) -> bool:
        """True where every member of the one class is a member of the other."""
        if part.startswith("group:"):
            return whole == "people"
        at = part
        while at in self._within:
            at = self._within[at]
            if at == whole:
                return True
        return False
