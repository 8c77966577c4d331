"""Measures told by the words directly beside a quantity: "27 were killed", "killing 27", "the deaths of 27"."""

from __future__ import annotations

from rashomon.extraction.english.figures.reading import CASUALTIES, Reading, joint_measure, pick
from rashomon.extraction.english.figures.sentence_view import SentenceView, Slot

_AFTER_ROLES = ("object", "known_object", "subject", "known_subject", "state")
_BEFORE_ROLES = ("object", "known_object")
#: What may stand between the counted and its predicate, and says nothing by itself.
_LINKS = frozenset(
    "be is are was were been being am have has had having get gets got getting also to already still so far now then "
    "reported reportedly confirmed believed feared said presumed thought known listed declared pronounced found left "
    "remain remained remains remaining went gone allegedly apparently either only just all both initially immediately "
    "instantly later may might could would will can must possibly likely officially each mostly largely both seriously "
    "severely badly critically slightly lightly fatally wrongly forcibly internally newly recently currently "
    "themselves others which who that were-".split()
)
_TURNS_FATAL = frozenset(("dead", "fatally", "death"))
_SHOT = frozenset(
    (
        "shot",
        "shoot",
        "shoots",
        "shooting",
        "stabbed",
        "stab",
        "beaten",
        "burned",
        "burnt",
        "hacked",
        "crushed",
        "run",
        "trampled",
        "hanged",
        "gunned",
        "tortured",
        "starved",
        "blown",
        "struck",
    )
)
_TOLL = frozenset(
    (
        "toll",
        "tolls",
        "tally",
        "count",
        "fatalities",
        "deaths",
        "dead",
        "number",
        "total",
        "casualties",
        "figure",
        "figures",
        "injuries",
        "injured",
        "wounded",
        "missing",
        "arrests",
        "arrested",
        "detained",
        "displaced",
        "killed",
    )
)
_TOLL_LINKS = frozenset(
    "to at of is was be been being were are has had have that which now stood stands standing stand reached reaches "
    "reaching reach rose risen rises rising rise climbed climbs climbing climb jumped jumps jumping soared grew grown "
    "growing grow increased increases increasing exceeded exceed exceeds could may might will would passed passing "
    "passes surpassed surpass topped tops put estimated estimating revised up down by in the hit hits so far "
    "already currently standing as from least more than over around about current total overall official confirmed "
    "killed dead injured wounded people persons casualties : - — ; , - confirmed preliminary latest least later "
    "came went mounted mounts mounting still set ranging ranged between toll reported fell dropped lowered nearly "
    "almost some on monday tuesday wednesday thursday friday saturday sunday well this that crossed crosses".split()
)


def beside(view: SentenceView, slot: Slot) -> Reading | None:
    """The reading by the words directly beside a quantity, or none."""
    after, before = _after(view, slot), _before(view, slot)
    if after and before and after.anchor == slot.counted.next:
        # "kills five injures seven" against "five killed seven injured": what stood before the previous number decides.
        return before if _starts_active_chain(view, before.anchor, after.anchor) else after
    return after or before or _of_noun(view, slot) or _lives(view, slot) or _toll(view, slot)


def _starts_active_chain(view: SentenceView, before: int, after: int) -> bool:
    follows = view.slot_at(after + 1)
    previous = next((s for s in view.slots if s.counted.next == before or s.last + 1 == before), None)
    if previous is not None:
        return False
    return follows is not None or any(c.shape in ("base", "s", "ing") for c in view.cues(before))


def _after(view: SentenceView, slot: Slot) -> Reading | None:
    i = slot.counted.next
    gap = 0
    while gap < 7 and view.lower(i) in _LINKS | {"—", "-", "("} or view.lower(i).endswith("ly") and gap < 7:
        if view.lower(i) in ("critically", "fatally"):
            break
        i, gap = i + 1, gap + 1
    phrase = _phrase_at(view, i, slot) or (_phrase_at(view, i - 1, slot) if gap else None)
    if phrase:
        return phrase
    return _predicate(view, i, slot)


def _phrase_at(view: SentenceView, i: int, slot: Slot) -> Reading | None:
    measures = view.measures
    for n in range(measures.longest_phrase, 0, -1):
        words = tuple(view.lower(i + k) for k in range(n))
        found = measures.phrases.get(words)
        if found and (
            slot.counted.head is None
            or found[1] in measures.class_of(slot.counted.head.lower)
            or (found[1] == "people" and not measures.class_of(slot.counted.head.lower))
        ):
            return Reading(found[0], "phrase after", i)
    return None


def _predicate(view: SentenceView, i: int, slot: Slot) -> Reading | None:
    if view.lower(i) == "fatally" or (view.lower(i) in _SHOT and _TURNS_FATAL & {view.lower(i + 1), view.lower(i + 2)}):
        return Reading("killed", "predicate after", i)
    if view.lower(i) == "taken" and view.lower(i + 1) == "hostage":
        return Reading("abducted", "predicate after", i)
    cue = pick(view.cues(i), _AFTER_ROLES, slot.counted, view.measures)
    if cue is None or not _passive_or_subject(view, cue.role, cue.shape, i, slot):
        return None
    measure = cue.measure
    if view.lower(i + 1) in ("and", "or", "/") or view.lower(i + 1) == ",":
        second = pick(view.cues(i + 2), _AFTER_ROLES, slot.counted, view.measures)
        if second and second.shape == cue.shape and view.slot_at(i + 3) is None:
            measure = _paired(view, i, measure, second.measure)
    return Reading(measure, "predicate after", i)


def _paired(view: SentenceView, i: int, first: str, second: str) -> str:
    if view.lower(i) in _SHOT and second == "killed":
        return "killed"
    return joint_measure(first, second)


def _passive_or_subject(view: SentenceView, role: str, shape: str, i: int, slot: Slot) -> bool:
    if role in ("subject", "known_subject", "state"):
        return shape != "s" or role == "state" or True
    if shape != "ed":
        return False
    token = view.parse.tokens[i]
    has_object = any(k.dep in ("dobj",) for k in view.parse.kids(token))
    follows = view.slot_at(i + 1)
    auxiliary = any(
        view.lower(k) in ("was", "were", "been", "being", "be", "are", "is") for k in range(slot.counted.next, i)
    )
    return auxiliary or not has_object or (follows is not None and view.parse.tokens[follows.core].dep != "dobj")


def _before(view: SentenceView, slot: Slot) -> Reading | None:
    i = slot.first - 1
    while view.lower(i) in ("the", "all", "another", "a", "an") and i > slot.first - 3:
        i -= 1
    cue = pick(view.cues(i), _BEFORE_ROLES, slot.counted, view.measures)
    if cue is None or (cue.role == "known_object" and slot.counted.head is None):
        return None
    if cue.shape == "ed" and _is_passive(view, i):
        return None
    measure = cue.measure
    if view.lower(i - 1) in ("and", "or") or view.cues(i - 1):
        k = i - 2 if view.lower(i - 1) in ("and", "or") else i - 1
        first = pick(view.cues(k), _BEFORE_ROLES, slot.counted, view.measures)
        if first and first.shape == cue.shape:
            measure = (
                "killed" if view.lower(k) in _SHOT and measure == "killed" else joint_measure(first.measure, measure)
            )
    if view.lower(i) in _SHOT and view.lower(slot.counted.next) in _TURNS_FATAL:
        measure = "killed"
    return Reading(measure, "verb before", i)


def _is_passive(view: SentenceView, i: int) -> bool:
    k = i - 1
    while view.lower(k).endswith("ly") or view.lower(k) in ("not", "also", "been", "being"):
        if view.lower(k) in ("been", "being"):
            return True
        k -= 1
    return view.lower(k) in ("was", "were", "is", "are", "be", "got")


def _of_noun(view: SentenceView, slot: Slot) -> Reading | None:
    i = slot.first - 1
    while view.lower(i) in ("the", "all", "another", "a") and i > slot.first - 3:
        i -= 1
    if view.lower(i) not in ("of", "to", "among"):
        return None
    preposition = view.lower(i)
    cues = [c for c in view.cues(i - 1) if c.role == "of"]
    if preposition == "to":
        return Reading("injured", "noun before", i - 1) if view.lower(i - 1) in ("injuries", "injury") else None
    cue = pick(tuple(cues), ("of",), slot.counted, view.measures)
    if cue is None:
        return None
    measure = cue.measure
    if view.lower(i - 2) in ("and", "or"):
        other = pick(view.cues(i - 3), ("of", "noun", "object"), slot.counted, view.measures)
        measure = joint_measure(measure, other.measure) if other else measure
    return Reading(measure, "noun before", i - 1)


def _lives(view: SentenceView, slot: Slot) -> Reading | None:
    head = slot.counted.head
    if head is None or head.lower not in ("lives", "life"):
        return None
    around = [
        view.lower(k) for k in (*range(slot.first - 6, slot.first), *range(slot.counted.next, slot.counted.next + 4))
    ]
    if any(w.startswith(("claim", "cost", "took", "tak", "lost", "los")) for w in around):
        return Reading("killed", "lives", head.i)
    return None


def _toll(view: SentenceView, slot: Slot) -> Reading | None:
    """ "the death toll rose to 201", "put the dead at 147", "the number of wounded is 40"."""
    i = slot.first - 1
    moved = False
    while (
        i >= 0
        and slot.first - i < 14
        and (
            view.lower(i) not in _TOLL
            or view.lower(i)
            in ("dead", "killed", "wounded", "injured", "casualties", "missing", "detained", "displaced", "arrested")
            and view.lower(i - 1) in ("of", "number", "people", "those")
        )
    ):
        word = view.lower(i)
        if view.cues(i) and word in _TOLL:
            break
        if word not in _TOLL_LINKS and view.slot_at(i) is None and not word.startswith("."):
            return None
        moved = True
        i -= 1
    if i < 0 or view.lower(i) not in _TOLL or not moved:
        return None
    return _toll_of(view, i, slot)


def _toll_of(view: SentenceView, i: int, slot: Slot) -> Reading | None:
    word = view.lower(i)
    near = [view.lower(k) for k in range(max(0, i - 4), min(len(view.parse.tokens), slot.first))]
    if (
        slot.counted.head is not None
        and "people" not in view.measures.class_of(slot.counted.head.lower)
        and not any(c.role == "noun" for c in view.cues(slot.counted.head.i))
    ):
        return None
    if word in ("toll", "tolls"):
        if "casualty" in near:
            return Reading(CASUALTIES, "toll", i)
        return Reading("injured" if {"injury", "injured", "wounded"} & set(near) else "killed", "toll", i)
    for k in (i, *range(i + 1, min(i + 5, slot.first)), *range(i - 1, max(-1, i - 4), -1)):
        for cue in view.cues(k):
            if cue.counts == "people" and cue.measure != "other:protesters":
                return Reading(cue.measure, "toll", k)
    return None
