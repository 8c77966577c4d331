"""Whether the capitalised words beside a name make it a place, a person, a body or a longer name."""

from __future__ import annotations

from rashomon.extraction.english.place_cues import HYPHENS, Line, names_people
from rashomon.extraction.english.place_matches import Match
from rashomon.extraction.english.place_verdicts import KNOWN_TOWN, WELL_KNOWN, Verdict, is_known


def left_name(line: Line, match: Match) -> Verdict | None:
    """The capitalised word before: a title or given name makes a person, an unknown one a longer name."""
    i = match.first - 1
    before = line.word(i)
    if before is None:
        return None
    cues = line.lexicon.cues
    if not line.touches(match.first):
        stopped = line.words[match.first].gap == ". "
        initial = len(before.text) == 1 and before.capital
        return Verdict("person") if stopped and (initial or before.low in cues["titles"]) else None
    if before.low in cues["namesakes"] and not match.standing.kinds & {"country", "region"}:
        return Verdict("namesake")
    if before.low in cues["foreign_of"] and i > 0 and line.words[i - 1].capital and line.touches(i):
        # "the Polícia do X": a body; "the Departamento de X" is a place.
        known = line.low(i - 1) in cues["foreign_kinds"] or i - 1 in line.covered
        return None if known or opens_sentence(line, i - 1) else Verdict("describes")
    of = i - 1 if before.low == "the" and i > 0 and line.touches(i) else i  # "Armed Forces of the Philippines"
    if line.low(of) == "of" and of > 0 and line.words[of - 1].capital and line.touches(of) and line.style == "normal":
        head = line.low(of - 1)
        if head in cues["titles"] or head in line.lexicon.organisations or head in cues["body"]:
            return Verdict("describes")
    if not before.capital and not (line.style == "lower" and before.low in cues["titles"]):
        return None
    if before.low in cues["titles"] and before.low not in line.lexicon.classes:
        return Verdict("person")
    given = before.low in line.given and len(before.text) > 2
    if given and ("country" not in match.standing.kinds or match.key in cues["name_like"]):
        return Verdict("person")
    if before.low in line.lexicon.directions or before.low in line.lexicon.classes:
        return None
    if i in line.covered:
        together = _go_together(line.matches[line.covered[i]], match) or line.style != "normal"
        return None if together else Verdict("person")
    if line.style != "normal" or opens_sentence(line, i):
        return None
    if before.text.isupper() and len(before.text) <= 6:
        return None if is_known(match, WELL_KNOWN) else Verdict("no")
    return Verdict("describes") if "country" in match.standing.kinds else Verdict("person")


def _is_firm(line: Line, match: Match) -> bool:
    """ "Kotri, Jaral & Western Railway": a name that "&" joins to a firm's noun, or to what is no place."""
    after = line.word(match.last)
    if after is None or "&" not in after.gap or not after.capital:
        return False
    nouns = line.lexicon.organisations | line.lexicon.cues["routes"]
    return match.last not in line.covered or any(line.low(k) in nouns for k in (match.last + 1, match.last + 2))


def right_name(line: Line, match: Match) -> Verdict | None:
    """The words after: a body or title makes the name describe it, an unknown capitalised word a longer name."""
    j = match.last
    after = line.word(j)
    if after is None:
        return None
    lexicon = line.lexicon
    if line.words[match.last - 1].owns and after.gap.rstrip().endswith(("s", "S")):
        return Verdict("describes") if after.low in lexicon.cues["body"] else None
    listed = after.gap.strip() == "," and j in line.covered and _is_firm(line, line.matches[line.covered[j]])
    if listed or _is_firm(line, match):
        return Verdict("no")
    if not line.touches(j):
        return None
    if names_people(line, match):
        return Verdict("describes")
    if j in line.covered and not line.matches[line.covered[j]].demonym:
        together = _go_together(match, line.matches[line.covered[j]]) or line.style != "normal"
        return None if together else Verdict("no")
    if j in line.covered and after.capital and not match.standing.kinds & {"country", "region"}:
        return Verdict("no") if line.style == "normal" else None
    if after.low in lexicon.cues["speech"] and not after.capital:
        return Verdict("describes") if is_known(match, KNOWN_TOWN) else None
    run = _run(line, j)
    if _is_class(line, match):
        return None
    if any(w in lexicon.organisations for w in run):
        return Verdict("describes" if match.standing.main or is_known(match, KNOWN_TOWN) else "no")
    if not after.capital:
        return Verdict("describes") if after.low in lexicon.cues["body"] | lexicon.organisations else None
    if not run or line.style != "normal":
        return None
    if run[0] in lexicon.classes or run[0] in lexicon.directions or run[0] in lexicon.cues["never"]:
        return None
    if run[0] in lexicon.cues["titles"] or run[0] in lexicon.cues["body"]:
        return Verdict("describes")
    if match.key in lexicon.cues["name_like"] or match.key in line.given or not is_known(match, WELL_KNOWN):
        return Verdict("no")
    return Verdict("describes")


def _go_together(left: Match, right: Match) -> bool:
    """Whether two names side by side are two places (`Aleppo Syria`, its comma lost) and not a person's two names."""
    if left.demonym or right.demonym:
        return True
    for match in (left, right):
        if not (match.standing.kinds & {"country", "region"} or match.standing.population >= KNOWN_TOWN):
            return False
    return bool(right.standing.kinds & {"country", "admin1", "region"})


def opens_sentence(line: Line, i: int) -> bool:
    """Whether a capital is owed to the sentence's start: its first word, when that is a common word."""
    word = line.words[i]
    starts = i == 0 or any(c in word.gap for c in '"“‘:(—')
    cues = line.lexicon.cues
    common = word.low in line.lexicon.common or word.low in cues["openers"] or word.low in cues["locative"]
    return common and (starts or word.low in cues["never"])


def _is_class(line: Line, match: Match) -> bool:
    """Whether the next word names the kind of place, and no body follows it (`Rakhine state`, not `state media`)."""
    j = match.last
    if line.low(j) not in line.lexicon.classes or "country" in match.standing.kinds:
        return False
    beyond = line.low(j + 1) if line.touches(j + 1) and not line.words[j].owns else ""
    return beyond not in line.lexicon.organisations and beyond not in line.lexicon.cues["body"]


def _run(line: Line, j: int) -> list[str]:
    """Up to six capitalised words that follow without a comma, small words between them left out."""
    found: list[str] = []
    for k in range(j, min(len(line.words), j + 6)):
        word = line.words[k]
        if not (word.gap.isspace() or word.gap in HYPHENS):
            break
        if not word.capital:
            if word.low in ("of", "for", "and", "the") and k > j and line.style == "normal":
                continue
            break
        found.append(word.low)
    return found
