"""Dictionary forms by WordNet's rules and exceptions, from the tables of spaCy's English model.

The same answers as spaCy's rule lemmatizer without morphological features. Its lists of words are sets here: a word
costs no walk through fifty thousand others.
"""

from __future__ import annotations

from typing import Any

#: Parts of speech that have tables.
_KINDS = ("NOUN", "VERB", "ADJ", "ADV", "PUNCT")
#: Forms kept.
_KEPT = 50_000


class Lemmas:
    """Lemmas of lower-case forms by part of speech."""

    def __init__(self, lookups: Any) -> None:
        index, exceptions, rules = (lookups.get_table(f"lemma_{name}") for name in ("index", "exc", "rules"))
        self._index = {kind: frozenset(index.get(kind.lower(), ())) for kind in _KINDS}
        self._exceptions: dict[str, dict[str, list[str]]] = {k: exceptions.get(k.lower(), {}) for k in _KINDS}
        self._rules: dict[str, list[list[str]]] = {kind: rules.get(kind.lower(), []) for kind in _KINDS}
        self._known: dict[tuple[str, str], str] = {}

    def lemma(self, lower: str, pos: str) -> str:
        """The lemma of a lower-case form, itself where no rule has another."""
        if pos not in self._index:
            return lower
        known = self._known.get((lower, pos))
        if known is None:
            if len(self._known) >= _KEPT:
                self._known.clear()
            known = self._known[lower, pos] = self._read(lower, pos).lower()
        return known

    def _read(self, lower: str, pos: str) -> str:
        listed: list[str] = []
        others: list[str] = []
        for ending, new in self._rules[pos]:
            if lower.endswith(ending) and (form := lower[: len(lower) - len(ending)] + new):
                (listed if form in self._index[pos] or not form.isalpha() else others).append(form)
        # Of several exceptions the last wins, as in spaCy.
        exceptions = [form for form in self._exceptions[pos].get(lower, ()) if form not in listed]
        return (exceptions[::-1] + listed + others or [lower])[0]
