"""Words and filters that find reports and claims, the same on every kind of store."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.store.worlds import CLASH, FIRE, FLOOD, WORLD, add, quiet

from rashomon import app
from rashomon.app.parts import shipped_parts
from rashomon.app.searching import SUPPORTS
from rashomon.errors import NotFoundError, UsageError
from rashomon.project import SearchPage, kept_story_dossier
from rashomon.storage import Store
from rashomon.storage.search_words import parse_query, places_of
from rashomon.storage.story_rows import list_stories

DECOMPOSED = "Cafe\u0301"


def find(store: Store, words: str | None = None, **choices: Any) -> SearchPage:
    """The hits of a search."""
    return app.search(store.address, words, **choices)


def given_ids(store: Store, words: str | None = None, **choices: Any) -> set[str]:
    """The given names of the reports that a search for reports finds."""
    titles = {row["title"]: row["id"] for row in WORLD}
    return {titles[hit.title or ""] for hit in find(store, words, kinds=["report"], **choices).hits}


QUERIES: list[tuple[str, set[str]]] = [
    ("warehouse", {"fire-1", "fire-2", "fire-copy"}),
    ("WAREHOUSE durban", {"fire-1", "fire-2", "fire-copy"}),
    ("warehouse smoke", {"fire-1"}),
    ('"death toll"', {"fire-2", "fire-copy", "flood-2"}),
    ('"toll death"', set()),
    ('"disaster authority said" -sukkur', {"flood-2"}),
    ("protest*", {"clash-1"}),
    ("protest", set()),
    ('"fire depart*"', {"fire-1", "fire-2", "fire-copy"}),
    ("-said", set()),
    ("-warehouse -floods", {"clash-1"}),
    ("tear-gas", {"clash-1"}),
    ("ledger", set()),
    ("***", set()),
    ('""', set()),
    ("fire AND flood", set()),
]


def test_words_phrases_prefixes_and_exclusions(world: Store) -> None:
    """Every word, a phrase in its order, a prefix, and none of the words after a dash."""
    assert [(words, given_ids(world, words)) for words, _ in QUERIES] == QUERIES


def test_a_title_outweighs_the_text(world: Store) -> None:
    """A report with the word in its title comes before one with it in the text."""
    titles = [h.title for h in find(world, "sukkur", kinds=["report"]).hits]
    assert titles == ["Sukkur under water", "Floods kill 12 in Sindh"]


FILTERS: list[tuple[dict[str, Any], set[str]]] = [
    ({"outlet": "harbour post"}, {"fire-1"}),
    ({"first": "2025-05-03"}, {"flood-1", "flood-2"}),
    ({"last": "2025-05-02"}, {"fire-1", "fire-2", "fire-copy", "clash-1"}),
    ({"first": "2025-05-02", "last": "2025-05-02"}, {"fire-2", "fire-copy", "clash-1"}),
    ({"measure": "injured", "place": "Cusco"}, {"clash-1"}),
    ({"measure": "killed", "place": "Cusco"}, set()),
    ({"measure": "injured", "place": "cusco"}, {"clash-1"}),
    ({"place": "usco"}, set()),
    ({"place": "%"}, set()),
    ({"measure": "nothing"}, set()),
]


def test_filters_alone_list_what_passes_them(world: Store) -> None:
    """Without words, all that passes every filter is found."""
    assert [(filters, given_ids(world, **filters)) for filters, _ in FILTERS] == FILTERS


def test_claims_are_found_by_root_measure_and_kind(world: Store) -> None:
    """A claim's filters and its passage's words find the claim itself, with its sentence and the match in it."""
    (hit,) = find(world, "gas", root="health ministry", kinds=["figure"]).hits
    assert (hit.kind, hit.outlet) == ("figure", "Andes Daily")
    assert [hit.snippet[a:b] for a, b in hit.matches] == ["gas"]
    kinds = {h.kind for h in find(world, "cusco", kinds=["claim"]).hits}
    assert "report" not in kinds
    assert len(kinds) > 1


def test_a_story_filter_keeps_to_its_reports(world: Store) -> None:
    """Only reports of the story are found; a missing story is said."""
    with world.reading() as connection:
        stories = {s.story.id: s.story.reports for s in list_stories(connection)}
    for story, reports in stories.items():
        assert {h.report for h in find(world, "said", story=story, limit=1000).hits} == set(reports)
    with pytest.raises(NotFoundError):
        find(world, "said", story="story-0000000000000000")


def test_support_is_that_of_the_kept_dossiers(world: Store) -> None:
    """No claim has support before its dossier is kept, which is said; then those with it are found, others are not."""
    with world.reading() as connection:
        stories = list_stories(connection)
    before = find(world, support=["single"])
    assert (before.hits, before.unweighed) == ((), len(stories))
    dossiers = [kept_story_dossier(world, s, shipped_parts(), quiet()) for s in stories]
    for support in ("single", "corroborated", "disputed"):
        expected = {c for d in dossiers for a in d.assessments if a.support.best == support for c in a.claims}
        expected &= {c.id for d in dossiers for c in d.claims}
        found = {h.claim for h in find(world, kinds=["claim"], support=[support], limit=1000).hits}
        assert found >= expected
    after = find(world, support=["single"])
    assert after.hits
    assert after.unweighed == 0
    assert find(world, "said").unweighed == 0


def test_support_of_a_story_that_changed_is_not_told(store: Store) -> None:
    """Once a report joins a story, what its kept dossier said of support is left out and counted; others' stays."""
    add(store, [*FIRE[:2], *FLOOD])
    with store.reading() as connection:
        stories = list_stories(connection)
    for stored in stories:
        kept_story_dossier(store, stored, shipped_parts(), quiet())
    known = {h.story for h in find(store, kinds=["figure"], support=SUPPORTS, limit=1000).hits}
    add(store, FIRE[2:])
    after = find(store, kinds=["figure"], support=SUPPORTS, limit=1000)
    assert after.unweighed == 1
    assert {h.story for h in after.hits} == known - {s.story.id for s in stories if len(s.story.reports) == 2}


def test_pages_are_stable_and_complete(world: Store) -> None:
    """Pages of one hit each give the hits of one page in its order, each once."""
    whole = find(world, "said", limit=1000).hits
    pages = [find(world, "said", limit=1, start=at) for at in range(len(whole))]
    assert [p.hits[0] for p in pages] == list(whole)
    assert [p.more for p in pages] == [True] * (len(whole) - 1) + [False]
    assert not find(world, "said", start=len(whole)).hits


def test_a_completed_report_is_found_once_by_its_new_words(store: Store) -> None:
    """A report that came again with a title is found by it, and once."""
    add(store, [{k: v for k, v in CLASH[0].items() if k not in ("title", "published")}])
    assert not find(store, "clash", kinds=["report"]).hits
    add(store, CLASH)
    assert len(find(store, "clash", kinds=["report"]).hits) == 1
    assert len(find(store, "tear", kinds=["report"]).hits) == 1


def test_accents_do_not_matter(store: Store) -> None:
    """Composed, decomposed and missing accents find each other, and the snippet marks the whole word."""
    add(
        store,
        [CLASH[0] | {"text": f"Police said a bomb went off at the {DECOMPOSED} Bogotá in Lima, injuring 3 people."}],
    )
    for words in ("cafe", "CAFÉ", "bogota", "Bogotá"):
        assert find(store, words, kinds=["report"]).hits, words
    hit = find(store, "café", kinds=["report"]).hits[0]
    assert [hit.snippet[a:b] for a, b in hit.matches] == [DECOMPOSED]


HOSTILE = [
    "'", '"', "--", ";DROP TABLE reports", "a OR b", "NEAR(a b)", "title:fire", "^fire", "a:*", "'a' <-> 'b'", "!a", "(", ")",
    "a\\", "a\x00b", "\ud800", "%", "_", "*", "-", '-"', '-"a', "a" * 5000, "a " * 5000, "{", "}", "🔥", "½", "ﬁre", "İ", "ß",
    "-" * 999, '"' * 999, "\u202eabc", "ख़", "AND", "NOT", "fire AND NOT", "+fire", ":A", "$1", ":wanted", "%(x)s",
]  # fmt: skip


def test_no_query_raises(world: Store) -> None:
    """Whatever is typed, a search answers and the store stays whole."""
    for words in HOSTILE:
        find(world, words)
    assert len(find(world, "warehouse", kinds=["report"]).hits) == 3


@settings(max_examples=150, deadline=None)
@given(words=st.text(max_size=60), text=st.text(max_size=80))
def test_any_query_parses_and_marks_within_the_text(words: str, text: str) -> None:
    """Any characters make a query, and its matches are spans of the text."""
    query = parse_query(words)
    assert all(0 <= a < b <= len(text) for a, b in places_of(query, text))


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.text(alphabet=st.sampled_from("fire toll\"-*'():&|!<>\\ \u0301é½"), max_size=24))
def test_any_punctuation_is_answered(world: Store, words: str) -> None:
    """Words mixed with the databases' own operators never raise."""
    find(world, words)


@pytest.mark.parametrize("choices", [{"first": "yesterday"}, {"kinds": ["rumour"]}, {"support": ["good"]}])
def test_a_filter_that_is_none_is_wrong_use(world: Store, choices: dict[str, Any]) -> None:
    """A date, kind or support that does not exist is a UsageError."""
    with pytest.raises(UsageError):
        find(world, "fire", **choices)


def test_a_long_report_is_searched_without_failing(store: Store) -> None:
    """A report of a megabyte of different words is stored, and found by its first ones."""
    text = CLASH[0]["text"] + " " + " ".join(f"w{n:018}" for n in range(50_000))
    add(store, [CLASH[0] | {"text": text}, *FIRE, *FLOOD])
    assert find(store, f"w{6_000:018}", kinds=["report"]).hits
