"""In which language a report is, whether it is read, and what is said of the parts that are not."""

from __future__ import annotations

from rashomon.knowledge.library import Library
from rashomon.model.issue import Issue
from rashomon.reading.codes import issue
from rashomon.reading.written_language import (
    READ_LANGUAGES,
    detect_languages,
    enough_to_tell,
    hardly_known,
    in_latin_letters,
    main_code,
)

#: A language has at least this share of a text to be told of, to be read, and to be the main one (percent of its bytes,
#: of which a letter of most other scripts has two).
_BESIDE, _READ, _MAIN = 20, 30, 60
_FOREIGN = "Add a translation as a report of its own."


def judge_language(
    sample: str, given: str | None, about: str, library: Library, issues: list[Issue]
) -> tuple[str | None, bool]:
    """The code of the language, null where it cannot be told, and whether it is read; issues are added to the list.

    A text in several languages is read where one of them is; what is not is told. A text that is not read counts as in
    the language of most of it. Issue codes: language_contradicted, language_mixed, language_not_read,
    language_unsure.
    """
    told = [(code, share) for code, share in detect_languages(sample) if share >= _BESIDE]
    trusted = bool(told) and enough_to_tell(sample)
    found = _main(told)
    given = main_code(given) if given else None
    lang = found if trusted else given or (found if told and told[0][1] >= _MAIN else None)
    if trusted and given and given != found:
        message = f"The language is given as {given}, but the text is in {found}."
        issues.append(issue("language_contradicted", "note", about, message, "Correct the given language."))
    if lang in READ_LANGUAGES:
        issues.extend(_beside(told, about) if trusted else [])
        return lang, True
    if lang is None and in_latin_letters(sample):
        if not hardly_known(sample, library.word_rarity):
            message = "The text is too short or too mixed to tell its language; it is read as English."
            issues.append(issue("language_unsure", "note", about, message, "Give `lang` beside the text."))
            return None, True
        name = "a language that could not be told"
    else:
        name = f"language {lang}" if lang else "another script than Latin"
    message = f"The report is in {name}, which is not read yet; it is compared for copies only."
    issues.append(issue("language_not_read", "warning", about, message, _FOREIGN))
    return lang, False


def _main(told: list[tuple[str, int]]) -> str | None:
    """The language that a report counts as: one that is read, else that of most of the text."""
    read = (code for code, share in told if code in READ_LANGUAGES and share >= _READ)
    return next(read, told[0][0] if told else None)


def _beside(told: list[tuple[str, int]], about: str) -> list[Issue]:
    """What is said of a text of which only a part is read."""
    others = [code for code, _ in told if code not in READ_LANGUAGES]
    if not others:
        return []
    message = f"Part of the text is in {' and '.join(others)}, which is not read yet; only the rest is."
    return [issue("language_mixed", "warning", about, message, _FOREIGN)]
