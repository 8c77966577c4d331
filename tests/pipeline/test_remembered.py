"""What is remembered of pure functions: by identity of records, by value of numbers and texts."""

from __future__ import annotations

from rashomon.model.moment import AsOf
from rashomon.model.remembered import remembered


def test_the_same_record_is_asked_once_and_an_equal_one_again() -> None:
    """A function is called once for one record, and once more for another that is equal."""
    asked: list[AsOf] = []

    @remembered(10)
    def how(state: AsOf) -> str:
        asked.append(state)
        return state.how

    one, equal = (AsOf(start=None, end=None, how="stated") for _ in range(2))
    assert [how(one), how(one), how(equal)] == ["stated"] * 3
    assert len(asked) == 2


def test_numbers_and_texts_are_known_by_value() -> None:
    """Numbers and texts that are equal are one, however they were made, and others are others."""
    asked: list[tuple[int, str]] = []

    @remembered(10)
    def told(number: int, text: str) -> str:
        asked.append((number, text))
        return text * number

    for number in (1000, int("1000"), 1001):
        assert told(number, "".join(["a", "b"])) == "ab" * number
    assert asked == [(1000, "ab"), (1001, "ab")]
