"""A PDF with text -> one report: its pages joined, what repeats at their heads and feet left out."""

from __future__ import annotations

import datetime as dt
import hashlib
import io
import logging
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from rashomon.model.issue import Issue
from rashomon.model.source import RawSource
from rashomon.reading.codes import issue
from rashomon.reading.decoding import MAX_TEXT_CHARS, limited, without_surrogates
from rashomon.reading.draft import Draft, beside
from rashomon.reading.entries import one_line
from rashomon.reading.unpacking import trouble_of

#: Pages that are read, and steps of drawing in all of them together (a page of text takes some thousand).
MAX_PAGES, MAX_STEPS = 1000, 1_000_000
#: A file has this many steps for free and one a byte: text packs to some bytes a step, a bomb a hundred steps a byte.
FREE_STEPS = 50_000
#: Limits inside one page: unpacked bytes, steps, forms drawn in forms.
_LIMITS: Any = {
    "zlib_maximum_output_length": 30_000_000,
    "lzw_maximum_output_length": 30_000_000,
    "run_length_maximum_output_length": 30_000_000,
    "brotli_maximum_output_length": 30_000_000,
    "array_based_stream_maximum_output_length": 30_000_000,
    "stream_decoding_work_maximum_length": 60_000_000,
    "xform_maximum_invocations_per_extraction": 500,
}
#: Lines at a page's head and foot that are compared between pages, and on how many pages one repeats.
_EDGE, _REPEATED = 3, 3
_PAGE_NUMBER = re.compile(r"^\W*(?:page\s*)?\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?\W*$", re.IGNORECASE)
_DIGITS = re.compile(r"\d+")
_DATE = re.compile(r"^(?:D:)?((?:19|20)\d\d)(\d\d)(\d\d)")


class _EnoughError(Exception):
    """More steps of drawing than any text takes."""


#: What pypdf raises on hostile files besides its own errors.
_DAMAGE: tuple[type[Exception], ...] = (
    *(_EnoughError, ValueError, LookupError, TypeError, AttributeError, RecursionError, OSError),
    *(ArithmeticError, AssertionError, NotImplementedError, MemoryError),
)


def open_pdf(source: RawSource) -> Iterator[Draft | Issue]:
    """The report of a PDF, and the issues of what could not be read of it."""
    import pypdf
    from pypdf.errors import PyPdfError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    damage: tuple[type[Exception], ...] = (PyPdfError, *_DAMAGE)
    steps = min(MAX_STEPS, FREE_STEPS + len(source.content))
    with pypdf.apply_configuration(**_LIMITS, jbig2dec_binary=None, stream_parsing_work_maximum_count=4 * steps):
        try:
            reader = pypdf.PdfReader(io.BytesIO(source.content), root_object_recovery_limit=1000)
            locked = reader.is_encrypted and not reader.decrypt("")
        except pypdf.errors.DependencyError:
            locked = True
        except damage:
            yield _damaged(source.name)
            return
        if locked:
            yield trouble_of("encrypted", source.name)
            return
        pages, issues = _pages(reader, source.name, steps, damage)
        yield from issues
        text = "\n\n".join(without_repeated(pages)).strip()
        if not text:
            yield _without_text(source.name, damaged=bool(issues))
            return
        short = limited(source.name, without_surrogates(source.name, text).value)
        yield from short.issues
        yield _draft(reader, short.value, source, damage)


def _pages(reader: Any, name: str, left: int, damage: tuple[type[Exception], ...]) -> tuple[list[str], list[Issue]]:
    """The text of each page; a page that cannot be read is empty and leaves one issue for all such.

    `left` is how many steps of drawing may be taken.
    """

    def count(*_: object) -> None:
        nonlocal left
        left -= 1
        if left < 0:
            raise _EnoughError

    pages: list[str] = []
    broken = 0
    try:
        for number, page in enumerate(reader.pages):
            if number == MAX_PAGES or sum(map(len, pages[-1:])) > MAX_TEXT_CHARS or left < 0:
                return pages, [*_broken(name, broken), _cut(name)]
            try:
                pages.append(page.extract_text(visitor_operand_before=count))
            except damage:
                pages.append("")
                broken += 1
    except damage:
        broken += 1
    return pages, _broken(name, broken)


def without_repeated(pages: list[str]) -> list[str]:
    """The pages without page numbers, and without lines at head or foot that repeat but for their digits.

    The first page keeps its head, which is where a title stands.
    """
    lines = [[line.rstrip() for line in page.split("\n")] for page in pages]
    edges = [{_key(line) for line in _edges(page) if line.strip()} for page in lines]
    count = Counter(key for page in edges for key in page)
    needed = max(_REPEATED, len(pages) // 2)
    repeated = {key for key, n in count.items() if n >= needed}
    kept: list[str] = []
    for number, page in enumerate(lines):
        marks = [i for i, line in enumerate(page) if line.strip()]
        head, foot = set(marks[:_EDGE]), set(marks[-_EDGE:])
        dropped = {i for i in head | foot if _PAGE_NUMBER.match(page[i])}
        dropped |= {i for i in (foot - head if number == 0 else head | foot) if _key(page[i]) in repeated}
        kept.append("\n".join(line for i, line in enumerate(page) if i not in dropped))
    return kept


def _edges(page: list[str]) -> list[str]:
    filled = [line for line in page if line.strip()]
    return filled[:_EDGE] + filled[-_EDGE:]


def _key(line: str) -> str:
    return _DIGITS.sub("#", " ".join(line.split()).casefold())


def _draft(reader: Any, text: str, source: RawSource, damage: tuple[type[Exception], ...]) -> Draft:
    title = made = None
    try:
        about = reader.metadata or {}
        title = one_line(str(about.get("/Title") or ""))
        made = _DATE.match(str(about.get("/CreationDate") or ""))
    except damage:
        pass
    # Programs write file names and templates as titles: only one that stands on the first lines is the report's.
    if title and " ".join(title.casefold().split()) not in " ".join(text[:2000].casefold().split()):
        title = None
    draft = Draft(
        name=source.name,
        text=text,
        how="page",
        title=title,
        raw_sha256=hashlib.sha256(source.content).hexdigest(),
    )
    settled = beside(draft, source)
    if settled.listed is None and made is not None and _is_day(made):
        settled = replace(settled, listed="-".join(made.groups()))
    return settled


def _is_day(match: re.Match[str]) -> bool:
    try:
        dt.date(int(match[1]), int(match[2]), int(match[3]))
    except ValueError:
        return False
    return True


def _damaged(name: str) -> Issue:
    message = f"The PDF {name} could not be taken apart."
    return issue("pdf_damaged", "loss", name, message, "Save it again, or give its text.")


def _broken(name: str, pages: int) -> list[Issue]:
    if not pages:
        return []
    message = f"{pages:,} pages of the PDF {name} could not be taken apart; the others were read."
    return [issue("pdf_damaged", "loss", name, message, "Save it again, or give its text.")]


def _cut(name: str) -> Issue:
    message = f"The PDF {name} has more pages, or more drawn on them, than is read; the first pages were."
    return issue("pages_cut", "loss", name, message, "Split it into single reports.")


def _without_text(name: str, *, damaged: bool) -> Issue:
    message = f"The PDF {name} holds no text" + ("." if damaged else ": its pages are pictures.")
    suggestion = "Let a program for text recognition (OCR) add the text, and give that."
    return issue("pdf_without_text", "loss", name, message, suggestion)
