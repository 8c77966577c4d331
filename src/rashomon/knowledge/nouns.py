"""Singular and plural of English nouns: by rule, with the exceptions of `data/en/nouns.toml`."""

from __future__ import annotations

from typing import Any


class Nouns:
    """The number of nouns; a word's own capitals stay where an ending is changed."""

    def __init__(self, table: dict[str, Any]) -> None:
        self._plurals: dict[str, str] = dict(table["irregular"])
        self._unchanged = frozenset(table["unchanged"])
        self._not_of_man = frozenset(table["not_of_man"])
        #: Irregular plurals, each with its singular.
        self.singulars = {plural: singular for singular, plural in self._plurals.items()}

    def plural(self, noun: str) -> str:
        """A noun's plural; a plural that no rule would make of another noun stays."""
        lower = noun.casefold()
        if lower in self._plurals:
            return self._plurals[lower]
        if lower.endswith("man") and lower not in self._not_of_man:
            return noun[:-2] + "en"
        if lower in self._unchanged or lower in self.singulars:
            return noun
        if lower.endswith("y") and lower[-2:-1] not in "aeiou":
            return noun[:-1] + "ies"
        return noun + ("es" if lower.endswith(("s", "x", "ch", "sh")) else "s")

    def singular(self, noun: str) -> str:
        """A noun's singular, as far as its ending and the exceptions tell; a singular in -s loses it."""
        lower = noun.casefold()
        if lower in self.singulars:
            return self.singulars[lower]
        if lower.endswith("ies") and len(lower) > 4:
            return noun[:-3] + "y"
        if lower.endswith(("sses", "ches", "shes", "xes")):
            return noun[:-2]
        return noun[:-1] if lower.endswith("s") and not lower.endswith("ss") else noun

    def forms(self, noun: str) -> tuple[str, ...]:
        """A noun's singular and plural (of a phrase: of its last word)."""
        first, _, last = noun.rpartition(" ")
        return tuple(dict.fromkeys(f"{first} {form}".strip() for form in (last, self.plural(last))))
