"""What a stated number may mean: tolerance lives here and nowhere else (extraction writes what is stated)."""

from __future__ import annotations

from dataclasses import dataclass

from rashomon.model.claim import Figure

#: Floors of vague words (design, "Figures, the heart"): a plural of a count is two of it, "several" are three.
_OF_A_COUNT, _SEVERAL = 2, 3
#: "About n" is n within this share; two roots agree within it too.
TOLERANCE = 0.1
#: "More than 600" rounds what lies so little above it; 650 is another number.
_FROM_BELOW = 0.075
#: Two open counts further apart than this stand under disagreements as "both are minimums".
FAR_APART = 0.25


@dataclass(frozen=True, slots=True)
class Meant:
    """The numbers that a figure allows: `low` to `high` inclusive, null where open; `stated` is what it is compared by.

    `ceiling` marks "up to n": it bounds from above only.
    """

    stated: float | None
    low: float | None
    high: float | None
    ceiling: bool = False


def meant(figure: Figure, vague_unit: int | None = None) -> Meant:
    """The range of a figure; `vague_unit` is what its number counts in where that is "dozens" or the like."""
    if figure.qualifier == "up_to":
        return Meant(figure.value if figure.value is not None else figure.high, None, figure.high, ceiling=True)
    if figure.qualifier == "vague" and figure.value is None:
        floor = figure.low if figure.low is not None else _floor(vague_unit)
        return Meant(floor, floor, None)
    if figure.qualifier == "approx" and figure.value is not None:
        return Meant(figure.value, round(figure.value * (1 - TOLERANCE), 6), round(figure.value * (1 + TOLERANCE), 6))
    if figure.qualifier == "range" and figure.low is not None and figure.high is not None:
        return Meant((figure.low + figure.high) / 2, figure.low, figure.high)
    stated = figure.value if figure.value is not None else figure.low
    return Meant(stated, figure.low if figure.low is not None else stated, figure.high)


def _floor(unit: int | None) -> float | None:
    if unit is None:
        return None
    return float(_SEVERAL if unit == 1 else _OF_A_COUNT * unit)


def within_tenth(a: float, b: float) -> bool:
    """True where two stated numbers lie within a tenth of the larger."""
    return abs(a - b) <= TOLERANCE * max(abs(a), abs(b)) + 1e-9


def overlap(a: Meant, b: Meant) -> bool:
    """True where the two ranges share a number."""
    lows = [x for x in (a.low, b.low) if x is not None]
    highs = [x for x in (a.high, b.high) if x is not None]
    return not lows or not highs or max(lows) <= min(highs)


def is_closed(a: Meant) -> bool:
    """True where both ends are known."""
    return a.low is not None and a.high is not None


def is_rounding(rough: Meant, sharp: Meant) -> bool:
    """True where one number is a rounding of the other: a round number within a tenth, from below if it is a floor."""
    if rough.stated is None or sharp.stated is None:
        return False
    if rough.stated == sharp.stated:
        return True
    zeros = (5 if rough.stated < 20 else 10) if rough.stated < 100 else 10 ** (len(str(int(rough.stated))) - 2)
    if rough.stated % zeros or rough.stated < 10 or not within_tenth(rough.stated, sharp.stated):
        return False
    from_below = rough.high is None and rough.stated <= sharp.stated
    apart = abs(rough.stated - sharp.stated)
    if apart > (_FROM_BELOW * sharp.stated if from_below else zeros / 2):
        return False
    return overlap(rough, sharp) and (rough.high is None or rough.high != rough.low)


def is_typing_error(odd: float, usual: float) -> bool:
    """True where one digit too many, too few or doubled makes one number of the other (3110 for 311), ten times
    apart or so.
    """
    a, b = str(int(odd)), str(int(usual))
    if odd != int(odd) or usual != int(usual) or abs(len(a) - len(b)) != 1 or min(len(a), len(b)) < 3:
        return False
    longer, shorter = (a, b) if len(a) > len(b) else (b, a)
    return any(longer[:i] + longer[i + 1 :] == shorter for i in range(len(longer)))


def says_same(a: Meant, b: Meant) -> bool:
    """True where two figures state one number, or one rounds the other."""
    if a.stated is None or b.stated is None:
        return a.stated is None and b.stated is None
    return a.stated == b.stated or is_rounding(a, b) or is_rounding(b, a)
