"""The lines beside the brief: timeline, statements, accusations, alliances, control, excerpts, places."""

from __future__ import annotations

import datetime as dt

import pytest
from msgspec.structs import replace
from tests.composing import tales
from tests.composing.builders import Told, assessed, compose, event, material, reconciled

from rashomon.composing import compose_dossier
from rashomon.composing.excerpts import excerpts_of
from rashomon.knowledge.library import Library


def test_background_stands_apart(library: Library) -> None:
    """An earlier happening is a background line of the timeline and no news of the brief."""
    text = "Shelling hit Saraqab on 3 May. Fighting in 2016 had left Aleppo divided."
    told = Told("rep-back", text, "Harbour Wire", "2024-05-04")
    now = told.event(
        "Shelling",
        "Explosions/Remote violence",
        "Shelling/artillery/missile attack",
        place=told.place("Saraqab"),
        when=told.when("on 3 May", "2024-05-03"),
    )
    old = told.event(
        "Fighting",
        "Battles",
        "Armed clash",
        place=told.place("Aleppo"),
        realis="background",
        when=told.when("in 2016", "2016-01-01", "2016-12-31"),
    )
    events = [event(now), event(old, background=True, realis="background")]
    dossier = compose(material(told), reconciled(events, []), library)
    assert [(e.date.year, e.background) for e in dossier.timeline] == [(2016, True), (2024, False)]
    assert "2016" not in "".join(s.text for p in dossier.brief.paragraphs for s in p)


def test_control_names_its_source(library: Library) -> None:
    """Who holds a place is told with who says so, and an attempt is not told as done."""
    told = Told("rep-hold", "Rebels tried to take Saraqab, the monitor said.", "Harbour Wire", "2024-05-04")
    place = told.place("Saraqab")
    told.holds("tried", "Rebels", place, "attempted", attribution=told.source("the monitor", "monitor"))
    dossier = compose(material(told), reconciled([], []), library)
    assert [m.text for m in dossier.control] == ["Rebels tried to take Saraqab, according to a monitor."]


def test_seizure_told_by_headline_only_is_no_news(library: Library) -> None:
    """A seizure that only a headline tells stands in no sentence of the brief."""
    told = Told(
        "rep-head", "Rebels seize Saraqab. Rebels attacked positions near the town.", "Harbour Wire", "2024-05-04"
    )
    claim = told.holds("seize", "Rebels", told.place("Saraqab"), "seized")
    story = material(told)
    headed = replace(story.reports[0], title="Rebels seize Saraqab")
    claims = replace(story.claims[0], control=(replace(claim, field="title", start=0, end=20),))
    dossier = compose(replace(story, reports=(headed,), claims=(claims,)), reconciled([], []), library)
    assert "Saraqab" not in "".join(s.text for p in dossier.brief.paragraphs for s in p)


def test_denial_stands_with_accusation(library: Library) -> None:
    """An accusation's line holds the accuser, the accused and the answer."""
    dossier = compose(*tales.strike(), library)
    line = dossier.responsibilities[0]
    assert (line.accused, line.by, line.answer) == ("coalition", ("aid workers",), "denied")
    assert (
        line.text
        == "Aid workers blamed the coalition for the air strike in Marib; the coalition denied responsibility."
    )


def test_excerpt_holds_claim_and_neighbours(library: Library) -> None:
    """An excerpt is the claim's sentence with one either side, with offsets that slice the report."""
    told = Told("rep-ex", "One came first. Two died in Derna. Three came later. Four came last.", "Harbour Wire", None)
    figure = told.figure("Two", "killed", 2.0)
    excerpt = excerpts_of(told.report(), [figure], library)[0]
    assert excerpt.text == "One came first. Two died in Derna. Three came later."
    assert told.text[excerpt.sentence_start : excerpt.sentence_end] == "Two died in Derna."
    assert told.text[excerpt.start : excerpt.start + len(excerpt.text)] == excerpt.text


def test_hospital_stands_at_its_town(library: Library) -> None:
    """A hospital's coordinates are its town's; without a known town it has none."""
    told = Told("rep-hos", "A shell hit Karama hospital in Derna. Derna was calm later.", "Harbour Wire", "2020-05-05")
    town = told.place("Derna", lat=32.7, lon=22.6)
    hospital = told.place(
        "Karama hospital", lat=32.71, lon=22.61, kind="facility", facility_kind="hospital", town="Derna"
    )
    hit = told.event("shell", "Explosions/Remote violence", "Shelling/artillery/missile attack", place=hospital)
    later = told.event("calm", "Strategic developments", "Other", place=town)
    record = reconciled([event(hit), event(later)], [])
    dossier = compose(material(told), record, library)
    placed = [e.place for e in dossier.events if e.place and e.place.kind == "facility"]
    assert [(p.lat, p.lon) for p in placed] == [(32.7, 22.6)]
    assert "Karama" not in "".join(s.text for p in dossier.brief.paragraphs for s in p)


@pytest.mark.parametrize(
    ("name", "kind", "sensitive"),
    [
        ("Karama hospital", "hospital", True),
        ("Gate 4", "health post", True),
        ("Food distribution point", None, True),
        ("Karama bridge", "bridge", False),
    ],
)
def test_facilities_that_put_people_at_risk_are_sensitive(name: str, kind: str | None, sensitive: bool) -> None:
    """A facility's kind or name tells whether its exact place may leave the house; a town's name never does."""
    told = Told("rep-fac", f"A shell hit {name}.", "Harbour Wire", "2020-05-05")
    assert told.place(name, kind="facility", facility_kind=kind).is_sensitive == sensitive
    assert not told.place(name, kind="town").is_sensitive


def test_as_of_and_dates_are_iso(library: Library) -> None:
    """The as-of prints as a day where it is a day's end, and a report's date as sharply as it is known."""
    told, record, _ = tales.offensive()
    end = dt.datetime.combine(dt.date(2024, 11, 29), dt.time.max, tzinfo=dt.UTC)
    dossier = compose(replace(told, as_of=end), record, library)
    assert dossier.as_of == "2024-11-29"
    assert [r.published for r in dossier.reports] == ["2024-11-29", None]


def test_same_input_same_dossier(library: Library) -> None:
    """Composing twice gives equal dossiers."""
    told, record, _ = tales.offensive()
    one = compose_dossier(told, record, "recommended", (), library).value
    assert one == compose_dossier(told, record, "recommended", (), library).value


def test_part_of_other_report_is_said_apart(library: Library) -> None:
    """A part that another report tells is told with that report."""
    wire = Told("rep-a", "The mayor said 12 people died in Derna.", "Harbour Wire", "2020-05-05")
    other = Told("rep-b", "Three of the 12 dead in Derna were children.", "Coast Times", "2020-05-05")
    whole = wire.figure("12", "killed", 12.0, attribution=wire.source("The mayor", "mayor", "official"))
    other.figure("Three", "killed", 3.0, group="children", part_of=whole.id)
    dossier = compose(material(wire, other), reconciled([], [assessed(whole)]), library)
    said = " ".join(s.text for p in dossier.brief.paragraphs for s in p)
    assert "Three of the dead were children, according to Coast Times." in said


def test_a_statement_that_copies_repeat_is_one_line(library: Library) -> None:
    """Reports that give one speaker's words share a line that names them and leaves out the agency's mark."""
    words = "the guards left the gate before dawn and nobody came back to it"
    told = Told("rep-one", f"Bruno Keel said {words}.", "Harbour Wire", "2024-05-04")
    told.statement("Bruno Keel", words, "said", speaker_role="mayor")
    copy = Told("rep-two", f"(Meridian) - {words}, Bruno Keel said.", "Vale Star", "2024-05-05")
    copy.statement("Bruno Keel", f"(Meridian) - {words}", "said", speaker_role="mayor")
    (line,) = compose(material(told, copy), reconciled([], []), library).statements
    assert line.text == f"Mayor Bruno Keel said, in the words of Harbour Wire and Vale Star: “{words}”"
    assert len(line.claims) == 2
