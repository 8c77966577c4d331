"""Singular and plural of nouns."""

from __future__ import annotations

import pytest

from rashomon.knowledge.library import Library


@pytest.mark.parametrize(
    ("singular", "plural"),
    [
        ("source", "sources"),
        ("witness", "witnesses"),
        ("church", "churches"),
        ("family", "families"),
        ("boy", "boys"),
        ("policeman", "policemen"),
        ("person", "people"),
        ("schoolchild", "schoolchildren"),
    ],
)
def test_one_form_gives_the_other(library: Library, singular: str, plural: str) -> None:
    """Each form is made of the other, and each stays what it is."""
    nouns = library.nouns
    assert nouns.plural(singular) == plural
    assert nouns.singular(plural) == singular
    assert nouns.singular(singular) == singular
    assert nouns.forms(f"local {singular}") == (f"local {singular}", f"local {plural}")


@pytest.mark.parametrize("noun", ["police", "personnel", "aircraft"])
def test_some_nouns_have_one_form(library: Library, noun: str) -> None:
    """A noun with one form for both has no other plural."""
    assert library.nouns.forms(noun) == (noun,)


def test_a_german_is_no_man(library: Library) -> None:
    """Not every noun in -man has its plural in -men."""
    assert library.nouns.plural("german") == "germans"
    assert library.nouns.plural("Frenchman") == "Frenchmen"
