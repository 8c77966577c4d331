"""Which figure is a part of which, where words of membership say so."""

from __future__ import annotations

import pytest

from .conftest import ReadFigures


def test_a_part_points_to_its_whole(figures_of: ReadFigures) -> None:
    """ "Including" and "of them" tie the part to the whole before it."""
    whole, part, other = figures_of(
        "The blast killed 27 civilians, including eight children; three of them were girls."
    )
    assert part.part_of == whole.id
    assert other.part_of is not None


@pytest.mark.parametrize(
    ("text", "values"),
    [
        (
            "Fighting displaced 9,000 people in Arvel. In Dunmar six women, including two minors, were assaulted.",
            [9000],
        ),
        ("The invasion killed 400 people. The neighbour holds about 20% of Arvelian territory.", [400]),
    ],
)
def test_a_part_of_what_no_measure_counts_is_no_figure(text: str, values: list[float], figures_of: ReadFigures) -> None:
    """What is included in an unmeasured number, and a share of land, take no measure from the sentence before."""
    assert [f.value for f in figures_of(text)] == values


def test_the_injured_include_is_a_part(figures_of: ReadFigures) -> None:
    """Rows after "the injured included" count, whatever rows the sentence told before."""
    text = "Among the dead were 31 men and 68 women, whereas the injured included 24 men."
    assert ("injured", 24) in [(f.measure, f.value) for f in figures_of("In all 99 died and 40 were hurt. " + text)]


def test_part_of_the_casualties_is_of_those_told_before(figures_of: ReadFigures) -> None:
    """ "Eight of the casualties" is a part of the number hurt told in the sentence before."""
    hurt, shot = figures_of("Over 400 people were injured. Eight of the casualties had gunshot wounds.")
    assert shot.part_of == hurt.id


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("The fire injured 155 people. In the city 22 are in critical condition.", [None, 0]),
        ("The floods killed 112 people. Forty-nine were killed in the valley alone.", [None, 0]),
        ("Sixty-one terrorists were killed. 42 of the terrorists were killed in a raid, the remaining 19 died later.",
         [None, 0, 0]),
        ("Among the twelve deceased are five boys.", [None, 0]),
        ("More than 530,000 houses were damaged, a third of which were wrecked.", [None, 0]),
        ("Hospitals received two bodies. The toll has reached 14. Sixteen deaths were reported elsewhere.",
         [None, None, None]),
    ],
)  # fmt: skip
def test_parts_that_no_pronoun_tells_have_their_whole(
    text: str, parts: list[int | None], figures_of: ReadFigures
) -> None:
    """Condition, place, noun and rest make a number a part of one told before; sums that come out by chance do not."""
    figures = figures_of(text)
    index = {f.id: i for i, f in enumerate(figures)}
    assert [index.get(f.part_of or "") for f in figures] == parts


def test_places_have_so_many_of_what_was_counted_before(figures_of: ReadFigures) -> None:
    """Behind a toll a sentence of places and bare numbers counts the same: "Kotri had four, Jaral three"."""
    text = "The panel counted 39 deaths. Kotri had four, Jaral three and Mersa two, while Zamby recorded one."
    assert [(f.measure, f.value) for f in figures_of(text)][1:4] == [("killed", 4), ("killed", 3), ("killed", 2)]
