"""Nouns for those counted, in the singular or the plural."""

from __future__ import annotations

from rashomon.knowledge.library import Library


def in_number(group: str, one: bool, library: Library) -> str | None:
    """The group in singular or plural; null where its last word has no plural that we know."""
    wording, nouns = library.wording, library.nouns
    first, last = group.rpartition(" ")[0], group.rpartition(" ")[2]
    lower = last.casefold()
    ends = lower.endswith("s") and not lower.endswith("ss")
    plural = lower in wording.mass_groups or ends or nouns.is_irregular(lower)
    if group[0].isupper() and group[1:2].islower() and not first and lower in wording.mass_groups | wording.common:
        group, last = group.casefold(), lower
    prefix = f"{first} " if first else ""
    if one and plural:
        known = lower.endswith("s") or nouns.is_irregular(lower)
        return prefix + nouns.singular(last) if known else None
    return group if one or plural else prefix + nouns.plural(last)
