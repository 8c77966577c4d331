"""Numbers that count nobody: dates, times, ages, money, distances, names and scores, by the words around them."""

from __future__ import annotations

import re

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
    r"nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_UNIT = (
    r"(?:years?|yrs?|months?|weeks?|days?|hours?|hrs?|minutes?|mins?|seconds?|secs?|decades?|centur(?:y|ies)|nights?|"
    r"weekends?|mornings?|evenings?|miles?|kilomet\w*|kms?|met(?:er|re)s?|feet|foot|ft|yards?|inch(?:es)?|acres?|hectares?|"
    r"tons?|tonnes?|kilograms?|kgs?|kilos?|pounds?|lbs?|ounces?|lit(?:er|re)s?|gallons?|barrels?|degrees?|volts?|"
    r"megawatts?|mw|gw|mph|kph|knots?|cm|mm|dollars?|euros?|cents?|yuan|yen|rupees?|taka|lira|rubles?|roubles?|pesos?|"
    r"percent\w*|times|points?|goals?|gmt|utc|local time|o'clock|a\.?m\b\.?|p\.?m\b\.?|hrs|sq|square|cubic|gigabytes?|"
    r"caliber|calibre|magnitude|storey|story|stories|floors?|fold|pages?|votes?|seats?|shares?|km/h|°|%|m²|us\$|usd)"
)
_MONEY_BEFORE = re.compile(r"(?:[$€£¥₹₽]|\b(?:usd|us\$|eur|rs|rs\.|tk|aud|cad|inr|gbp|sr|le))\s*$", re.IGNORECASE)
_NAME_BEFORE = re.compile(
    r"\b(?:no\.?|nos\.?|number|article|chapter|section|resolution|route|highway|interstate|flight|channel|block|apartment|"
    r"apt\.?|room|gate|phase|level|grade|class|type|model|unit|regiment|brigade|division|battalion|corps|district|ward|"
    r"sector|zone|bus|line|page|part|day|week|round|game|group|lane|exit|bl|act|psalm|version|aged?|ages|magnitude|top|"
    r"covid|category|cat|points?|posted|views?|comments?|tel|phone|fax|"
    r"copyright|©|updated|club|local|news|fox|abc|nbc|cbs|(?:image|photo|slide|picture)s?\s+\d+\s+of\s*/?|image|photo|slide|"
    r"picture|gmt|at age|percent|psalms|verse|cnn|bbc|area|camp|pier|terminal|platform|hall|juz)[\s-]*$",
    re.IGNORECASE,
)
_JOINED_BEFORE = re.compile(r"(?:[A-Za-z]-|[A-Za-z]|\d[-/:.,]|[#/:@_&=+]|\d)$")
_JOINED_AFTER = re.compile(
    r"^(?:[A-Za-z_]|[-–](?:year|month|week|day|hour|minute|mile|kilomet|met(?:er|re)|foot|inch|ton|"
    r"point|page|member|man|strong|seat|bed|storey|story|floor|room|acre|pound|degree|lane|time|"
    r"car|state|nation|country|party|term|mm|km|calib|million|billion|step|part|vote|stor|inch|"
    r"round|game|run|goal|set|kg|m\b|bedroom|nil|all)|[:/]\d|-\d|–\d|st\b|nd\b|rd\b|th\b|s\b)",
    re.IGNORECASE,
)
_AFTER_UNIT = re.compile(
    rf"^(?:\s|-)*(?:and\s+a\s+half\s+|more\s+|consecutive\s+|long\s+|whole\s+|full\s+|straight\s+|square\s+|cubic\s+|nautical\s+|metric\s+|additional\s+|bloody\s+|brutal\s+)*{_UNIT}(?![\w])",
    re.IGNORECASE,
)
_MONTH_AFTER = re.compile(rf"^(?:st|nd|rd|th)?\s*(?:of\s+)?{_MONTH}(?:[\s,.)]|$)", re.IGNORECASE)
_MONTH_BEFORE = re.compile(rf"\b{_MONTH}\s*$", re.IGNORECASE)
_DAY_BEFORE = re.compile(rf"\b{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s*$", re.IGNORECASE)
_AGE_AROUND = re.compile(
    r"^\s*(?:[,;)]|\.(?!\d)|years?\b|-?year|y/o|yo\b|y\.o|--|–|—|of (?=[A-Z])|and (?:his|her|their|[A-Z]))"
)
_NAME_COMMA = re.compile(r"[A-Z][\w'’.-]+,\s*$")
_APPOSED = re.compile(r"[^\W\d_]{3,},\s*$")
_COMMON_AFTER = re.compile(r"^\s+(?:[a-z]|[A-Z][a-z]+s\b)")
_YEAR_BEFORE = re.compile(
    r"\b(?:in|since|of|from|by|until|till|during|early|late|mid|before|after|and|to|summer|spring|winter|autumn|fall|year|"
    r"the|between|around|back|for|mid-|monday|tuesday|wednesday|thursday|friday|saturday|sunday)[\s-]*$",
    re.IGNORECASE,
)
_YEAR_NOUN = re.compile(
    r"^\s+(?:people|civilians?|persons?|soldiers|troops|fighters|residents|men|women|children|homes|houses|buildings|"
    r"families|others|dead|wounded|injured|killed|more|deaths|refugees|villagers|protesters|students|migrants|"
    r"\w+\s+(?:people|civilians|fighters|soldiers|troops|refugees))\b",
    re.IGNORECASE,
)
_CLOCK_AFTER = re.compile(r"^\s*(?:gmt|utc|hours local|hrs|local time|\([0-9:]+\s*gmt|h\d)", re.IGNORECASE)
#: Counters of a page's links and comments: a bare number between a page's chrome and a capital.
_FURNITURE_BEFORE = re.compile(r"(?:\bURL|\bViews|\bTopic|\bComments|[\d)|]|\.\.\.|…)\s+$")
_FURNITURE_AFTER = re.compile(r"^\s*(?:[A-Z]|\d|$)")
#: "A mother of seven": the size of a family.
_FAMILY_BEFORE = re.compile(r"(?i)\b(?:(?:grand|god)?(?:mother|father|parent)s?|mom|mum|dad) (?:of|to) $")
#: "Most of the dead, 41, lived in the capital": no age.
_SHARE_BEFORE = re.compile(r"(?i)\b(?:most|majority|bulk|many|some|half) of (?:them|whom|the \w+),\s*$")
#: "A woman of 40": an age.
_AGED_BEFORE = re.compile(r"(?i)\b(?:man|woman|boy|girl|youth|lad|widow|teenager) of (?:about |only |just |some )?$")
#: "a community of 1,200": who lives there.
_SIZE_BEFORE = re.compile(
    r"(?i)\b(?:town|city|village|community|population|county|hamlet|congregation|neighbou?rhood) of "
    r"(?:about |some |nearly |roughly |around |only |just |more than |fewer than )*$"
)
#: "the 911 caller": the number of the emergency service.
_DIALLED_AFTER = re.compile(r"(?i)^\s+(?:call|dispatch|operator|tape|recording|emergency)\w*\b")
_DIALLED = frozenset(("911", "999", "112", "000", "111"))
_AGES_BEFORE = re.compile(r"(?i)\b(?:ages?|aged|ages range|range in age)\b[^.;]{0,22}$")
_NO_SHARE_AFTER = re.compile(
    r"(?i)^\s*(?:higher|lower|more|less|fewer|greater|increase|decrease|rise|drop|decline|jump|fall|contained|chance|off|"
    r"containment|probability|interest|stake|complete|up|down|growth|tariff|tax|discount|cut|surge|likely)\b"
)
#: "at 2323 Oak St.": a house number before the name of its street.
_STREET_AFTER = re.compile(
    r"^\s+(?:(?:[NSEW]|North|South|East|West|[NS][EW])\.?\s+)?(?:(?:[A-Z][\w'’]+|\d+(?:st|nd|rd|th))\s+){1,3}"
    r"(?:St|Street|Ave|Avenue|Rd|Road|Blvd|Boulevard|Dr|Drive|Ln|Lane|Ct|Court|Pl|Place|Way|Hwy|Highway|Pkwy|Parkway)\b"
)
#: "two girls, 11 and 13 years old", "both 35,", "three who were 17,": ages without a name.
_AGES_AFTER = re.compile(r"^\s*(?:,\s*\d{1,2}\s*)*,?\s*(?:and|or|to)\s+\d{1,3}[\s-]+(?:years?|months?)\b")
#: "two men, 25 and 30, were shot": ages beside those who have them.
_PAIR_AFTER = re.compile(r"^\s*(?:,\s*\d{1,2}\s*)*,?\s*and\s+\d{1,2}\s*[,;.)]")
_PAIR_BEFORE = re.compile(r"[^\W\d_]{3,},\s*\d{1,2}(?:,\s*\d{1,2})*,?\s*and\s+$")
_AGE_BEFORE = re.compile(r"(?i)\b(?:both|under|over|who (?:was|were|is|are)|is|was|now|age)\s+$")
#: "The death toll is now 20.": what a count of people is or was is no age.
_COUNT_IS = re.compile(
    r"(?i)\b(?:tolls?|numbers?|total|count|tally|figure|deaths?|dead|killed|injured|wounded|casualties|missing|bodies|arrests|detainees)\b"
    r"[^.;,]{0,45}\b(?:is|was|now)\s+$"
)
#: "children under 15 were", "women over sixty", "younger than 15", "under the age of eight": the bound of an age.
_AGE_BOUND = re.compile(
    r"(?i)\b(?:(?:younger|older) than|(?:under|over|below|above) the age of|"
    r"(?:child(?:ren)?|boys?|girls?|wom[ae]n|m[ae]n|minors?|youths?|people|persons?|adults?|anyone|those) "
    r"(?:aged )?(?:under|over|below|above|up to))\s+$"
)
_NOT_AGED = re.compile(r"(?i)^\s*(?:,\d|other|more|people|of)")
_AGE_ENDS = re.compile(r"^\s*[,;.)]")
#: "Regional One": a number word with a capital behind a name, in a sentence that is no headline.
_NAME_WORD = re.compile(r"\b[A-Z][a-z]+\s+$")
_RATE_AFTER = re.compile(r"^\s*(?:per\s|out of\b|/|to\s+\d|-\s?\d)")

#: A name with a number in brackets, in a list; one alone is an age, a vote or a footnote.
_LISTED = re.compile(r"[A-Z][\w'’.-]+ \((?:\d[\d,]*)\)(?=\s*(?:,|;|\.|$|and\b|or\b))")
_FEWEST_LISTED = 2


def is_bracket_list(text: str) -> bool:
    """Whether a sentence lists names with a number in brackets behind each."""
    return ")" in text and len(_LISTED.findall(text)) >= _FEWEST_LISTED


def is_other_number(text: str, start: int, end: int, kind: str) -> bool:
    """True where the number text[start:end] is no count of people or things that a crisis report tells of."""
    before, after = text[max(0, start - 40) : start], text[end : end + 48]
    digits = text[start : start + 1].isdigit()
    if kind == "share":
        return bool(_MONEY_BEFORE.search(before) or _NO_SHARE_AFTER.match(after) or _is_ordinal(text[start:end], after))
    if _AGE_BOUND.search(before) and not _NOT_AGED.match(after) and (len(text[start:end]) < 3 or not digits):
        return True
    if (
        (_AGES_BEFORE.search(before) and not _YEAR_NOUN.match(after))
        or _FAMILY_BEFORE.search(before)
        or (_AGED_BEFORE.search(before) and _AGE_ENDS.match(after))
        or _SIZE_BEFORE.search(before)
    ):
        return True
    if _MONEY_BEFORE.search(before) or _AFTER_UNIT.match(after) or _CLOCK_AFTER.match(after):
        return True
    if _JOINED_AFTER.match(after):
        return True
    if not digits:
        if (
            text[start:end] == "One"
            and _NAME_WORD.search(before)
            and not (_YEAR_NOUN.match(after) or _is_headline(text))
        ):
            return True
        return bool(_NAME_BEFORE.search(before)) and text[start : start + 1].isupper() and not after[:1].isspace()
    return (
        bool(_JOINED_BEFORE.search(before))
        or _is_date(text[start:end], before, after)
        or _is_age(text[start:end], text[max(0, start - 80) : start], after)
        or _is_named(text[start:end], before, after)
        or (_is_aside(before, after) and not is_bracket_list(text))
        or (text[start:end] in _DIALLED and _DIALLED_AFTER.match(after) is not None)
        or (before.endswith("[") and after.startswith("]"))
        or _STREET_AFTER.match(after) is not None
        or bool(_FURNITURE_BEFORE.search(before) and _FURNITURE_AFTER.match(after))
    )


def _is_ordinal(words: str, after: str) -> bool:
    """ "a third victim", not "a third of the victims"."""
    if not re.search(r"(?i)^(?:an?|one)[\s-]+(?:third|quarter|fifth|sixth|eighth|tenth)$", words):
        return False
    return re.match(r"\s*(?:of|were|are|was|is|have|had|died|the)\b|\s*[,.;)]|$", after) is None


def _is_date(number: str, before: str, after: str) -> bool:
    plain = number.isdigit()
    if plain and len(number) <= 2 and _MONTH_AFTER.match(after):
        return True
    if plain and len(number) <= 2 and _MONTH_BEFORE.search(before) and not _YEAR_NOUN.match(after):
        return True
    if not plain or len(number) != 4 or not 1500 <= int(number) <= 2100:
        return False
    if _DAY_BEFORE.search(before) or _MONTH_BEFORE.search(before):
        return True
    return not _YEAR_NOUN.match(after) and bool(_YEAR_BEFORE.search(before) or not _COMMON_AFTER.match(after))


def _is_age(number: str, before: str, after: str) -> bool:
    if not number.isdigit() or int(number) > 120 or _SHARE_BEFORE.search(before):
        return False
    apposed = before.rstrip().endswith(",") and _APPOSED.search(before) is not None
    if _AGE_AROUND.match(after) and _NAME_COMMA.search(before):
        return True
    if (apposed and _PAIR_AFTER.match(after)) or (_AGE_ENDS.match(after) and _PAIR_BEFORE.search(before)):
        return True
    aged = _AGE_ENDS.match(after) and _AGE_BEFORE.search(before) and not _COUNT_IS.search(before)
    if aged or _AGES_AFTER.match(after):
        return True
    return apposed and after.startswith(",")


def _is_headline(text: str) -> bool:
    """Most longer words begin with a capital."""
    longer = [w for w in text.split() if len(w) > 3 and w[:1].isalpha()]
    return 2 * sum(w[:1].isupper() for w in longer) > len(longer)


def _is_aside(before: str, after: str) -> bool:
    return before.endswith("(") and after.startswith(")")


def _is_named(number: str, before: str, after: str) -> bool:
    match = _NAME_BEFORE.search(before)
    if not match or "," in number:
        return False  # no name has a separator: "those hurt now number 2,312"
    word = match.group().strip().lower()
    if word in ("a", "the", "top", "day", "week", "group", "area", "line", "bus", "points", "part", "at age", "type"):
        return word not in ("a", "the") and not _YEAR_NOUN.match(after)
    return not _YEAR_NOUN.match(after)
