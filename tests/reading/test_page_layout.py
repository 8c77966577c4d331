"""Plain-text pages: what stands above, inside and below the story is told by its shape."""

from __future__ import annotations

from tests.reading.page_reading import read_page, words_of

from rashomon.model.report import READ_BLOCKS

WIRE = """Landslide buries two hamlets above the valley road

https://cdn.example.org/system/images/photos/118/slope-20250611.jpg?1749646800
Highland Post Media
World
11/06/2025 18h40

**Landslide Buries Hamlets Above the Valley**

At least 14 people died when a slope gave way above the valley road early on Wednesday, rescuers said in a statement.

Crews with dogs were searching the debris for nine people who were still missing by nightfall, the district office said.

Search goes on

Rain was expected to return on Thursday, and the governor asked families downstream to leave their homes for now.

Also read: Why the slopes above the valley keep moving

The road had been closed twice this year after smaller slides, according to the regional highways authority.

The opinions expressed here do not reflect the position of Highland Post Media.

Related
Bridge reopens after the spring floods
Governor to visit the upper valley
"""

DIGEST = """Ferry sinks off the northern islands with dozens aboard
- A ferry carrying dozens of passengers sank in rough seas off the northern islands.
- Rescue boats had reached the site, but hopes of finding more survivors were fading.
In March 2025, a ferry with dozens of passengers went down off the northern islands. At least 17 bodies were brought
ashore, officials said. The cause was not known.
"""


def test_a_wire_page_gives_title_outlet_section_picture_and_instant() -> None:
    """A wire page gives its title, outlet, section, picture address and instant of publication."""
    report = read_page(WIRE)
    assert report.title == "Landslide buries two hamlets above the valley road"
    assert (report.outlet, report.outlet_how) == ("Highland Post Media", "text")
    assert report.section == "World"
    assert report.picture_url == "https://cdn.example.org/system/images/photos/118/slope-20250611.jpg?1749646800"
    assert report.published is not None
    assert report.published.earliest.isoformat() == "2025-06-11T18:40:00+00:00"
    assert (report.published.precision, report.published.how) == ("instant", "page")


def test_a_repeated_bold_headline_is_a_headline() -> None:
    """The headline repeated in bold is a second headline block without its marks."""
    assert words_of(read_page(WIRE), "headline")[1] == "Landslide Buries Hamlets Above the Valley"


def test_what_is_not_the_story_is_marked() -> None:
    """Disclaimer, links to other reports and subheads have blocks of their kinds."""
    report = read_page(WIRE)
    assert len(words_of(report, "disclaimer")) == 1
    assert words_of(report, "heading") == ["Search goes on"]
    assert len(words_of(report, "related")) == 4
    assert len(words_of(report, "body")) == 4


def test_no_word_of_a_page_is_lost() -> None:
    """Every word of the text lies in some block."""
    for page in (WIRE, DIGEST):
        report = read_page(page)
        covered = {i for b in report.blocks for i in range(b.start, b.end)}
        outside = {c for i, c in enumerate(report.text) if i not in covered and c.isalnum()}
        assert not outside


def test_a_digest_has_key_points_and_no_publication() -> None:
    """A month told in a sentence is not the report's publication, and bullets above the prose are key points."""
    report = read_page(DIGEST)
    assert report.title == "Ferry sinks off the northern islands with dozens aboard"
    assert len(words_of(report, "key_point")) == 2
    assert report.published is None


def test_hard_wrapped_lines_are_one_paragraph() -> None:
    """A paragraph broken at a column is one block."""
    assert len(words_of(read_page(DIGEST), "body")) == 1


def test_a_byline_and_an_update_are_told_apart_from_the_publication() -> None:
    """Published and updated lines give publication and change; a line beginning with By gives the author."""
    report = read_page(
        "Market fire kills three\nBy Staff Reporter\nPublished: 3 May 2025 08:15 GMT\nUpdated: 4 May 2025\n\n"
        "Three stallholders died when a fire went through the covered market on Friday night, the fire service said.\n"
    )
    assert report.byline == "Staff Reporter"
    assert report.published is not None
    assert report.published.earliest.isoformat() == "2025-05-03T08:15:00+00:00"
    assert report.modified is not None
    assert report.modified.earliest.date().isoformat() == "2025-05-04"


def test_a_caption_is_read_and_a_photo_credit_is_not() -> None:
    """A caption with its credit is read; a credit alone is marked and not read."""
    report = read_page(
        "Flood closes the old town\nPhoto: District Council\n"
        "People carry water past the flooded station in the old town on Monday. (Handout/Agency)\n\n"
        "Water stood a metre high in the old town on Monday after the river broke its banks, the council said.\n"
    )
    assert len(words_of(report, "caption")) == 1
    assert words_of(report, "credit") == ["Photo: District Council"]
    assert "caption" in READ_BLOCKS
    assert "credit" not in READ_BLOCKS


def test_buttons_and_sign_ups_are_chrome() -> None:
    """Share links, sign-ups and advertisement marks make no sentences of the story."""
    report = read_page(
        "Quake shakes the coast\nShare on Facebook\nSign up for our newsletter\n\n"
        "A strong earthquake shook the coast on Tuesday and cut power to several towns, the survey office said.\n\n"
        "Advertisement\n\nNo deaths had been reported by Tuesday evening, the interior ministry told local radio.\n\n"
        "Follow us on Twitter\n"
    )
    assert words_of(report, "chrome") == [
        "Share on Facebook",
        "Sign up for our newsletter",
        "Advertisement",
        "Follow us on Twitter",
    ]


def test_a_paragraph_that_opens_with_date_and_headline_is_taken_apart() -> None:
    """A date and the given title at the start of the paragraph are blocks of their own, and the offsets hold."""
    from tests.reading.page_reading import read_record

    text = "Tue 03 Jun 2025 at 0915 Shelling hits the bus depot. Five drivers were wounded on Monday the mayor said."
    report, _ = read_record(text=text, title="Shelling hits the bus depot")
    assert report is not None
    assert words_of(report, "date") == ["Tue 03 Jun 2025 at 0915"]
    assert words_of(report, "headline") == ["Shelling hits the bus depot"]
    assert words_of(report, "body") == ["Five drivers were wounded on Monday the mayor said."]
    assert report.published is not None
    assert report.published.how == "text"


def test_sections_trails_and_outlet_names_are_no_headline() -> None:
    """The headline is the first line above the story that is no section, trail of sections, or outlet's name."""
    report = read_page(
        "Home > World > Asia Pacific\nWorld News\nThe Guardian\nLandslide buries two hamlets\n11 June 2025\n\n"
        "At least 14 people died when a slope gave way above the valley road on Wednesday, rescuers said.\n"
    )
    assert report.title == "Landslide buries two hamlets"
    assert (report.outlet, report.section) == ("The Guardian", "World News")


def test_a_given_title_with_its_outlet_is_found_in_the_text() -> None:
    """The outlet's name behind a bar in the given title does not hide the headline of the text."""
    from tests.reading.page_reading import read_record

    text = (
        "Landslide buries two hamlets\n\nAt least 14 people died when a slope gave way on Wednesday, rescuers said.\n"
    )
    report, _ = read_record(text=text, title="Landslide buries two hamlets | The Example")
    assert report is not None
    assert words_of(report, "headline") == ["Landslide buries two hamlets"]


def test_a_caption_ends_in_a_copyright_mark_and_a_notice_begins_with_one() -> None:
    """Words before a copyright mark are a picture's caption; a line that begins with it is a notice."""
    report = read_page(
        "Landslide buries two hamlets\nA woman looks at her buried house below the valley road on Monday © Agency\n\n"
        "At least 14 people died when a slope gave way above the valley road on Wednesday, rescuers said.\n\n"
        "© 2025 Highland Post\n"
    )
    assert len(words_of(report, "caption")) == 1
    assert words_of(report, "disclaimer") == ["© 2025 Highland Post"]


def test_a_line_of_outlet_and_date_gives_both() -> None:
    """A line with an outlet's name and a date gives the outlet and the publication."""
    report = read_page(
        "# Landslide buries two hamlets\n\n*Highland Post, 11 June 2025*\n\n"
        "At least 14 people died when a slope gave way above the valley road on Wednesday, rescuers said.\n",
        "a.md",
    )
    assert report.outlet == "Highland Post"
    assert report.published is not None
    assert report.published.earliest.date().isoformat() == "2025-06-11"
