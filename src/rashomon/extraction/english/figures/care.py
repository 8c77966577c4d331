"""Measures told by care and not by a verb of harm: people carried to hospital, wounded, or staying in shelters."""

from __future__ import annotations

from rashomon.extraction.english.figures.sentence_view import SentenceView

_CARRIED = frozenset(
    (
        "taken",
        "transported",
        "rushed",
        "airlifted",
        "flown",
        "brought",
        "sent",
        "admitted",
        "ferried",
        "evacuated",
        "transferred",
    )
)
_SUFFERED = frozenset(("suffered", "sustained", "suffering", "sustaining", "suffer", "received", "receiving"))
_STAYING = frozenset(
    ("living", "staying", "sheltering", "sheltered", "housed", "accommodated", "lodged", "sleeping", "live", "stay")
)
_SHELTERS = frozenset(("camps", "shelters", "tents", "shelter", "centers", "centres"))
_WOUNDS = frozenset(
    (
        "injuries",
        "wounds",
        "injury",
        "wound",
        "burns",
        "fractures",
        "lacerations",
        "concussions",
        "respiratory",
        "breathing",
        "suffocation",
        "poisoning",
        "asphyxia",
        "concussion",
    )
)


_RUBBLE = frozenset(
    (
        "alive",
        "remain",
        "remained",
        "remains",
        "still",
        "under",
        "beneath",
        "underneath",
        "rubble",
        "debris",
        "wreckage",
        "ruins",
        "collapsed",
        "collapse",
    )
)


def is_sheltered(view: SentenceView, i: int) -> bool:
    """ "are in 82 relief camps", "living in temporary shelters"."""
    k = i + 1 if view.lower(i) in _STAYING else i
    if view.lower(k) not in ("in", "at"):
        return False
    for n in range(k + 1, k + 6):
        if view.lower(n) in _SHELTERS:
            return True
        if n < len(view.parse.tokens) and view.parse.tokens[n].pos in ("VERB", "PUNCT", "ADP", "PROPN"):
            return False
    return False


def is_buried_alive(view: SentenceView, i: int) -> bool:
    """ "buried alive", "remained buried in the wreckage": trapped, and not in a grave."""
    if view.lower(i) != "buried":
        return False
    near = {view.lower(k) for k in (*range(i - 3, i), *range(i + 1, i + 9))}
    return bool(near & _RUBBLE)


def is_treated(view: SentenceView, i: int) -> bool:
    """ "were taken to a hospital", "suffered critical injuries"."""
    ahead = [view.lower(i + k) for k in range(1, 9)]
    if view.lower(i) in _CARRIED:
        return ("to" in ahead[:2] and any(w.startswith(("hospital", "clinic", "infirmar")) for w in ahead)) or (
            "treatment" in ahead
        )
    return view.lower(i) in _SUFFERED and any(w in _WOUNDS for w in ahead[:5])
