"""Which sentences can hold a figure: the cheap test before parsing, which is the main cost of a report."""

from __future__ import annotations

import re

_NUMBER = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|"
    r"eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|millions?|dozens?|"
    r"scores|several|tens|both|half|thirds?|quarters?|no|nobody|none|an?|his|her|another)\b",
    re.IGNORECASE,
)
_CUE = re.compile(
    r"kill|dead|death|die[ds]?\b|dying|fatal|perish|drown|lives|bod(?:y|ies)|corpse|casualt|toll|slain|slay|murder|homicid|massacre|execut|"
    r"behead|lynch|injur|wound|hurt|hospital|maim|critical|shot|stab|missing|unaccounted|detain|arrest|jail|custody|"
    r"prison|abduct|kidnap|hostage|captive|displac|uproot|fle[de]|flee|homes?\b|refugee|idps?\b|evacu|return|affected|"
    r"trapped|strand|rescue|rubble|survivor|homeless|destroy|damag|collaps|raz(?:ed|ing)|flatten|torch|burn|gutted|"
    r"captur|seiz|retak|overr[au]n|control of|air ?(?:strike|raid)|strikes|raids|attacks|shell|rocket|missile|bomb|"
    r"deploy|troops|soldiers|rescuers|firefighters|protest|demonstrat|victims|buried|gassed|martyr|suffocat|succumb|"
    r"sent|passage|relocat|shelter|camps|centers|centres|inundat|washed|swept|flooded|affected|buses|convoy|left\b|"
    r"leaving|departed|gass|guard|need|lost|losing|customers|of (?:them|whom|those|the)\b|including|among",
    re.IGNORECASE,
)


def needs_parse(text: str) -> bool:
    """True where a sentence has a number word and a word that could make it a figure."""
    return _NUMBER.search(text) is not None and _CUE.search(text) is not None
