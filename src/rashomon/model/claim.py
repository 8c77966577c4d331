"""The claims: what one report says, in one passage, with its attribution. One class a kind."""

from __future__ import annotations

from typing import Literal

import msgspec

from rashomon.model.actor import Actor
from rashomon.model.attribution import Attribution
from rashomon.model.moment import AsOf, When
from rashomon.model.passage import Passage
from rashomon.model.place import Place
from rashomon.model.record import Record

Realis = Literal["happened", "claimed", "denied", "feared", "planned", "background"]
Qualifier = Literal["exact", "at_least", "more_than", "up_to", "approx", "range", "vague", "fraction"]
Unit = Literal["person", "household", "other"]
Counting = Literal["stock", "flow", "cumulative", "increment", "unknown"]
Basis = Literal[
    "counted", "registered", "identified", "verified", "compiled", "reported", "estimated", "modelled", "unknown"
]
CaveatKind = Literal[
    "preliminary", "expected_to_rise", "undercount", "unverified", "no_access", "presumed", "excludes", "do_not_add"
]
PopulationCategory = Literal["civilians", "combatants", "people", "other"]
#: The named measures; anything else is "other:<word>".
MEASURES = (
    "killed",
    "injured",
    "missing",
    "detained",
    "abducted",
    "displaced",
    "evacuated",
    "returned",
    "affected",
    "trapped",
    "rescued",
    "homeless",
    "buildings_destroyed",
    "buildings_damaged",
    "settlements_captured",
    "strikes",
    "troops",
    "rescuers",
)


class Population(Record, frozen=True, kw_only=True):
    """Whom a figure counts: `category` is for matching, `group` the text's own words, `status_by` who says so."""

    category: PopulationCategory = "people"
    group: str | None = None
    side: str | None = None
    status_by: str | None = None


class Caveat(Passage, frozen=True, kw_only=True):
    """Words that qualify a figure, where they stand."""

    kind: CaveatKind


class Claim(Passage, frozen=True, kw_only=True):
    """What every claim has. `id` and `report` are content ids; `made_by` names the rule or part (`--explain`).

    `decided` is the id of the person's decision that accepted or corrected the claim.
    """

    id: str = ""
    report: str = ""
    made_by: str = ""
    decided: str | None = None


class Figure(Claim, frozen=True, kw_only=True, tag_field="kind", tag="figure"):
    """A claim with a quantity, as stated and no more: "at least 27" is value 27, low 27, high null.

    `number_start`, `number_end` span the quantity's words, hedge included. `part_of` is the claim id of the whole.
    `said_when` is the day on which its source said it, where the report says so. `mostly` is what the text says most of
    the counted are ("mostly combatants"), in its own words.
    """

    number_start: int
    number_end: int
    measure: str
    value: float | None = None
    low: float | None = None
    high: float | None = None
    qualifier: Qualifier = "exact"
    unit: Unit = "person"
    population: Population = Population()
    mostly: str | None = None
    place: Place | None = None
    other_places: tuple[Place, ...] = ()
    attribution: Attribution | None = None
    when: When | None = None
    said_when: When | None = None
    as_of: AsOf | None = None
    counting: Counting = "unknown"
    basis: Basis = "unknown"
    caveats: tuple[Caveat, ...] = ()
    part_of: str | None = None
    realis: Realis = "happened"
    derived: bool = False
    calculation: str | None = None
    converted_from: str | None = None
    correction: bool = False
    event: str | None = None


class EventClaim(Claim, frozen=True, kw_only=True, tag_field="kind", tag="event"):
    """One happening as one report tells it. `type` and `sub_type` are ACLED's, or `disaster:<kind>` and null.

    `anchor_start`, `anchor_end` span the verb or noun that tells it. `means` is the weapon or hazard, as worded.
    """

    anchor_start: int
    anchor_end: int
    type: str | None
    sub_type: str | None = None
    plover: str | None = None
    mode: str | None = None
    aux_modes: tuple[Literal["historical", "future", "hypothetical", "negation"], ...] = ()
    actors: tuple[Actor, ...] = ()
    recipients: tuple[Actor, ...] = ()
    place: Place | None = None
    when: When | None = None
    realis: Realis = "happened"
    attribution: Attribution | None = None
    means: str | None = None


VerbClass = Literal[
    "said",
    "reported",
    "claimed",
    "confirmed",
    "denied",
    "condemned",
    "warned",
    "called_for",
    "concerned",
    "announced",
    "promised",
    "praised",
    "estimated",
]


class Statement(Claim, frozen=True, kw_only=True, tag_field="kind", tag="statement"):
    """Somebody says something. `speaker` is the report's words; the content span is what is said.

    `private` is true where the speaker is a private person, who appears by `speaker_role` in every generated text.
    """

    speaker: str
    speaker_start: int
    speaker_end: int
    speaker_role: str | None = None
    organisation: str | None = None
    verb: str
    verb_class: VerbClass
    quote: bool
    content_start: int
    content_end: int
    private: bool = False
    side: str | None = None


class Responsibility(Claim, frozen=True, kw_only=True, tag_field="kind", tag="responsibility"):
    """`by` accuses `accused` of an act (the claim id of an event, or null), and what the accused answers.

    `by` null is the outlet's own voice. A claim of one's own act has `by` equal to `accused` and `answer` conceded.
    """

    accused: str
    by: str | None
    act: str | None = None
    act_text: str = ""
    answer: Literal["conceded", "denied", "no_comment", "unknown"] = "unknown"
    answer_start: int | None = None
    answer_end: int | None = None


RelationType = Literal["backs", "allied_with", "part_of", "formerly", "leads", "brokered", "opposes", "fights"]


class Relation(Claim, frozen=True, kw_only=True, tag_field="kind", tag="relation"):
    """How two actors stand to each other: `from_actor` backs (leads, is part of ...) `to_actor`."""

    type: RelationType
    from_actor: str = msgspec.field(name="from")
    to_actor: str = msgspec.field(name="to")
    status: Literal["declared", "stated", "alleged", "denied"] = "stated"
    by: str | None = None
    where: str | None = None


ControlStatus = Literal["seized", "entered", "contested", "besieged", "withdrew", "holds", "lost", "attempted"]


class Control(Claim, frozen=True, kw_only=True, tag_field="kind", tag="control"):
    """Who holds a place, as told: attempted is not done."""

    place: Place
    holder: str
    status: ControlStatus
    when: When | None = None
    attribution: Attribution | None = None
    realis: Realis = "happened"


AnyClaim = Figure | EventClaim | Statement | Responsibility | Relation | Control


class ReportClaims(Record, frozen=True, kw_only=True):
    """Everything extracted from one report. `figures` are in order of their number's position."""

    report: str
    figures: tuple[Figure, ...] = ()
    events: tuple[EventClaim, ...] = ()
    places: tuple[Place, ...] = ()
    statements: tuple[Statement, ...] = ()
    responsibilities: tuple[Responsibility, ...] = ()
    relations: tuple[Relation, ...] = ()
    control: tuple[Control, ...] = ()
