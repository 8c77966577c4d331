"""News of sport, money, weather and science holds numbers but no figures."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from rashomon.model.claim import Figure

_SENTENCES = Path(__file__).with_name("off_topic.txt").read_text(encoding="utf-8").splitlines()


def test_two_hundred_sentences_of_other_news_give_at_most_one_figure(
    figures_of: Callable[[str], tuple[Figure, ...]],
) -> None:
    """At most one figure comes out of 200 sentences of sport, finance, weather and science news."""
    assert len(_SENTENCES) == 200
    found = [(s, f.measure, f.made_by) for s in _SENTENCES for f in figures_of(s)]
    assert len(found) <= 1, found
