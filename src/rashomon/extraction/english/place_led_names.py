"""Names of facilities that their noun opens, as in other languages: "Escuela X", "Stade de X", "Universidad Y de X"."""

from __future__ import annotations

from rashomon.extraction.english.place_cues import HYPHENS, Line

#: Words of one name, particles with them.
_LONGEST = 8
#: Particles that stand between two words of a name: "Place de la X".
_PARTICLES = 2


def led_name(line: Line, i: int) -> tuple[str, int] | None:
    """The kind and the end (exclusive) of the name that the noun at an index opens; none where none follows it."""
    if line.style != "normal":
        return None
    for size in (2, 1):
        noun = " ".join(line.low(k) for k in range(i, i + size))
        kind = line.lexicon.leading_facilities.get(noun)
        if kind is None or not all(line.touches(k) for k in range(i + 1, i + size)):
            continue
        last = _end(line, i + size)
        behind = line.low(i + size)
        foreign = behind in line.lexicon.particles or behind in line.lexicon.foreign_adjectives
        if last > i + size and (foreign or noun not in line.lexicon.before_particle):
            return kind, last
    return None


def _end(line: Line, first: int) -> int:
    """Where the capitalised words end that begin at an index, with the particles and numbers between them."""
    last = k = first
    while k < min(len(line.words), first + _LONGEST) and not line.words[k - 1].owns:
        word = line.words[k]
        if not (line.touches(k) or word.gap in HYPHENS):
            break
        if (word.capital and not _is_strange(line, k)) or word.text[0].isdigit():
            last = k + 1
        elif word.low not in line.lexicon.particles or k - last >= _PARTICLES:
            break
        k += 1
    return last


def _is_strange(line: Line, k: int) -> bool:
    """Whether a word with a capital is of no name: "at the Estadio Kotri Saturday", "Estadio Kotri Two bombers"."""
    low, lexicon = line.low(k), line.lexicon
    strange = low in lexicon.cues["never"] or low in lexicon.cues["openers"]
    return strange and low not in lexicon.particles and low not in lexicon.foreign_adjectives
