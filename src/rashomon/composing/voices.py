"""The narrative's paragraph on who said what: one sentence a speaker, those who say the same together."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from rashomon.composing.phrases import joined, sentence
from rashomon.composing.plan import Plan
from rashomon.composing.said_words import SaidWords
from rashomon.language.english.numbers import find_numbers
from rashomon.model.brief import Sentence
from rashomon.model.claim import AnyClaim, Responsibility, Statement

_STATEMENT_ORDER = (
    "denied",
    "condemned",
    "concerned",
    "called_for",
    "warned",
    "announced",
    "promised",
    "praised",
    "confirmed",
    "said",
    "reported",
    "claimed",
    "estimated",
)
_MOST_SPEAKERS = 5
_LONG_WORD = re.compile(r"[a-z]{5,}")


@dataclass(slots=True)
class Voice:
    """One speaker, or several who say the same, with what is said; `named` are claims that only name the speaker."""

    speakers: list[str]
    private: bool
    said: list[tuple[Statement, str]] = field(default_factory=list)
    named: list[str] = field(default_factory=list)


def spoken(plan: Plan, told: Iterable[str] = ()) -> Iterable[Sentence]:
    """What was said, officials and bodies before private persons, neighbours in topic side by side.

    `told` are claims that other sentences tell: what was said in the same words is not told again.
    """
    voices = list(_voices(plan, [c for i in told if (c := plan.words.ledger.claims.get(i)) is not None]).values())
    public = [v for v in voices if not v.private]
    chosen = [*public, *[v for v in voices if v.private][:1]][:_MOST_SPEAKERS]
    for voice in _by_topic(chosen):
        yield _sentence(voice)


def _voices(plan: Plan, told: list[AnyClaim]) -> dict[str, Voice]:
    """The voices by person or body, in the order of the weight of what they do."""
    words = plan.words
    voices: dict[str, Voice] = {}
    by_predicate: dict[str, Voice] = {}
    claims = [s for c in plan.material.claims for s in c.statements if not _relays(s, plan)]
    claims = [s for s in claims if not any(_is_within(s, claim) for claim in told)]
    pointing = words.library.words.of(SaidWords).opens_pointing
    for claim in sorted(claims, key=lambda s: _STATEMENT_ORDER.index(s.verb_class)):
        speaker, predicate = words.statements.speaker(claim), words.statements.predicate(claim)
        if not speaker or not predicate or _is_bare_name(speaker, plan):
            continue
        if "“" in predicate and (find_numbers(predicate, words.library.number_words) or pointing.search(predicate)):
            continue  # numbers have sentences of their own, and a pronoun has lost whom it means
        named = _named_before(claim, speaker, claims, plan)
        key = _who(speaker, claim) if named is None else _who(*named)
        speaker = speaker if named is None else named[0]
        same = by_predicate.get(predicate)
        if same is not None and voices.get(key) is not same:
            if claim.verb_class in ("said", "reported") or key in voices:
                continue
            same.speakers.append(speaker)
            same.said.append((claim, predicate))
            voices[key] = same
            continue
        voice = voices.setdefault(key, Voice([speaker], claim.private))
        voice.said.append((claim, predicate))
        voice.named += [named[1].id] if named is not None else []
        by_predicate.setdefault(predicate, voice)
    unique: dict[str, Voice] = {}
    for key, voice in voices.items():
        if all(voice is not v for v in unique.values()):
            unique[key] = voice
    return unique


def _named_before(claim: Statement, speaker: str, claims: list[Statement], plan: Plan) -> tuple[str, Statement] | None:
    """Whose office alone speaks where the same report names one holder of it: "the minister" is "Minister Ana Berg"."""
    office = speaker.removeprefix("the ")
    if not speaker.startswith("the ") or not office.islower() or office not in plan.words.library.persons.public:
        return None
    holders: dict[str, tuple[str, Statement]] = {}
    for other in [c for c in claims if c.report == claim.report and c is not claim and not c.private]:
        worded = plan.words.statements.speaker(other)
        if worded is not None and office in worded.casefold().split() and any(w[0].isupper() for w in worded.split()):
            holders.setdefault(_who(worded, other), (worded, other))
    return next(iter(holders.values())) if len(holders) == 1 else None


def _is_within(said: Statement, claim: AnyClaim) -> bool:
    """Whether a claim told otherwise was made of what is said here."""
    if isinstance(claim, Statement):
        return said.id == claim.id
    here = (said.report, said.field) == (claim.report, claim.field)
    blames = isinstance(claim, Responsibility) and claim.answer != "denied" and said.verb_class != "denied"
    return here and blames and claim.start < said.content_end and said.content_start < claim.end


def _relays(claim: Statement, plan: Plan) -> bool:
    """Whether a news agency or an outlet only passes on what others say; one that speaks for a side speaks."""
    known = plan.words.library.organisations.find(claim.organisation or claim.speaker)
    return known is not None and known.kind == "media" and claim.side is None


def _is_bare_name(speaker: str, plan: Plan) -> bool:
    """Whether a name stands for a person whose office is not told with it: a word, or a given and a family name."""
    words, library = speaker.split(), plan.words.library
    named = all(w[:1].isupper() for w in words) and not (len(words) == 1 and speaker.isupper())
    if not named or library.organisations.find(speaker) is not None or library.actors.known(speaker) is not None:
        return False
    folded = [w.casefold() for w in words]
    known = plan.words.statements.known
    given = folded[0] in library.persons.given or (known is not None and known.public.issuperset(folded))
    return len(words) == 1 or (given and not library.persons.is_leader(folded))


def _holds(one: Statement, other: Statement) -> bool:
    """Whether what one statement says holds the words of the other: it tells them already."""
    if (one.report, one.field) != (other.report, other.field):
        return False
    return one.content_start <= other.content_start and other.content_end <= one.content_end


def _who(speaker: str, claim: Statement) -> str:
    """A person's family name with the organisation, else the body: the same for every wording of one speaker."""
    name = claim.speaker.split()[-1:] or [speaker]
    if claim.organisation and claim.organisation.casefold() == claim.speaker.casefold():
        return claim.organisation.casefold()
    titled = name[0][:1].isupper() and not claim.private
    return name[0].casefold() if titled else speaker.casefold().removeprefix("the ")


def _by_topic(voices: list[Voice]) -> list[Voice]:
    """The voices in their order, each followed by those that share most words with it."""
    rest = list(voices)
    ordered: list[Voice] = []
    while rest:
        last = ordered[-1] if ordered else None
        near = max(rest, key=lambda v: (_shared(last, v), -voices.index(v))) if last else rest[0]
        ordered.append(near)
        rest = [v for v in rest if v is not near]
    return ordered


def _shared(one: Voice | None, other: Voice) -> int:
    if one is None:
        return 0
    return len({*_LONG_WORD.findall(one.said[0][1])} & {*_LONG_WORD.findall(other.said[0][1])})


def _sentence(voice: Voice) -> Sentence:
    """What a voice says as one sentence, two predicates at most."""
    first, predicate = voice.said[0]
    if len(voice.speakers) > 1:
        speakers = joined([s.rstrip(",") for s in voice.speakers])
        return Sentence(text=sentence(f"{speakers} {predicate}"), claims=tuple(c.id for c, _ in voice.said))
    speaker = voice.speakers[0]
    # "Police" of two reports may be two: only what one report lets a speaker say stands in one sentence.
    beside = [s for s in voice.said[1:] if s[0].report == first.report]
    others = [s for s in beside if s[0].verb_class != first.verb_class and "“" not in s[1] + predicate]
    around = next((s for s in others if _holds(s[0], first)), None)
    if around is not None:
        return Sentence(text=sentence(f"{speaker} {around[1]}"), claims=(around[0].id, *voice.named))
    others = [s for s in others if not _holds(first, s[0])]
    if others and not speaker.endswith(","):
        text = f"{speaker} {predicate} and {others[0][1]}"
        return Sentence(text=sentence(text), claims=(first.id, others[0][0].id, *voice.named))
    return Sentence(text=sentence(f"{speaker} {predicate}"), claims=(first.id, *voice.named))
