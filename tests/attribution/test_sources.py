"""Who answers for a figure: clauses, adjuncts, tags, relays and what carries on."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Ask = Callable[[str, str], tuple[str | None, str | None, str | None]]


@pytest.mark.parametrize(
    ("text", "number", "words"),
    [
        ("The harbour authority said that 14 sailors drowned.", "14", "The harbour authority"),
        (
            "At least 31 people died in the landslide, according to the provincial governor.",
            "31",
            "the provincial governor",
        ),
        ("Nine villagers were shot dead, a local doctor told reporters.", "Nine", "a local doctor"),
        ("The Red Crescent counted 62 dead on Monday.", "62", "The Red Crescent"),
        ("Police put the number of arrests at 240.", "240", "Police"),
        ("Figures from the coast guard show 18 boats were lost.", "18", "Figures from the coast guard"),
        ("Seven miners are trapped, said the operator of the pit.", "Seven", "the operator of the pit"),
        ("The raid killed 12 herders on Friday a monitor said.", "12", "a monitor"),
        ("In a statement, the interior ministry said 5 officers were hurt.", "5", "the interior ministry"),
        ("State television quoted a rescue commander as saying 40 were pulled out.", "40", "a rescue commander"),
        ("The opposition accused soldiers of killing 23 farmers.", "23", "The opposition"),
        ("ROADS CLOSED Opposition activists said 19 people died.", "19", "Opposition activists"),
        (
            "Four people died on Sunday, doctors close to the protesters said.",
            "Four",
            "doctors close to the protesters",
        ),
        ("By the account of a ferry pilot, 52 passengers drowned.", "52", "a ferry pilot"),
        ("On the word of two nurses, 16 patients were left behind.", "16", "two nurses"),
        ("Traders spoke on Sunday of 11 stalls burned and nine men wounded.", "nine", "Traders"),
        ("The coast guard's figure is lower: 38 sailors drowned.", "38", "The coast guard"),
        ("The toll given by the health ministry stands at 61 dead.", "61", "the health ministry"),
        ("The civil defence office set the number of dead at 73.", "73", "The civil defence office"),
        ("Fifteen herders, said the district police, were killed.", "Fifteen", "the district police"),
        ("61 dead, say police.", "61", "police"),
        ("One of her deputies, Lena Orlov, told reporters 29 people had died.", "29", "Lena Orlov"),
        ("While the army says that 15 died, the opposition claims 20 dead.", "15", "the army"),
        ("The clinic confirmed six herders and three guards were dead.", "three", "The clinic"),
    ],
)
def test_a_figure_has_the_source_that_its_clause_names(who_says: Ask, text: str, number: str, words: str) -> None:
    """A figure has the words of the source that its clause names."""
    assert who_says(text, number)[0] == words


@pytest.mark.parametrize(
    "text",
    [
        "Over 1,500 people were cut off, with 76 deaths reported.",
        "The number of victims is 76.",
        "The toll of the mudslide stands at 76 dead.",
        "The fever causes 76 deaths per week.",
    ],
)
def test_what_is_counted_is_no_source(who_says: Ask, text: str) -> None:
    """Deaths, victims and disasters that a count is of are nobody's source."""
    assert who_says(text, "76") == (None, None, None)


def test_each_clause_has_its_own_source(who_says: Ask) -> None:
    """Where one source contradicts another in a sentence, each answers for its own number."""
    text = "The mayor said 5 people were killed while the army put the toll at 7."
    assert who_says(text, "5")[0] == "The mayor"
    assert who_says(text, "7")[0] == "the army"


def test_a_speaker_without_a_verb_has_the_verb_before(who_says: Ask) -> None:
    """In "the ministry counts 44 dead, the opposition 90", the second number is the opposition's."""
    text = "The health ministry counts 44 dead, the opposition 90."
    assert who_says(text, "44")[0] == "The health ministry"
    assert who_says(text, "90")[0] == "the opposition"


def test_a_bare_surname_counts_where_it_was_named_before(who_says: Ask) -> None:
    """A surname that reports a number is a source once its bearer spoke before, and nobody else is."""
    text = "Governor Pavel Orlov said the river rose. On Monday Orlov reported 71 dead."
    assert who_says(text, "71")[0] == "Orlov"
    assert who_says("On Monday Orlov reported 71 dead.", "71")[0] is None


def test_a_relaying_agency_alone_is_no_origin(who_says: Ask) -> None:
    """Where only a news agency is named, there is an agency and no origin."""
    text = "Reuters reported that 16 people drowned."
    assert who_says(text, "16")[1:] == (None, "Reuters")


def test_a_cited_source_is_the_origin_and_the_agency_relays_it(who_says: Ask) -> None:
    """In "X reported, citing Y", Y is the origin and X the agency."""
    text = "Reuters reported, citing two army officers, that 16 soldiers were killed."
    words, _, agency = who_says(text, "16")
    assert (words, agency) == ("two army officers", "Reuters")


def test_the_agency_that_was_told_relays(who_says: Ask) -> None:
    """In "X told AFP", X is the origin and AFP the agency."""
    text = "A port official told AFP that 9 dockers were missing."
    words, _, agency = who_says(text, "9")
    assert (words, agency) == ("A port official", "AFP")


def test_an_agency_with_a_count_of_its_own_is_the_origin(who_says: Ask) -> None:
    """An agency's own count makes the agency the origin."""
    assert who_says("AFP, by its own count, reported more than 100 deaths.", "100")[1] == "AFP"


def test_a_pronoun_means_the_speaker_before(who_says: Ask) -> None:
    """ "It said" repeats the words of the body that spoke before."""
    text = "The health department confirmed 12 deaths. It said 40 others were in hospital."
    assert who_says(text, "40")[0] == "The health department"


def test_a_short_name_means_the_long_one(who_says: Ask) -> None:
    """ "The observatory" later in a report has the origin of its full name."""
    text = "The Syrian Observatory for Human Rights said 3 died. The Observatory said 9 more were wounded."
    assert "Syrian Observatory for Human Rights" in (who_says(text, "9")[1] or "")


def test_a_quotation_keeps_its_speaker_over_sentences(who_says: Ask) -> None:
    """A sentence inside the same quotation has the quotation's speaker."""
    text = '"We found two houses burned," said Mayor Ilse Brandt. "There are 11 people missing."'
    assert "Brandt" in (who_says(text, "11")[0] or "")


def test_a_breakdown_of_the_toll_keeps_its_source(who_says: Ask) -> None:
    """A sentence that breaks down the toll before it carries that toll's source."""
    text = "The coroner confirmed 20 deaths. Of them, 8 were children."
    assert who_says(text, "8")[0] == "The coroner"


def test_nearness_alone_does_not_attribute(who_says: Ask) -> None:
    """A sentence that merely follows an attributed one has no source."""
    text = "The coroner confirmed 20 deaths. Protesters set fire to 14 cars in another city."
    assert who_says(text, "14") == (None, None, None)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("She said goodbye to her 12 colleagues.", "12"),
        ("The army did not say how the 30 men had died.", "30"),
        ("The envoy condemned an attack that killed 30 pilgrims.", "30"),
        ("The president promised to rebuild 300 houses.", "300"),
        ("The storm claimed 15 lives.", "15"),
        ("The toll reached 15.", "15"),
    ],
)
def test_not_every_verb_of_speech_vouches(who_says: Ask, text: str, number: str) -> None:
    """A farewell, a silence, a judgement, a promise and a storm are nobody's word for a figure."""
    assert who_says(text, number) == (None, None, None)


def test_a_clause_behind_the_tag_is_the_outlets_own(who_says: Ask) -> None:
    """A subordinate clause behind "X said" is told by the outlet, not by X."""
    text = "The bridge was closed, officials said, days after a collapse killed 19 people."
    assert who_says(text, "19") == (None, None, None)


@pytest.mark.parametrize("title", ["Ministry: 14 dead in mine blast", "14 dead in mine blast - ministry"])
def test_a_headlines_shorthand_names_its_source(analyse: Callable[..., object], title: str) -> None:
    """A name before a colon or behind a dash in a headline is its source."""
    at = title.index("14")
    found = analyse("The mine stood idle.", title).source_of("title", at, at + 2)  # type: ignore[attr-defined]
    assert found is not None
    assert found.text.lower() == "ministry"


def test_a_country_before_a_colon_is_a_place(analyse: Callable[..., object]) -> None:
    """A country at the head of a headline says where, not who."""
    title = "Ukraine: 20 killed in mine blast"
    found = analyse("The mine stood idle.", title).source_of("title", 9, 11)  # type: ignore[attr-defined]
    assert found is None


def test_as_reported_by_vouches_for_the_sentence(who_says: Ask) -> None:
    """ "As reported by X" at the end of a sentence makes X the source of all of it."""
    text = "The flood displaced more than 9,000 people, half of them children, as reported by the relief agency."
    assert who_says(text, "9,000")[0] == "the relief agency"


@pytest.mark.parametrize(
    ("text", "number", "words"),
    [
        ("At least 70 patients died, WHO said in a statement.", "70", "WHO"),
        ("Nine nurses were shot, the group Relief Harbour said.", "Nine", "Relief Harbour"),
        ("Lawyers said 130 were held, more than the 61 that the Interior Ministry acknowledged.", "61", "the Interior"),
        ("“Two people died in Voi,” said Vice Chairperson Ada Moss.", "Two", "Vice Chairperson Ada Moss"),
        (
            "According to the Rio do Sul Civil Defense bulletin issued on Monday, 127 died.",
            "127",
            "the Rio do Sul Civil",
        ),
        (
            "Rescuers found nine dead after a ferry sank in a river and police estimate at least 40 others are missing, "
            "officials said Friday.",
            "40",
            "police",
        ),
        ("The Front has claimed what it said was a raid that killed 30 guards, a monitor said.", "30", "The Front"),
    ],
)
def test_the_nearest_source_answers(who_says: Ask, text: str, number: str, words: str) -> None:
    """The source that the number's own clause names answers for it, whatever the sentence around it says."""
    assert (who_says(text, number)[0] or "").startswith(words)


def test_what_one_source_says_in_passing_is_not_the_other_s(who_says: Ask) -> None:
    """ "Not 16 as the authorities say" leaves the rest of the sentence to whoever claims it."""
    text = "Eighteen people were killed, not 16 as the authorities say, a rights group claimed."
    assert who_says(text, "Eighteen")[0] != "the authorities"


def test_the_deceased_carry_a_count_on(who_says: Ask) -> None:
    """ "Among the deceased" goes on with the count of the sentence before."""
    text = "According to the agency, 411 people died. Among the deceased were 131 men, while 12 were hurt."
    assert who_says(text, "131")[0] == "the agency"


def test_a_free_relative_vouches_for_what_follows_it_alone(who_says: Ask) -> None:
    """ "What it says is a limited raid" leaves the losses told before it to nobody."""
    text = "Nine soldiers died in the hills, where Israel announced the start of what it says is a limited raid."
    assert who_says(text, "Nine")[0] is None


@pytest.mark.parametrize(
    ("text", "number", "words"),
    [
        (
            "Fires cost 90 lives, says a report that the Harbour Office issued on Monday.",
            "90",
            "a report that the Harbour",
        ),
        ("The bulletin cites radio and the miners for more than 300 people killed.", "300", "radio and the miners"),
        (
            "A blast hit a bus wounding dozens more the Syrian Arab News Agency and valley radio reported.",
            "dozens",
            "the Syrian Arab News Agency and valley radio",
        ),
    ],
)
def test_a_source_is_named_whole_and_no_further(who_says: Ask, text: str, number: str, words: str) -> None:
    """Who made a report, both who speak together, and no counted people belong to the words that name a source."""
    said = who_says(text, number)[0] or ""
    assert said.startswith(words)
    assert "300" not in said


def test_what_a_picture_shows_is_no_source(who_says: Ask) -> None:
    """Photos on social media belong to nobody whom they show."""
    assert who_says("He posted on social media photos of several houses that were set ablaze.", "several")[0] is None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "The toll has risen to 195. This is according to the state's health commissioner.",
            "the state's health commissioner",
        ),
        ("Some 195 people were killed in the strike. Three shops burned. Source: Kotri Police.", "Kotri Police"),
        ("Dozens were wounded and 195 were killed, Doctors Without Borders said.", "Doctors Without Borders"),
        ("Latest reports put the number of dead at 195.", None),
    ],
)
def test_credits_behind_the_words_and_reports_of_nobody(who_says: Ask, text: str, words: str | None) -> None:
    """A line that only credits a source answers for what stands before it; bare reports name nobody."""
    assert who_says(text, "195")[0] == words


@pytest.mark.parametrize(
    ("text", "number", "words"),
    [
        ("The relief office reports 570 deaths; 155 people missing, 70 injured and 829 houses damaged.", "829",
         "The relief office"),
        ("Some 42 fell in the raid, while the other 19 deaths were confirmed by witnesses.", "42", None),
        ("Some 42 fell in the raid, while the other 19 deaths were confirmed by witnesses.", "19", "witnesses"),
        ("In the north 374 people died, according to official figures.", "374", "official figures"),
        ("According to health officials the fire killed 92. Two nurses were among those who lost their lives.", "Two",
         "health officials"),
        ("Kotri command said 18 died and 83 were hurt. Those killed were five soldiers. The rest were civilians. "
         "Among the wounded were 16 troopers.", "16", "Kotri command"),
        ("The fire service notified that 85 people are injured.", "85", "The fire service"),
    ],
)  # fmt: skip
def test_lists_clauses_and_breakdowns_have_their_source(
    who_says: Ask, text: str, number: str, words: str | None
) -> None:
    """A list goes on behind semicolons, a clause of its own has its own source, a breakdown keeps that of its whole."""
    assert who_says(text, number)[0] == words


def test_a_statement_is_of_who_spoke_before(who_says: Ask) -> None:
    """ "The statement" with no maker of its own has the origin of the speaker before."""
    text = "The Norvale council said it met. “The toll has risen to 438,” reads part of the statement."
    assert who_says(text, "438")[1] == "The Norvale council"


def test_an_agencys_tally_is_its_own_whatever_it_draws_on(who_says: Ask) -> None:
    """The origin of an agency's tally is the agency; what it draws on stays in its words."""
    words, origin, _ = who_says("An AFP tally based on figures from police and hospitals has 104 people dead.", "104")
    assert (words, origin) == ("An AFP tally based on figures from police and hospitals", "Agence France-Presse")


@pytest.mark.parametrize(
    ("text", "number", "words"),
    [
        ("The agency's chief, Ali Demir, posted a tweet saying 94 miners are dead.", "94", "Ali Demir"),
        ("The agency received a report that 29 divers were missing.", "29", "The agency"),
        ("The Harbour Board cited nearly 2,900 injuries in the port.", "2,900", "The Harbour Board"),
        (
            "Soldiers found 22 dead children in the ruin, while 30 more were missing, Mayor Lind said.",
            "22",
            "Mayor Lind",
        ),
        ("Mr Lind said thousands were homeless. “In Suva there were 142 houses destroyed.”", "142", "Mr Lind"),
    ],
)
def test_who_stands_behind_what_was_issued_heard_or_found(who_says: Ask, text: str, number: str, words: str) -> None:
    """A tweet's issuer, a report's receiver, a number's citer, the sentence's own tag, the quoted speaker before answer."""
    assert who_says(text, number)[0] == words


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("The rebels, which the Harbour Board says are armed by Norvale, fought on in a war that killed 300.", "300"),
        (
            "At least 17 were killed in the port, and the AFP agency reported, quoting medical sources, that beds ran out.",
            "17",
        ),
    ],
)
def test_a_remark_inside_a_sentence_answers_for_itself_alone(who_says: Ask, text: str, number: str) -> None:
    """A relative clause's speaker and the source of the clause behind leave the rest of a sentence to the outlet."""
    assert who_says(text, number)[0] is None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "KOTRI - A gunman killed 20 people in a crowded store on Saturday, witnesses and officials said.",
            "witnesses and officials",
        ),
        ('The "new mayor" of Kotri, put in place by the army, announced that 20 people had died.', "new mayor"),
        ("The Kotri Commission said 3 men had died. The injured, it said, were 20.", "The Kotri Commission"),
        (
            "The relief office said roads were shut. Some 20 people had fled, according to its figures.",
            "The relief office",
        ),
        (
            "Militias rose up; the army has answered with raids that killed 20 people, according to a local monitor.",
            "a local monitor",
        ),
        (
            "“We search; we hope. We have found 20 bodies; the river is high,” Lena Orlov, a rescuer, told AFP.",
            "Lena Orlov",
        ),
        (
            "A strike on a school killed 20 people, the civil defence agency said, among them five women.",
            "the civil defence agency",
        ),
        ("Some 20 people died, police said: nine men and 11 women.", "police"),
        ("Police said 70 people had died. Roads are closed. Of the dead, 20 were farmers.", "Police"),
    ],
)
def test_torn_parses_and_remarks_keep_their_source(who_says: Ask, text: str, words: str) -> None:
    """A dateline, an insertion, a semicolon or a sentence between does not part a number from its source."""
    assert who_says(text, "20")[0] == words


@pytest.mark.parametrize(
    ("text", "number", "words"),
    [
        ("Late on Monday, Paraguay reported 14 more deaths from the fever.", "14", "Paraguay"),
        ("Nairobi has announced 63 arrests so far.", "63", "Nairobi"),
        ("Mongolia put its losses in the blizzard at 71 herders.", "71", "Mongolia"),
        (
            "The landslide may have buried dozens of people, and perhaps hundreds, on the northern side of the lake, "
            "a senior geologist said on Friday.",
            "dozens",
            "a senior geologist",
        ),
        (
            '"The lists we have now point to 340 missing people, which is most of the village," the director of the '
            "Office for River Safety, Lena Orlov, told the media.",
            "340",
            "Lena Orlov",
        ),
        ("By Sunday night 48 had been lifted off the roof, an unsigned report said.", "48", "an unsigned report"),
        (
            "Nine herders have reportedly drowned, according to information received by the wardens.",
            "Nine",
            "information received by the wardens",
        ),
        ("Nine guests were hurt, according to the manager of Lake Lodge, Lena Orlov.", "Nine", "Lena Orlov"),
        (
            "In the administrative post of Kotri alone, 18 barns burned, the district police said.",
            "18",
            "the district police",
        ),
        ("The clinic said tests had ended, 46 bodies had been named and 12 body parts found.", "46", "The clinic"),
        ("Twelve barns burned, he said, while 30 families were taken away.", "30", None),
    ],
)
def test_who_stands_right_before_the_verb_or_governs_speaks(
    who_says: Ask, text: str, number: str, words: str | None
) -> None:
    """Governments by nation or capital, names between commas and sources torn from their verb are found."""
    assert who_says(text, number)[0] == words


@pytest.mark.parametrize(
    "text",
    [
        "Relatives had identified 46 of the dead.",
        "The bodies of 46 women were found by border guards on Monday.",
    ],
)
def test_whoever_finds_the_dead_has_said_nothing(who_says: Ask, text: str) -> None:
    """Those who find or identify victims are nobody who tells of them."""
    assert who_says(text, "46")[0] is None


@pytest.mark.parametrize(
    "behind",
    [
        "Nearly 17 of them are sailors.",
        "Another 17 drowned upstream.",
        "Of the 17 people in hospital, most are sailors.",
        "The dead include 17 sailors.",
    ],
)
def test_those_counted_before_keep_their_source(who_says: Ask, behind: str) -> None:
    """A sentence that opens with some of those counted before, or with others of them, has the source before it."""
    assert who_says(f"The coast guard counted 60 dead. {behind}", "17")[1] == "The coast guard"


@pytest.mark.parametrize(
    ("text", "number", "origin"),
    [
        (
            "The Harbour Safety Agency has issued no list since Friday. Then the agency said it had counted 83 dead.",
            "83",
            "The Harbour Safety Agency",
        ),
        (
            "The Kotri district administration confirmed 90 deaths. In a statement, it said 24 women had died.",
            "24",
            "The Kotri district administration",
        ),
        (
            'The toll is 90, Governor Lena Orlov said. "The coroner has told us that it is 90 and not 95." '
            "By Sunday 24 bodies had been buried, she said.",
            "24",
            "Governor Lena Orlov",
        ),
        (
            "The fire service reported two deaths. Some 24 barns were burned, Reuters quoted it as saying.",
            "24",
            "The fire service",
        ),
        (
            "Seven people died, Mayor Lena Orlov said. Twelve barns burned, she said, while 30 families were moved.",
            "30",
            "Mayor Lena Orlov",
        ),
    ],
)
def test_a_pronoun_finds_bodies_offices_and_who_speaks_outside_a_quotation(
    who_says: Ask, text: str, number: str, origin: str
) -> None:
    """ "It" is a body or an office named before; "she" is who quotes, not whom the quotation names."""
    assert who_says(text, number)[1] == origin


@pytest.mark.parametrize(
    ("text", "number", "origin"),
    [
        (
            "The flood drowned 60 people, according to the Red Crescent. The latest figures were handed out on Friday. "
            "The river has reached 900 homes. It took 45 bridges.",
            "45",
            "the Red Crescent",
        ),
        (
            "The flood drowned 60 people, the Red Crescent said. More than 45 people are in hospital. "
            "The figures are not complete, the Red Crescent said.",
            "45",
            "the Red Crescent",
        ),
        ("The flood drowned 60 people, the Red Crescent said. The water took 45 bridges.", "45", None),
        ("Police in Kotri announced new arrests on Monday as the toll of the fire rose to 45.", "45", None),
    ],
)
def test_words_on_the_counts_as_a_whole_keep_their_source(
    who_says: Ask, text: str, number: str, origin: str | None
) -> None:
    """A sentence on "the figures" ties the counts around it to their source; what only stands beside one does not."""
    assert who_says(text, number)[1] == origin
