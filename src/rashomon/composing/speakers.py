"""Persons whom claims name as speakers or sources: who of them stands in a public role, and who does not."""

from __future__ import annotations

import re
from collections.abc import Iterable
from collections.abc import Set as AbstractSet

from rashomon.composing.known_names import KnownNames
from rashomon.knowledge.persons import PersonLexicon
from rashomon.model.claim import Control, EventClaim, Figure, ReportClaims

_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*\.?")
#: Kinds of sources that are an office in themselves, whoever fills it.
_OFFICES = frozenset("government army party ministry police official un aid monitor registry expert".split())


def named_speakers(
    claims: ReportClaims, other: KnownNames, lexicon: PersonLexicon, seen: AbstractSet[str]
) -> Iterable[tuple[str, bool]]:
    """Each person's name with whether a public role goes with it; `seen` are words capitalised inside sentences."""
    told: list[Figure | EventClaim | Control] = [*claims.figures, *claims.events, *claims.control]
    sources = [claim.attribution for claim in told if claim.attribution is not None]
    # A body of one word ("Mercy, a charity that runs hospitals"); a rescuer's name has a role or two parts.
    bodies = {s.text for s in sources if s.kind == "rescuers" and s.text.isalpha()}
    for said in claims.statements:
        name = person_in(said.speaker, other, lexicon, seen)
        own = _same(said.organisation, said.speaker)
        if name is None or said.speaker in bodies or (own and name.split()[0].casefold() not in lexicon.given):
            continue
        role = f"{said.speaker_role or ''} {said.speaker.removesuffix(name)}"
        yield name, not said.private and has_office(role, lexicon)
    for source in sources:
        for part in source.text.split(", "):  # "Ada Moss, the mayor"
            name = person_in(part, other, lexicon, seen)
            if name is not None and source.text not in bodies:
                role = f"{source.text.replace(name, '')} {source.origin if source.origin != source.text else ''}"
                yield name, source.kind in _OFFICES or has_office(role, lexicon)


def person_in(text: str, other: KnownNames, lexicon: PersonLexicon, seen: AbstractSet[str]) -> str | None:
    """The name at the end of a speaker's words ("godmother N. N."), or null where they name no person."""
    words = _WORD.findall(text.split(",")[0])
    name: list[str] = []
    roles = lexicon.public | lexicon.private | lexicon.honorifics | lexicon.kin
    for word in reversed(words):
        plain = word.casefold().rstrip(".")
        if (
            plain in roles
            or plain.removesuffix("s") in lexicon.public
            or not (word[0].isupper() or (name and plain in lexicon.particles))
        ):
            break
        name.insert(0, word)
    while name and not name[0][0].isupper():
        name.pop(0)
    joined = " ".join(name)
    before = [w.casefold() for w in words[: len(words) - len(name)]]
    if len(before) > 1 and before[-1] in ("of", "for") and other.is_body(before[-2]):
        return None  # the "Department of Water Affairs"
    if not name or not text.rstrip(" ,.").endswith(joined.rstrip(".")) or len(name) > 5:
        return None
    if len(name) == 1 and (name[0].isupper() or name[0].casefold() in lexicon.not_person):
        return None  # an acronym, or a word that opens a sentence
    if not other.names_other(joined):
        return joined
    # A family name that is a plain word too ("Grove"): a name where it stands with a capital inside a sentence.
    single = name[0].casefold()
    plain_word = len(name) == 1 and len(words) == 1 and single in other.lower and not single.endswith("s")
    return joined if plain_word and single in seen and not other.is_body(single) else None


def has_office(role: str, lexicon: PersonLexicon) -> bool:
    """Whether the words of a role hold a public one, and none of kin."""
    words = {w.casefold().rstrip(".") for w in _WORD.findall(role)}
    parts = words | {p for w in words for p in w.split("-")}
    return bool(parts & lexicon.public) and not parts & lexicon.kin


def _same(one: str | None, other: str) -> bool:
    return one is not None and one.casefold().removeprefix("the ") == other.casefold().removeprefix("the ")
