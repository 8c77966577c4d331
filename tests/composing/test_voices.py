"""Who said what, in a brief: no name without its office, nothing twice, no one's word in another's mouth."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from tests.composing.builders import Told, brief_text, compose, event, material, reconciled

from rashomon.knowledge.library import Library


def spoken(library: Library, *told: Told) -> str:
    """The brief of a story of a flood, with what its reports let people say."""
    flood = event(told[0].event("flood", "disaster:flood", None, place=told[0].place("Norvale")))
    return brief_text(compose(material(*told), reconciled([flood], []), library))


def test_a_name_without_its_office_says_nothing(library: Library) -> None:
    """Of an official whose office is not told with the name a brief tells no words; with the office it does."""
    text = "A flood hit Norvale. Mayor Paul Varga said that the dam was safe. Paul Varga said that the road was shut."
    told = Told("rep-1", text, "Vale Star", "2024-05-05")
    told.statement("Paul Varga", "the road was shut", "said")
    assert "the road was shut" not in spoken(library, told)
    told.statement("Mayor Paul Varga", "the dam was safe", "said", speaker_role="Mayor")
    assert "Mayor Paul Varga said that the dam was safe" in spoken(library, told)


def test_a_capital_of_the_reports_own_is_no_second_article(library: Library) -> None:
    """A role that a report writes with "The" is told with one article."""
    text = "A flood hit Norvale. Varga, The Minister of Land and Sea, said that the dam was safe."
    told = Told("rep-2", text, "Vale Star", "2024-05-05")
    role = "The Minister of Land and Sea"
    told.statement("Varga", "the dam was safe", "said", speaker_role=role)
    assert "the The" not in spoken(library, told)


@pytest.mark.parametrize(
    ("quote", "is_told"),
    [
        ("The army reported that the water was poisoned by rebels.", False),
        ("The water of the river is poisoned.", True),
    ],
)
def test_a_quotation_of_others_is_not_told(quote: str, is_told: bool, library: Library) -> None:
    """What a body quotes from somebody else is not told as its own words."""
    told = Told("rep-3", f"A flood hit Norvale. “{quote}” said the River Council.", "Vale Star", "2024-05-05")
    told.statement("the River Council", quote.rstrip("."), "said", quote=True, organisation="River Council")
    assert (quote.rstrip(".") in spoken(library, told)) is is_told


def test_what_another_statement_holds_is_told_once(library: Library) -> None:
    """A call that stands inside what is said is told with it only."""
    text = "A flood hit Norvale. Officials said that people on the hill were asking for food and water."
    told = Told("rep-4", text, "Vale Star", "2024-05-05")
    told.statement("Officials", "people on the hill were asking for food and water", "said", organisation="officials")
    inner = told.statement("Officials", "food and water", "called_for", "asking for", organisation="officials")
    told.statements[-1] = type(inner)(**{**{f: getattr(inner, f) for f in inner.__struct_fields__}, "id": "sta-inner"})
    assert "called for" not in spoken(library, told)


def test_police_of_two_reports_speak_apart(library: Library) -> None:
    """What "police" of one report deny and those of another say is not one sentence of one speaker."""
    one = Told("rep-5", "A flood hit Norvale. Police denied all warnings of a flood.", "Vale Star", "2024-05-05")
    other = Told("rep-6", "Police said that the flood was foreseen.", "Hill Post", "2024-05-06")
    one.statement("Police", "all warnings of a flood", "denied", "denied", organisation="police")
    other.statement("Police", "the flood was foreseen", "said", organisation="police")
    assert " and said that the flood was foreseen" not in spoken(library, one, other)


def test_an_office_alone_is_whoever_the_report_names_in_it(library: Library) -> None:
    """ "The minister" of a report that names one minister is told by that name; where it names two, as "the minister"."""
    text = "A flood hit Norvale. Minister Paul Varga said that the dam was safe. The minister denied any delay at work."
    told = Told("rep-7", text, "Vale Star", "2024-05-05")
    told.statement("Minister Paul Varga", "the dam was safe", "said", speaker_role="Minister")
    told.statement("The minister", "any delay at work", "denied", "denied", organisation="minister")
    assert "Minister Paul Varga denied any delay at work" in spoken(library, told)
    two = Told("rep-8", f"{text} Minister Ana Berg left.", "Vale Star", "2024-05-05", statements=list(told.statements))
    two.statement("Minister Ana Berg", "left", "said", speaker_role="Minister")
    two.statements[:2] = [replace(s, report="rep-8") for s in two.statements[:2]]
    assert "The minister denied any delay at work" in spoken(library, two)


def in_title(library: Library, title: str, content: str) -> str:
    """The brief of a story of a flood, whose headline says what a mayor condemned."""
    told = Told("rep-9", f"A flood hit Norvale. {title}", "Vale Star", "2024-05-05")
    flood = event(told.event("flood", "disaster:flood", None, place=told.place("Norvale")))
    said = told.statement("Mayor Varga", content, "condemned", "condemned", speaker_role="Mayor")
    at = len("A flood hit Norvale. ")
    moved = {f: getattr(said, f) - at for f in ("start", "end", "content_start", "content_end", "speaker_start")}
    told.statements[0] = replace(said, field="title", **moved)
    story = material(told)
    story = replace(story, reports=tuple(replace(r, title=title) for r in story.reports))
    return brief_text(compose(story, reconciled([flood], []), library))


def test_a_headline_without_its_article_is_no_sentence(library: Library) -> None:
    """What a headline says of one happening without an article is not told; of several it is."""
    assert "condemned" not in in_title(library, "Mayor Varga condemned Norvale airstrike.", "Norvale airstrike")
    assert "condemned" in in_title(library, "Mayor Varga condemned Norvale airstrikes.", "Norvale airstrikes")


@pytest.mark.parametrize(
    ("words", "is_told"),
    [
        ("the project was still under construction", False),
        ("the numbers were fluid", False),
        ("these measures are harsh", False),
        ("the project of a new dam was still under construction", True),
        ("the bridge was still under construction", True),
    ],
)
def test_what_means_something_told_before_is_not_told_alone(words: str, is_told: bool, library: Library) -> None:
    """ "The project", which the brief has not told of, is no subject; one that says what it is, or is a thing, is."""
    told = Told("rep-5", f"A flood hit Norvale. The River Council said that {words}.", "Vale Star", "2024-05-05")
    told.statement("The River Council", words, "said", organisation="River Council")
    assert (words.partition(" ")[2] in spoken(library, told)) is is_told
