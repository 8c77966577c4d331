"""Singular and plural of English nouns: by rule, with the exceptions of `data/en/nouns.toml`."""

from __future__ import annotations

from typing import Any

#: A shorter noun may be a word's ending by chance ("foot", "wife" as "men" in "specimen"); letters.
_OWN_WORD = 5


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
        if lower in self._unchanged or lower in self.singulars or self._joined(lower):
            return noun
        joined = next((s for s in self._plurals if len(s) >= _OWN_WORD and lower.endswith(s)), None)
        if joined is not None:
            return noun[: -len(joined)] + self._plurals[joined]
        if lower.endswith("y") and lower[-2:-1] not in "aeiou":
            return noun[:-1] + "ies"
        return noun + ("es" if lower.endswith(("s", "x", "ch", "sh")) else "s")

    def singular(self, noun: str) -> str:
        """A noun's singular, as far as its ending and the exceptions tell; a singular in -s loses it."""
        lower = noun.casefold()
        if lower in self.singulars:
            return self.singulars[lower]
        if (joined := self._joined(lower)) is not None:
            return noun[: -len(joined)] + self.singulars[joined]
        if lower.endswith("ies") and len(lower) > 4:
            return noun[:-3] + "y"
        if lower.endswith(("sses", "ches", "shes", "xes")):
            return noun[:-2]
        return noun[:-1] if lower.endswith("s") and not lower.endswith("ss") else noun

    def is_irregular(self, noun: str) -> bool:
        """Whether a noun is a plural that no rule makes, alone or as the last of joined words: "schoolchildren"."""
        lower = noun.casefold()
        return lower in self.singulars or self._joined(lower) is not None

    def _joined(self, lower: str) -> str | None:
        """The irregular plural that a word joined of several ends in, or none."""
        return next((p for p in self.singulars if len(p) >= _OWN_WORD and lower.endswith(p) and lower != p), None)

    def forms(self, noun: str) -> tuple[str, ...]:
        """A noun's singular and plural (of a phrase: of its last word)."""
        first, _, last = noun.rpartition(" ")
        return tuple(dict.fromkeys(f"{first} {form}".strip() for form in (last, self.plural(last))))
