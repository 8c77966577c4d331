"""Which sentences can hold a figure: the cheap test before parsing, which is the main cost of a report."""

from __future__ import annotations

import re

from rashomon.extraction.english.figures.other_numbers import is_bracket_list
from rashomon.knowledge.measures import Measures

_WORD = re.compile(r"[a-z]+")
_NUMBER = re.compile(
    r"(?<![\d.])(?!(?:19|20)\d\d\b)\d|\b(?:one(?! of the| day\b)|two|three|four|five|six|"
    r"seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|"
    r"sixteen|seventeen|"
    r"eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|millions?|dozens?|"
    r"scores|several|tens|both|half|thirds?|quarters?|no|nobody|none|"
    r"an? (?:hundred|thousand|million|dozen|few|large)|another)\b",
    re.IGNORECASE,
)
_CUE = re.compile(
    r"kill|dead|death|die[ds]?\b|dying|fatal|perish|drown|lives|bod(?:y|ies)|corpse|casualt|toll|slain|slay|murder|homicid|massacre|execut|"
    r"behead|lynch|injur|wound|hurt|hospital|maim|critical|shoot|shot|stab|gunfire|missing|unaccounted|detain|arrest|jail|custody|"
    r"prison|abduct|kidnap|hostage|captive|displac|uproot|fle[de]|flee|homes?\b|refugee|asylum|idps?\b|evacu|affected|"
    r"trapped|strand|rescue|rubble|survivor|homeless|destroy|damag|collaps|raz(?:ed|ing)|flatten|torch|burn|gutted|"
    r"captur|seiz|retak|overr[au]n|control of|air ?(?:strike|raid)|strikes|raids|shell|rocket|missile|bomb|"
    r"deploy|troops|soldiers|rescuers|firefighters|protest|demonstrat|victims|buried|gassed|martyr|suffocat|succumb|"
    r"passage|relocat|shelter|camps|inundat|washed|swept|flooded|affected|buses|convoy|left\b|"
    r"leaving|departed|gass|stood guard|without power|of (?:them|whom|those)\b|"
    r"includ|among (?:them|those|whom)|returned|returnee|in need|need(?:s|ed)? (?:\w+ )?aid|"
    r"\bthe (?:number|figure|total) (?:is|was|has|had|did|does|could|may|rose|stands|stood)\b|"
    r"\bexit(?:ed|s)?\b|\bquit\b|abandon|\bhousing\b|\br[au]n from|to safety",
    re.IGNORECASE,
)


#: A single victim: an article or a possessive shortly before or behind a word of harm.
_VICTIM = re.compile(
    r"\b(?:an?|his|her)\s(?:[\w-]+\s){1,4}(?:(?:was|were|has|had|been|also|and)\s){0,3}"
    r"(?:killed|died|injured|wounded|dead|abducted|kidnapped|shot|arrested|detained|stabbed|hurt)\b|"
    r"\b(?:kill|injur|wound|abduct|kidnap|shoot|shot|arrest|detain|includ|stab)\w*\s(?:an?|his|her)\s",
    re.IGNORECASE,
)


#: One victim told by name or with an article: what was done to a person.
_LONE = re.compile(
    r"\b(?:was|been|being|is|who)\s(?:\w+\s){0,2}"
    r"(?:shot|killed|stabbed|wounded|injured|pronounced|murdered|found dead)\b|"
    r"\b(?:double|triple|quadruple|quintuple)[ -](?:\w+[ -]){0,2}(?:murder|homicide|killing|slaying|shooting|stabbing)|"
    r"\b(?:fatal|deadly)\s(?:\w+\s)?(?:shooting|stabbing)|\bshooting death|\bshot and killed|\bfatally|gunshot wound|"
    r"\bself-inflicted|\baccidental(?:ly)? sh[oo]+t|\b(?:dies|died)\b",
    re.IGNORECASE,
)

#: "Five were children.": a number alone that opens a sentence.
_BARE_SUBJECT = re.compile(r"(?:[A-Z]\w+(?:-\w+)?|\d[\d,]*) (?:were|are|was|is) (?!n.t|not)")


def needs_parse(text: str, measures: Measures) -> bool:
    """True where a sentence has a number word and a word that could make it a figure: a measure's own, or one above."""
    if _NUMBER.search(text) is not None and (_CUE.search(text) is not None or _names_measure(text, measures)):
        return True
    if is_bracket_list(text) or (_BARE_SUBJECT.match(text) is not None and _NUMBER.match(text) is not None):
        return True
    return _VICTIM.search(text) is not None or _LONE.search(text) is not None


def _names_measure(text: str, measures: Measures) -> bool:
    """Whether a word of the lexicon stands in a sentence: what is added there must not wait for a second list."""
    words = _WORD.findall(text.lower())
    named = not (measures.cues.keys().isdisjoint(words) and measures.phrase_words.isdisjoint(words))
    return named or measures.frames.may_stand_in(words)
