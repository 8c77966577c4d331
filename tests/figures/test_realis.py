"""Whether what a figure tells is news, background, feared or planned, by its words and time."""

from __future__ import annotations

import pytest

from .conftest import ReadFigures


@pytest.mark.parametrize(
    ("text", "realis"),
    [
        ("The toll could exceed 200.", "feared"),
        ("More than 300,000 people have been killed since the war began in 2011.", "background"),
        ("The army denied that 12 civilians were killed.", "denied"),
        ("The clashes killed 12 civilians.", "happened"),
    ],
)
def test_realis_follows_the_clause(text: str, realis: str, figures_of: ReadFigures) -> None:
    """Fears, denials and whole wars are told apart from what happened."""
    assert figures_of(text)[-1].realis == realis


def test_a_sentence_that_opens_with_a_year_is_background_in_an_undated_report(figures_of: ReadFigures) -> None:
    """A report without a date that names a year only behind its beginning tells an earlier happening there."""
    lead = "A fire in a mill killed 12 people on Monday. Crews worked all night. Hoses froze. Roads were shut. "
    text = lead + "Smoke hung over the river. Trains stopped. Schools closed. In January 2009 a fire killed 40 people."
    assert [f.realis for f in figures_of(text)] == ["happened", "background"]


@pytest.mark.parametrize(
    ("text", "realis"),
    [
        ("A storm flattened 90 homes, just a week after another quake killed 17 people.", ["happened", "background"]),
        ("A fire hurt 12 on 3 May 2021. The country's worst accident was a 1992 blast that killed 263 miners.",
         ["happened", "background"]),
        ("The Secretariat for Risk Management reports 570 deaths.", ["happened"]),
        ("A fire hurt 12 on 3 May 2021. The death toll as of 1930 GMT was 274.", ["happened", "happened"]),
        ("The blast hurt nine. The town already hosts 128,000 refugees.", ["happened", "background"]),
        ("A raid hurt nine people. It came a day after 48 people died in a bombing.", ["happened", "background"]),
        ("Pilgrims ran amid fears that a bridge would fall, and 115 were crushed to death.", ["happened"]),
        ("A raid hurt 9 on 3 May 2021. The war began with an attack on Oct. 7, 2019, killing 30 people.",
         ["happened", "background"]),
        ("A quake hurt nine people in the port on Sunday. A tremor that shook the coast in March had killed 31.",
         ["happened", "background"]),
        ("A raid hurt nine people in the port on Sunday. On Monday a bomb killed three people.",
         ["happened", "happened"]),
        ("A bomb hurt nine people in the port on Sunday. On Friday, 12 people died in a blast in the hills. It destroyed 40 homes.",
         ["happened", "background", "background"]),
        ("A bomb hurt nine people in the port on Sunday. It destroyed 40 homes.", ["happened", "happened"]),
        ("A camp of pilgrims hurt nine. In Maysan six died, and 40 people have been killed since the rains began on 2 May.",
         ["happened", "happened", "happened"]),
        ("Planes bombed a refugee camp in the hills sheltering 20,000 people. Nine died.", ["background", "happened"]),
        ("The day's toll of 94 was the highest of the unrest, above the 67 deaths of July.", ["happened", "background"]),
        ("A raid hurt nine on 3 May 2021. The rebels are backed by 4,000 troops, far more than in 2012.",
         ["happened", "happened"]),
        ("A flood hurt nine on 3 May 2021. Since the rains began three months ago, and since then only, 40 people died.",
         ["happened", "happened"]),
        ("Nine died on Sunday in the years-long conflict that has killed hundreds.", ["happened", "background"]),
        ("A strike hurt nine people on Sunday. In a separate incident, three people were injured.",
         ["happened", "happened"]),
        ("A mudslide hurt nine on 25 May 2021. The town is quiet. Shops are open. As of 3 May, 31 people were missing.", ["happened", "happened"]),
        ("A raid hurt nine on 25 May 2021. The town is quiet. Shops are open. The war began on 3 May with a raid that killed 31 people.", ["happened", "background"]),
        ("A raid hurt nine on 25 May 2021. The town is quiet. Shops are open. From May 14 to 24, 31 people were killed.", ["happened", "happened"]),
        ("A quake hurt nine on 3 May 2021. Most have since gone home, and 31 people died.",
         ["happened", "happened"]),
        ("A raid hurt nine on 25 May 2021. Some 12 bodies were found after last month's raid on the port.",
         ["happened", "happened"]),
        ("A raid hurt nine on 25 May 2021. Some 12 people died in last month's raid on the port.",
         ["happened", "background"]),
        ("The toll of a quake rose to nine on Sunday. The quake, which struck on Friday, injured 31 people.",
         ["happened", "happened"]),
    ],
)  # fmt: skip
def test_what_an_older_happening_did_is_background(text: str, realis: list[str], figures_of: ReadFigures) -> None:
    """What is brought in with an earlier time of its own, a standing camp's people, an older record and a years-long war
    are background, and so is what "it" did then; a count that goes on and the report's own happening are not."""
    assert [f.realis for f in figures_of(text)] == realis
