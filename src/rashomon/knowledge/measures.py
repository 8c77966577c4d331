"""What a number can count and the words that say so, and the nouns of whom or what it counts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from rashomon.knowledge.frames import Frames, read_frames
from rashomon.knowledge.nouns import Nouns
from rashomon.model.claim import PopulationCategory

#: How the words of a measure stand to what they count.
Role = Literal["object", "known_object", "subject", "known_subject", "noun", "of", "state"]
VerbShape = Literal["base", "s", "ed", "ing"]

_ROLES: dict[str, Role] = {
    "object": "object",
    "known_object": "known_object",
    "subject": "subject",
    "known_subject": "known_subject",
    "nouns": "noun",
    "of": "of",
    "states": "state",
}


@dataclass(frozen=True, slots=True)
class Cue:
    """One sense of a word form: the measure it tells of, and where what it counts stands."""

    measure: str
    counts: str
    role: Role
    shape: VerbShape = "base"


@dataclass(frozen=True, slots=True)
class Measures:
    """The lexicon of measures: word forms to cues, phrases to measures, nouns to the classes of what they name.

    `status` holds the word lists by which a noun tells fighters from civilians, `parties` the words that name a side,
    `phrase_words` the longest word of each phrase, without which it cannot stand in a sentence.
    """

    cues: Mapping[str, tuple[Cue, ...]]
    phrases: Mapping[tuple[str, ...], tuple[tuple[str, str], ...]]
    classes: Mapping[str, frozenset[str]]
    categories: Mapping[str, PopulationCategory]
    attackers: frozenset[str]
    plurals: frozenset[str]
    status: Mapping[str, frozenset[str]]
    parties: Mapping[str, str]
    ages: frozenset[str]
    phrase_words: frozenset[str]
    frames: Frames
    longest_phrase: int = field(default=1)

    def class_of(self, noun: str) -> frozenset[str]:
        """The classes of a noun form; empty where it is not known."""
        return self.classes.get(noun, frozenset())


def measure_lexicon(
    table: dict[str, Any], populations: dict[str, Any], frames: dict[str, Any], nouns: Nouns, nations: dict[str, Any]
) -> Measures:
    """The lexicon from the tables of measures, of populations, of frames and of nations."""
    irregular: dict[str, list[str]] = table["irregular"]
    gerunds: dict[str, str] = table["gerunds"]
    cues: dict[str, list[Cue]] = {}
    phrases: dict[tuple[str, ...], list[tuple[str, str]]] = {}
    for measure, entry in table.items():
        if measure in ("irregular", "gerunds"):
            continue
        counts = entry["counts"]
        for key, role in _ROLES.items():
            for word in entry.get(key, ()):
                for form, shape in _forms_of(word, role, irregular, gerunds, nouns):
                    cues.setdefault(form, []).append(Cue(measure, counts, role, shape))
        for phrase in entry.get("phrases", ()):
            phrases.setdefault(tuple(phrase.split()), []).append((measure, counts))
    classes, categories = _classes_and_categories(populations, nouns)
    for form in _nationals(nations).difference(classes):
        classes[form], categories[form] = frozenset(("people",)), "people"
    return Measures(
        cues={form: tuple(some) for form, some in cues.items()},
        phrases={words: tuple(some) for words, some in phrases.items()},
        classes=classes,
        categories=categories,
        attackers=frozenset(f for w in populations["categories"]["attackers"] for f in nouns.forms(w)),
        plurals=frozenset(populations["head"]["plurals"]),
        status={name: frozenset(words) for name, words in populations["status"].items()},
        ages=frozenset(f for w in populations["status"]["ages"] for f in nouns.forms(w)),
        parties={word: side for side, words in populations["parties"].items() for word in words},
        phrase_words=frozenset(max(p, key=len) for p in phrases),
        frames=read_frames(frames, lambda verb: (form for form, _ in _verb_forms(verb, irregular, gerunds))),
        longest_phrase=max(len(p) for p in phrases),
    )


def _nationals(nations: Mapping[str, Mapping[str, list[str]]]) -> set[str]:
    """Nouns for several people of a nation ("Poles", "Burmese"), in lower case; "Danish" is no noun."""
    words = (w.strip().lower() for entry in nations["nation"].values() for w in entry[1].split(","))
    return {w for w in words if w.endswith(("s", "ese")) and " " not in w}


def _classes_and_categories(
    populations: Mapping[str, Mapping[str, list[str]]], nouns: Nouns
) -> tuple[dict[str, frozenset[str]], dict[str, PopulationCategory]]:
    classes: dict[str, set[str]] = {}
    categories: dict[str, PopulationCategory] = {}
    names: dict[str, PopulationCategory] = {
        "people": "people",
        "civilians": "civilians",
        "combatants": "combatants",
        "attackers": "other",
    }
    for name, category in names.items():
        for form in (f for w in populations["categories"][name] for f in nouns.forms(w)):
            classes.setdefault(form, set()).add("people")
            categories[form] = category
    for name, words in populations["classes"].items():
        for form in (f for w in words for f in nouns.forms(w)):
            classes.setdefault(form, set()).add(name)
    return {form: frozenset(some) for form, some in classes.items()}, categories


def _forms_of(
    word: str, role: Role, irregular: Mapping[str, list[str]], gerunds: Mapping[str, str], nouns: Nouns
) -> list[tuple[str, VerbShape]]:
    if role in ("noun", "of"):
        return [(form, "base") for form in nouns.forms(word)]
    if role == "state":
        return [(word, "base")]
    return _verb_forms(word, irregular, gerunds)


def _verb_forms(
    verb: str, irregular: Mapping[str, list[str]], gerunds: Mapping[str, str]
) -> list[tuple[str, VerbShape]]:
    """A verb's forms and their shapes; past and participle share the shape `ed`."""
    base, _, rest = verb.partition(" ")
    tail = f" {rest}" if rest else ""
    stem = base[:-1] if base.endswith("e") and not base.endswith(("ee", "ye")) else base
    past = irregular.get(base)
    doubled = bool(past and past[0].endswith("ed") and len(past[0]) == len(base) + 3 and past[0][len(base)] == base[-1])
    third = base[:-1] + "ies" if base.endswith("y") and base[-2] not in "aeiou" else base
    third = third if third != base else base + ("es" if base.endswith(("s", "x", "ch", "sh", "z")) else "s")
    regular = base[:-1] + "ied" if third.endswith("ies") and base.endswith("y") else stem + "ed"
    ing = gerunds.get(base, (base + base[-1] if doubled else stem) + "ing")
    forms: list[tuple[str, VerbShape]] = [(base + tail, "base"), (third + tail, "s"), (ing + tail, "ing")]
    forms += [(form + tail, "ed") for form in dict.fromkeys(past or [regular])]
    if base.endswith("l") and len(base) > 3 and base[-2] in "aeiou" and base[-3] not in "aeiou":
        # "levelled" beside "leveled": the two spellings of English.
        forms += [(f"{base}led{tail}", "ed"), (f"{base}ling{tail}", "ing")]
    if base == "burn":
        forms.append(("burned" + tail, "ed"))
    return list(dict.fromkeys(forms))
