"""When a figure is: the time that its clause names, unless that is when a toll stood or when others came to harm."""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.extraction.english.figures.place_distance import MOST_MENTIONS, DistanceWords, distance
from rashomon.extraction.english.figures.reading import Read
from rashomon.extraction.english.figures.sentence_view import SentenceView
from rashomon.extraction.english.figures.settings_of_figures import CLAUSE_LIMIT, Setting
from rashomon.extraction.english.said_times import is_counted_on, is_said_on, verb_of_time
from rashomon.language.syntax import Token
from rashomon.model.moment import When


def time_of(view: SentenceView, read: Read, reads: Sequence[Read], setting: Setting) -> When | None:
    """The time expression that a figure's clause names, else the only one of its sentence."""
    times = [t for t in setting.times if not _ranks(view, t) and not _of_the_telling(view, read, t)]
    times = [t for t in times if not _begins(view, read, t) and not _of_the_main_clause(view, read, t)]
    times = [t for t in times if not _of_the_next_deed(view, read, t, times)]
    if not times:
        return None
    scored = sorted((distance(view, read, reads, t), i) for i, t in enumerate(times))
    nearest = times[scored[0][1]]
    if _of_others(view, read, reads, nearest):
        return None
    return nearest if scored[0][0] < CLAUSE_LIMIT or len(times) == 1 else None


def stood_on(view: SentenceView, read: Read, time: When) -> bool:
    """Whether a time tells when a toll stood at its number, not when people came to harm: "rose to six on Friday".

    The time must hang on the verb of the toll; "the toll of Thursday's fire rose to six" dates the fire.
    """
    if not read.reading.rule.startswith("toll"):
        return False
    token = view.parse.at(time.start - view.sentence.start)
    anchor = view.parse.tokens[read.reading.anchor]
    # "by Friday", "as of Friday" say themselves that they date a state.
    if token is None or token.pos in ("ADP", "SCONJ") or any(a.i == anchor.i for a in view.parse.ancestors(token)):
        return False
    first, last = sorted((anchor.i, read.slot.core))
    moved = any(view.parse.tokens[k].pos == "VERB" for k in range(first + 1, last)) or anchor.dep in ("dobj", "obj")
    return moved and not first < token.i < last and not _another_clause(view, last, token.i)


def _of_the_telling(view: SentenceView, read: Read, time: When) -> bool:
    """Whether a time says when somebody spoke, or when a toll beside the figure was counted."""
    token = view.parse.at(time.start - view.sentence.start)
    beside = not read.reading.rule.startswith("toll")  # of a toll itself it tells when that stood so
    return is_said_on(token, view.parse, view.words) or (beside and is_counted_on(token, view.parse, view.words))


def _begins(view: SentenceView, read: Read, time: When) -> bool:
    """Whether a time dates that from which on something holds: "missing since a fire razed the mill on Monday"."""
    token = view.parse.at(time.start - view.sentence.start)
    above = view.parse.ancestors(token) if token is not None else ()
    clause = next((t for t in above if t.dep == "advcl"), None)
    core = view.parse.tokens[read.slot.core]
    if clause is None or any(t.i == clause.i for t in view.parse.ancestors(core)):
        return False
    marks = view.parse.kids(clause, "mark")
    return any(m.lower == "since" and view.sentence.start + m.start < time.start for m in marks)


def _of_the_main_clause(view: SentenceView, read: Read, time: When) -> bool:
    """Whether a figure describes something as it is now behind the time of another clause: "attacked on Monday a town,
    which hosts 200 refugees"."""
    core, day = view.parse.tokens[read.slot.core], view.parse.at(time.start - view.sentence.start)
    clause = next((t for t in view.parse.ancestors(core) if t.pos in ("VERB", "AUX")), None)
    main = verb_of_time(day, view.parse)
    if read.reading.measure != "displaced" or clause is None or main is None or main.tag != "VBD":
        return False
    if clause.dep != "relcl" or clause.tag not in ("VBZ", "VBP") or view.parse.kids(clause, "aux"):
        return False
    return time.end - view.sentence.start <= view.parse.subtree(clause)[0].start


def _of_the_next_deed(view: SentenceView, read: Read, time: When, times: Sequence[When]) -> bool:
    """Whether a time is that of a verb joined to the figure's, which has one: "taken on Friday and freed on Monday"."""
    token = view.parse.at(time.start - view.sentence.start)
    verb = verb_of_time(token, view.parse)
    if verb is None or verb.dep != "conj" or verb.i <= read.reading.anchor or verb.head != read.reading.anchor:
        return False
    anchor, joined = (view.sentence.start + view.parse.tokens[k].end for k in (read.reading.anchor, verb.i))
    return any(anchor < other.start < joined for other in times)


def _ranks(view: SentenceView, time: When) -> bool:
    """Whether a time only says among what a happening is the worst: "the deadliest storm to hit the land this year"."""
    token = view.parse.at(time.start - view.sentence.start)
    if token is None:
        return False
    # The parser often hangs "this year" on the verb behind it: the word before it says what it goes with.
    beside = view.parse.tokens[max(0, token.i - 1)]
    below = [t for start in (token, beside) for t in (start, *view.parse.ancestors(start))]
    clauses = [t for t in below if t.dep in ("relcl", "acl", "advcl")]
    described = [view.parse.tokens[max(0, view.parse.subtree(t)[0].i - 1)] for t in clauses]
    # "the deadliest since the flood of 2015"
    described += [view.parse.head(t) for t in below if t.lower == "since"]
    return any(noun.i < token.i and _is_ranked(view, noun) for noun in described)


def _is_ranked(view: SentenceView, noun: Token) -> bool:
    """Whether a noun stands in the superlative."""
    if noun.tag == "JJS":
        return True  # "the worst to hit the land this year"
    adjectives = view.parse.kids(noun, "amod") if noun.pos in ("NOUN", "PROPN") else []
    return any(a.tag == "JJS" or any(k.tag == "RBS" for k in view.parse.kids(a, "advmod")) for a in adjectives)


def _of_others(view: SentenceView, read: Read, reads: Sequence[Read], time: When) -> bool:
    """Whether a time behind a toll is other figures', in their clause: "rose to 85 after 8 were found on Friday"."""
    token, last = view.parse.at(time.start - view.sentence.start), read.slot.core
    if token is None or not read.reading.rule.startswith("toll") or not _another_clause(view, last, token.i):
        return False
    return any(last < r.slot.core < token.i for r in reads[:MOST_MENTIONS] if r is not read)


def _another_clause(view: SentenceView, last: int, i: int) -> bool:
    """Whether a clause of its own begins between a number and a time after it."""
    breaks = view.words.of(DistanceWords).breaks
    return any(view.lower(k) in breaks for k in range(last + 1, i))
