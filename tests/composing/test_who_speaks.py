"""Who is told to have said a thing: somebody of whom a reader learns who it is."""

from __future__ import annotations

import json

import pytest

from rashomon.app import dossiers_of
from rashomon.composing.who_speaks import can_speak
from rashomon.knowledge.library import Library
from rashomon.settings import Settings


@pytest.mark.parametrize(("phrase", "speaks"), [("people", False), ("others", False), ("residents", True)])
def test_people_of_whom_nothing_is_told_say_nothing(phrase: str, speaks: bool, library: Library) -> None:
    """ "People said that" tells no reader whose word it is; "residents said" does."""
    assert can_speak(phrase, library) is speaks


def test_a_role_is_told_without_its_owner_s_pronoun(tmp_path_factory: pytest.TempPathFactory) -> None:
    """ "Its local head" and a name stand in the brief as "Local head": whose head, another sentence told."""
    text = (
        "Flooding hit Kisumu on 5 May 2021 and killed 12 people, police said. Relief Now, an aid group, is handing out "
        "tents. \u201cThe roads to the town have been washed away,\u201d its local head, Asha Mwangi, said."
    )
    brief = brief_of(tmp_path_factory, [("2021-05-06", text)])
    assert "Its local head" not in brief
    assert "ocal head Asha Mwangi said" in brief


def test_a_count_beside_its_earlier_state_is_of_no_single_day(tmp_path_factory: pytest.TempPathFactory) -> None:
    """The toll of the quake of 5 May, up from a lower one by 7 May, is not told to be of 5 May."""
    texts = [
        ("2021-05-07", "The earthquake in Nakuru killed 140 people, Kenya's River Relief Agency said on 7 May."),
        ("2021-05-09", "The number of people killed by the earthquake that hit Nakuru on May 5 has risen to 207, "
         "according to Kenya's River Relief Agency."),
    ]  # fmt: skip
    brief = brief_of(tmp_path_factory, texts)
    assert "207 people were killed in Nakuru, up from 140 by 7 May" in brief


def brief_of(tmp_path_factory: pytest.TempPathFactory, texts: list[tuple[str, str]]) -> str:
    """The sentences of the brief of a story of these reports, each a day and a text."""
    source = tmp_path_factory.mktemp("told") / "reports.jsonl"
    rows = [{"outlet": f"Paper {n}", "published": day, "text": text} for n, (day, text) in enumerate(texts)]
    source.write_text("".join(json.dumps(row) + "\n" for row in rows))
    (dossier,) = dossiers_of([str(source)], Settings(story="one"))
    told = [s for paragraph in dossier.brief.paragraphs for s in paragraph]
    return " ".join(s.text for s in told)
