"""Words that a gazetteer holds as places and that a story uses as family names: nobody is named through a town."""

from __future__ import annotations

import re
from collections.abc import Iterable
from collections.abc import Set as AbstractSet

from rashomon.composing.person_names import find_person_names
from rashomon.knowledge.persons import PersonLexicon
from rashomon.knowledge.word_classes import either
from rashomon.model.material import Material

_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")


def family_names_like_places(
    material: Material, lexicon: PersonLexicon, groups: Iterable[Iterable[tuple[int, int]]]
) -> frozenset[str]:
    """Last words of persons' names that also name a place of the record, and stand nowhere as one; in lower case.

    `groups` holds, report by report, the spans that name armed groups and bodies.
    """
    placed = {_bare(w) for c in material.claims for p in c.places for w in _WORD.findall(p.text)}
    found: set[str] = set()
    texts = [f"{r.title or ''}. {r.text}" for r in material.reports]
    for report, spans in zip(material.reports, groups, strict=True):
        for name in find_person_names(report.text, lexicon, spans):
            words = _WORD.findall(name.text)
            last = _bare(words[-1])
            # "In Deir Ezzor" makes the whole run a place, and its last word nobody's.
            if (
                len(words) > 1
                and last in placed
                and not name.public
                and not _stands_as_place(name.text, texts, lexicon)
            ):
                found.add(last)
    return frozenset(w for w in found if not _stands_as_place(w.capitalize(), texts, lexicon))


def is_family_name(text: str, family: AbstractSet[str]) -> bool:
    """Whether a place's words are one of these names, with or without a given name."""
    words = _WORD.findall(text)
    return bool(words) and _bare(words[-1]) in family and len(words) <= 3


def _stands_as_place(word: str, texts: Iterable[str], lexicon: PersonLexicon) -> bool:
    """Whether a text locates something by the word, or calls a land, a street or a body by it."""
    name = re.escape(word)
    before = rf"{either(lexicon.locating)}|{either(lexicon.located_of)} of"
    behind = either(w.capitalize() for w in lexicon.named_by_place)
    located = re.compile(
        rf"(?:\b(?:{before})\s+(?:the\s+|[a-z]+\s+)?{name}\b|\b{name},\s+[A-Z][\w.]+[,.]?\s|\b{name}\s+{behind}\b)"
    )
    return any(located.search(t) for t in texts)


def _bare(word: str) -> str:
    return re.sub(r"['’]s$", "", word).casefold()
