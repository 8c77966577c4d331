"""Officials whom reports call differently: "the chief secretary" and "Odisha Chief Secretary Asha Rao" are one root."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from rashomon.knowledge.library import Library
from rashomon.knowledge.organisations import fold_letters

#: An office that is told without its holder's name is known again by at least so many of its words.
_TELLING = 2
_LONGEST_NAME = 4


@dataclass(frozen=True, slots=True)
class Official:
    """An origin taken apart: the folded words of the office, and of the name of who holds it (empty where untold)."""

    origin: str
    office: frozenset[str]
    head: str
    name: tuple[str, ...]


def fullest_officials(origins: Iterable[str], library: Library) -> dict[str, str]:
    """Each official's origin with the fullest that these origins give.

    Two names are one official's where the offices have one head noun, the words of one office are among the other's,
    and the names agree: the same last name, first names the same, cut to initials or left out; or one more last name.
    An office without a name is the one official's whose office holds its words.
    """
    known = {o: found for o in origins if (found := official_of(o, library)) is not None}
    return _canonical([known[o] for o in sorted(known)])


def told_in_one_report(origins: Iterable[str], library: Library) -> dict[str, str]:
    """A report's official by the bare noun of the post and the name, under the post that the report tells in full.

    "Sanda's health minister said ...": "minister Paul Varga" behind it is the same, where the report has no other of
    either.
    """
    known = [found for o in dict.fromkeys(origins) if (found := official_of(o, library)) is not None]
    bound: dict[str, str] = {}
    for bare in (o for o in known if o.name and o.office == {o.head}):
        named = [o for o in known if o.name and o.head == bare.head]
        posts = [o for o in known if not o.name and o.head == bare.head and len(o.office) >= _TELLING]
        if len(named) == len(posts) == 1:
            bound[bare.origin] = posts[0].origin
    return bound


def official_of(origin: str, library: Library) -> Official | None:
    """The office and name in an origin's words; null where no public office stands in them."""
    words = origin.replace("’", "'").split()
    folded = [fold_letters(w.strip(",.()").removesuffix("'s")) for w in words]
    roles = [library.speech.role_of(w) for w in folded]
    at = max((i for i, role in enumerate(roles) if role is not None and not role.private), default=None)
    if at is None:
        return None
    name = words[at + 1 :]
    if len(name) > _LONGEST_NAME or any(not w[0].isupper() and w not in library.persons.particles for w in name):
        return None
    office = frozenset(w for w in folded[: at + 1] if w not in library.speech.leading)
    return Official(origin, office, folded[at], tuple(folded[at + 1 :]))


def _canonical(officials: list[Official]) -> dict[str, str]:
    """Each origin's fullest wording, by the origin."""
    named = sorted((o for o in officials if o.name), key=lambda o: (-len(o.office), -len(o.name), o.origin))
    found: dict[str, str] = {}
    offices: defaultdict[str, list[Official]] = defaultdict(list)
    for one in named:
        same = next((c for c in offices[one.head] if _same_holder(c, one)), None)
        if same is None:
            offices[one.head].append(one)
        found[one.origin] = (same or one).origin
    for bare in (o for o in officials if not o.name and len(o.office) >= _TELLING):
        holders = [o for o in offices[bare.head] if bare.office <= o.office]
        if len(holders) == 1:
            found[bare.origin] = holders[0].origin
    return found


def _same_holder(a: Official, b: Official) -> bool:
    """Whether two officials of one head noun are one person."""
    if not (a.office <= b.office or b.office <= a.office):
        return False
    shorter = min(len(a.name), len(b.name))
    if shorter >= _TELLING and a.name[:shorter] == b.name[:shorter]:
        return True  # a last name more: "Asif Khan", "Asif Khan Kamal"
    if a.name[-1] != b.name[-1]:
        return False
    first, other = a.name[:-1], b.name[:-1]
    return not first or not other or first[0] == other[0] or _initials(first, other) or _initials(other, first)


def _initials(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Whether a name begins with the letters that the other begins with ("P.", "PK" and "Pradeep")."""
    letters = short[0].replace(".", "")
    return len(letters) <= _TELLING and full[0].startswith(letters[0])
