"""XML of any quality -> a tree, safely: no entity is expanded, no address is opened, the work is linear.

A document type is dropped before parsing, so that nothing of it can act; one that declares entities of its own is
refused whole. What is not well-formed is read as far as a tolerant parser understands it.
"""

from __future__ import annotations

import html
import re
from typing import Any

from rashomon.model.outcome import Outcome
from rashomon.reading.codes import issue

#: Longer markup is cut (code points); a sitemap may hold 50,000 addresses, some five million.
MAX_MARKUP = 20_000_000
_SKIPPED = re.compile(r"\s+|<\?.*?\?>|<!--.*?-->", re.DOTALL)
_ROOT = re.compile(r"<(?:[\w.-]{1,60}:)?([A-Za-z_][\w.-]{0,60})")
_ENTITY = re.compile(r"<!ENTITY", re.IGNORECASE)
_DOCTYPE_PARTS = re.compile(r"<!--.*?(?:-->|\Z)|[\"'\[\]<>]", re.DOTALL)
_AMPERSAND = re.compile(r"<!\[CDATA\[.*?(?:\]\]>|\Z)|&(?:([A-Za-z][A-Za-z0-9]{1,30});|(?!#))", re.DOTALL)
_OF_XML = frozenset({"amp", "lt", "gt", "quot", "apos"})
_NOT_OF_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")


def root_name(text: str) -> str | None:
    """The local name of the root element in lower case; null where the text opens with no element."""
    match = _ROOT.match(text, _prolog(text)[1])
    return match[1].lower() if match else None


def safe_tree(name: str, text: str) -> Outcome[Any]:
    """The tree (lxml) of an XML text; null with an issue where it is refused or none can be made."""
    start, end = _prolog(text)
    if _ENTITY.search(text, start, end):
        message = f"{name} declares XML entities of its own; it was not read."
        return Outcome(None, (issue("entities_refused", "loss", name, message, "Take the declarations out."),))
    issues = []
    if len(text) - end > MAX_MARKUP:
        message = f"{name} is longer than {MAX_MARKUP:,} characters; what stands before was read."
        issues.append(issue("markup_cut", "loss", name, message, "Split it into several files."))
    body = _NOT_OF_XML.sub(" ", _AMPERSAND.sub(_plain, text[end : end + MAX_MARKUP]))
    from lxml import etree

    # recover: feeds are often broken. huge_tree stays off: depth and text of one node are bounded by the parser.
    parser = etree.XMLParser(
        recover=True, resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True,
        remove_pis=True, encoding="utf-8",
    )  # fmt: skip
    try:
        tree = etree.fromstring(body.encode("utf-8"), parser)
    except (etree.XMLSyntaxError, ValueError):
        tree = None
    if tree is None or (len(parser.error_log) and len(issues) == 0):
        message = f"{name} is no well-formed XML; it was read as far as it can be understood."
        damaged = issue("markup_damaged", "warning", name, message, "Get the original again if entries are missing.")
        issues.append(damaged)
    return Outcome(tree, tuple(issues))


def _prolog(text: str) -> tuple[int, int]:
    """Where the document type begins and where the root element may begin; equal where there is no document type."""
    at = _skip(text, 1 if text.startswith("\ufeff") else 0)
    if text[at : at + 9].upper() != "<!DOCTYPE":
        return at, at
    end = _end_of_doctype(text, at)
    return at, _skip(text, end)


def _skip(text: str, at: int) -> int:
    while match := _SKIPPED.match(text, at):
        at = match.end()
    return at


def _end_of_doctype(text: str, at: int) -> int:
    """Behind the `>` that closes the document type; the text's end where nothing closes it."""
    depth = 0
    quote = ""
    subset = False
    for match in _DOCTYPE_PARTS.finditer(text, at):
        mark = match[0]
        if mark.startswith("<!--"):
            continue
        if quote:
            quote = "" if mark == quote else quote
        elif mark in "\"'":
            quote = mark
        elif mark in "[]":
            subset = mark == "["
        elif mark == "<":
            depth += 1
        else:
            depth -= 1
            if depth <= 0 and not subset:
                return match.end()
    return len(text)


def _plain(match: re.Match[str]) -> str:
    """HTML's named characters, which feeds use without declaring them, as the characters; a loose ampersand as one."""
    if match[1] in _OF_XML or not match[0].startswith("&"):
        return match[0]
    return html.escape(html.unescape(match[0]), quote=False)
