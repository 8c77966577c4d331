"""A medium whose count other reports quote is the root of what it tells on its own pages without naming anybody."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

from rashomon.reconciliation.sightings import NOBODY, Sighting, folded

#: A name of so few letters may be anybody's.
_LETTERS = 3


def name_media_once(sightings: Sequence[Sighting]) -> list[Sighting]:
    """The sightings, where the pages of a medium speak with the voice under which other outlets quote it.

    "Prothom Alo reported 91" elsewhere, and 97 on en.prothomalo.com, are two counts of one root. What a page takes from
    an agency stays that agency's.
    """
    quoted = {
        _letters(s.root): s.root
        for s in reversed(sightings)
        if s.root is not None and s.figure.attribution is not None and s.figure.attribution.kind not in NOBODY
    }
    return [_named(s, quoted) for s in sightings]


def _named(sighting: Sighting, quoted: dict[str, str]) -> Sighting:
    if sighting.root is not None or not sighting.voice.startswith("outlet:"):
        return sighting
    for name in _names_of(sighting.report.outlet or ""):
        root = quoted.get(name) if len(name) >= _LETTERS else None
        if root is not None:
            return dataclasses.replace(sighting, root=root, voice="root:" + folded(root))
    return sighting


def _names_of(outlet: str) -> list[str]:
    """An outlet's name, and of an address its parts but the last: "prothomalo" of "en.prothomalo.com"."""
    parts = outlet.split(".")
    return [_letters(outlet), *(_letters(p) for p in parts[:-1])] if " " not in outlet else [_letters(outlet)]


def _letters(name: str) -> str:
    return "".join(c for c in name.casefold() if c.isalnum())
