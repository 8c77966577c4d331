"""Roots: canonical names, families, kinds, sides, and names that no file knows."""

from __future__ import annotations

import datetime as dt

import msgspec
import pytest

from rashomon.knowledge.library import Library
from rashomon.model.attribution import Attribution
from rashomon.model.claim import Figure, ReportClaims
from rashomon.model.report import Report
from rashomon.resolution.root_binding import bind_descriptions
from rashomon.resolution.roots import report_aliases, resolve_attribution, root_of


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("the UK-based Syrian Observatory for Human Rights", "Syrian Observatory for Human Rights"),
        ("SOHR", "Syrian Observatory for Human Rights"),
        ("the U.N. refugee agency", "UNHCR"),
        ("Médecins Sans Frontières", "Doctors Without Borders"),
        ("Gaza's health ministry", "Gaza Health Ministry"),
        ("state news agency SANA", "SANA"),
    ],
)
def test_names_and_acronyms_meet_in_one_root(library: Library, words: str, name: str) -> None:
    """Spellings, acronyms and descriptions of one organisation have one canonical name."""
    assert root_of(words, library).name == name


def test_a_family_joins_two_roots_of_one_house(library: Library) -> None:
    """Two agencies of the UN are two roots of one family."""
    one, other = root_of("OCHA", library), root_of("UNICEF", library)
    assert one.name != other.name
    assert one.family == other.family == "United Nations"


def test_a_common_word_is_no_acronym(library: Library) -> None:
    """ "who" in lower case is not the World Health Organization."""
    assert library.organisations.find("who") is None
    assert library.organisations.find("WHO") is not None


@pytest.mark.parametrize(
    ("words", "name", "kind"),
    [
        ("two medical sources", "medical sources", "hospital"),
        ("a medical source", "medical sources", "hospital"),
        ("several witnesses", "witnesses", "witness"),
        ("the Harbour Safety Board", "Harbour Safety Board", "unnamed"),
        ("an official of the water ministry", "officials of the water ministry", "ministry"),
        ("the state governor", "state governor", "government"),
        ("local media", "local media", "media"),
    ],
)
def test_an_unmapped_name_is_cleaned_and_its_own_family(library: Library, words: str, name: str, kind: str) -> None:
    """A name that no file knows keeps its words, without article and count, and is its own family."""
    root = root_of(words, library)
    assert (root.name, root.kind, root.family) == (name, kind, name)


def test_an_acronym_bound_in_the_report_is_spelled_out(library: Library) -> None:
    """ "(HSB)" behind a name binds the acronym in that report."""
    text = "The Harbour Safety Board (HSB) closed the port. HSB said 4 ships sank."
    report = Report(id="r", text=text)
    at = text.index("HSB said")
    attribution = Attribution(start=at, end=at + 3, text="HSB", origin="HSB")
    assert (
        resolve_attribution(attribution, report, library, report_aliases(report, library)).origin
        == "Harbour Safety Board"
    )


def test_an_agency_keeps_no_origin(library: Library) -> None:
    """An attribution to a relaying agency stays without origin, the agency by its canonical name."""
    report = Report(id="r", text="AFP")
    found = resolve_attribution(Attribution(start=0, end=3, text="AFP", agency="AFP"), report, library, {})
    assert (found.origin, found.agency, found.kind) == (None, "Agence France-Presse", "media")


def test_a_side_holds_on_its_days_only(library: Library) -> None:
    """A side of the dated file holds from its first to its last day."""
    day = dt.date(2024, 11, 29)
    assert library.sides.side_of("Iran", day, "Syria") == "Syrian government and allies"
    assert library.sides.side_of("Iran", dt.date(2025, 6, 1), "Syria") is None


def test_every_alias_belongs_to_one_organisation(library: Library) -> None:
    """No two organisations share a name or an alias."""
    from rashomon.knowledge.organisations import name_key

    seen: dict[str, str] = {}
    for row in library.table("organisations.toml")["organisations"]:
        for key in {name_key(n) for n in (row["name"], *row.get("aliases", ()))}:
            assert seen.setdefault(key, row["name"]) == row["name"]


NAMED = "The Harbour Safety Observatory counted the ships. The World Health Organization sent doctors."


def _sources(*origins: str) -> ReportClaims:
    figures = [
        Figure(
            id=f"fig-{n}", report="r", field="text", start=0, end=3, number_start=0, number_end=3, measure="killed",
            attribution=Attribution(start=0, end=3, text=o, origin=o),
        )
        for n, o in enumerate(origins)
    ]  # fmt: skip
    return ReportClaims(report="r", figures=tuple(figures))


def test_a_description_means_the_one_body_that_the_report_names(library: Library) -> None:
    """The noun of a name, and "a monitor", mean the one such body that the report names, also beside another source."""
    claims = _sources("the Harbour Safety Observatory", "the observatory", "a war monitor and residents")
    report = Report(id="r", text=NAMED)
    assert bind_descriptions(report, claims, library) == {"observatory": "Harbour Safety Observatory"}
    claims = _sources("Human Rights Watch", "a leading rights group", "a monitor and residents")
    bound = bind_descriptions(report, claims, library)
    assert bound["leading right group"] == "Human Rights Watch"
    assert bound["monitor and resident"] == "Human Rights Watch and residents"


def test_a_description_of_two_named_bodies_stays_open(library: Library) -> None:
    """Where two named bodies would fit, a description is bound to neither."""
    claims = _sources("Human Rights Watch", "Amnesty International", "a rights group")
    assert bind_descriptions(Report(id="r", text=NAMED), claims, library) == {}


def test_a_bare_noun_means_the_one_longer_description(library: Library) -> None:
    """ "the office" means the civil defence office where that is the only office, and nobody where there are two."""
    report = Report(id="r", text="Nobody is named.")
    claims = _sources("the civil defence office's final count", "the office")
    assert bind_descriptions(report, claims, library) == {"office": "the civil defence office"}
    claims = _sources("the civil defence office", "the prosecutor's office", "the land office", "the office")
    assert bind_descriptions(report, claims, library) == {}


def test_a_joint_statement_names_each_known_body_by_its_own_name(library: Library) -> None:
    """Of two bodies that speak together the known one has its canonical name, and the other its words."""
    assert root_of("Syria's state-run news agency and valley radio", library).name == "SANA and valley radio"


def test_a_body_that_cites_the_press_compiles(library: Library) -> None:
    """A count that a body gives from what the press says is its own; a medium that cites the press only relays."""
    report = Report(id="rpt-1", text="")
    cited = Attribution(start=0, end=5, text="local media", origin="local media", agency="OCHA")
    assert resolve_attribution(cited, report, library).origin == "OCHA"
    relayed = Attribution(start=0, end=5, text="local media", origin="local media", agency="Reuters")
    assert resolve_attribution(relayed, report, library).origin == "local media"


def test_the_army_is_no_party_that_calls_itself_one(library: Library) -> None:
    """ "The army" stays the state's in a report whose only named army is a party's."""
    report = Report(id="r", text="The Arakan Army took the town. Four soldiers died, the army said.")
    assert bind_descriptions(report, _sources("the army"), library) == {}
    assert bind_descriptions(report, _sources("the Arakan Army", "the army"), library) == {}


def test_a_source_of_which_nothing_is_told_goes_by_whom_it_spoke_to(library: Library) -> None:
    """A source without any description is told from others by the agency that it told."""
    report = Report(id="rpt-1", text="")
    source = Attribution(start=0, end=5, text="A source", origin="A source", agency="Reuters")
    assert resolve_attribution(source, report, library).origin == "sources speaking to Reuters"


@pytest.mark.parametrize(
    ("words", "name"),
    [("the eThekwini municipality", "eThekwini municipality"), ("a spokesman for the department", "department")],
)
def test_a_name_keeps_its_capitals_and_a_spokesman_speaks_for_a_body(library: Library, words: str, name: str) -> None:
    """A capital inside a word makes a name; who speaks for a body that is not named is that body."""
    assert root_of(words, library).name == name


@pytest.mark.parametrize(
    ("words", "name"),
    [("the CM", "chief minister"), ("Orvenna CM Asha Rao", "Orvenna Chief Minister Asha Rao")],
)
def test_an_office_in_capitals_is_spelled_out(library: Library, words: str, name: str) -> None:
    """The capitals of an office are written out, with its holder's name or without."""
    assert root_of(words, library).name == name


def test_an_aside_is_no_part_of_a_name(library: Library) -> None:
    """ "For its part" belongs to the sentence and not to the ministry's name."""
    assert root_of("Kenya's Roads Ministry, for its part", library).name == "Kenya's Roads Ministry"


def test_a_bare_agency_is_the_one_written_out_in_the_text(library: Library) -> None:
    """ "The agency" means the only body of the report whose name ends in that noun, though nothing was cited from it."""
    text = "Norland's River Relief agency has fallen silent. On Monday the agency said 12 people were killed."
    report = Report(id="r", text=text)
    assert bind_descriptions(report, _sources("the agency"), library) == {"agency": "Norland's River Relief agency"}
    other = msgspec.structs.replace(report, text=f"{text} The Orvenna Roads Agency shut two roads.")
    assert bind_descriptions(other, _sources("the agency"), library) == {}


def test_the_agency_of_a_family_is_the_one_that_the_report_cites(library: Library) -> None:
    """ "The UN agency" means the report's only source of that family; beside two of them it stays as it is."""
    report = Report(id="r", text="UNICEF said 12 children were killed. The UN agency said 9 were boys.")
    assert bind_descriptions(report, _sources("UNICEF", "the UN agency"), library) == {"un agency": "UNICEF"}
    assert bind_descriptions(report, _sources("UNICEF", "OCHA", "the UN agency"), library) == {}


def test_fighters_without_a_name_are_a_party(library: Library) -> None:
    """ "Separatists" are a party on a side of their own, protesters and an opposition are not."""
    assert (root_of("the separatists", library).kind, root_of("the separatists", library).side) == (
        "party",
        "separatists",
    )
    assert root_of("protesters", library).side is None
    assert root_of("dissidents", library).side is None
    assert root_of("the opposition", library).side is None


def test_fighters_are_the_one_armed_group_that_is_quoted(library: Library) -> None:
    """ "The rebels" are the one armed group among a report's sources, and nobody where two of them speak."""
    report = Report(id="r", text="Nobody is named.")
    claims = _sources("the Arakan Army", "the army", "the rebels")
    assert bind_descriptions(report, claims, library)["rebel"] == "Arakan Army"
    claims = _sources("the Arakan Army", "the Kachin Independence Army", "the rebels")
    assert bind_descriptions(report, claims, library) == {}


@pytest.mark.parametrize(
    "before",
    ["The mayor left Orvenna on foot.", "It rained on Wednesday.", "On Wednesday"],
)
def test_a_body_without_a_name_takes_none_from_the_sentence_before(before: str, library: Library) -> None:
    """The last word of a sentence and a day are no part of the name of those who speak behind them."""
    text = f"{before} authorities said 40 people were killed."
    report = Report(id="r", text=text.replace(". authorities", ". Authorities"))
    assert bind_descriptions(report, _sources("authorities"), library) == {}
