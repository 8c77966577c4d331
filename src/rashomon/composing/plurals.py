"""Nouns for those counted, in the singular or the plural."""

from __future__ import annotations

from rashomon.knowledge.wording import Wording


def in_number(group: str, one: bool, wording: Wording) -> str | None:
    """The group in singular or plural; null where its last word has no plural that we know."""
    first, last = group.rpartition(" ")[0], group.rpartition(" ")[2]
    lower = last.casefold()
    plural = lower in wording.mass_groups or (lower.endswith("s") and not lower.endswith("ss"))
    if group[0].isupper() and group[1:2].islower() and not first and lower in wording.mass_groups | wording.common:
        group, last = group.casefold(), lower
    prefix = f"{first} " if first else ""
    if one:
        if not plural:
            return group
        back = {p: s for s, p in wording.irregular_plurals.items()}
        single = back.get(lower) or (last[:-3] + "y" if lower.endswith("ies") else last[:-1])
        return prefix + single if lower.endswith("s") or lower in back else None
    if plural:
        return group
    if lower in wording.irregular_plurals:
        return prefix + wording.irregular_plurals[lower]
    if lower.endswith(("s", "x", "ch", "sh")):
        return f"{group}es"
    return f"{group[:-1]}ies" if lower.endswith("y") and lower[-2:-1] not in "aeiou" else f"{group}s"


def single_of(word: str, wording: Wording) -> str:
    """A noun's singular in lower case, as far as the endings and the lexicon tell."""
    lower = word.casefold()
    back = {p: s for s, p in wording.irregular_plurals.items()}
    if lower in back:
        return back[lower]
    if lower.endswith("ies") and len(lower) > 4:
        return lower[:-3] + "y"
    return lower[:-1] if lower.endswith("s") and not lower.endswith("ss") else lower
