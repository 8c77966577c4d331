"""A piece of HTML that is all report (a feed item's content, a mail's body) -> text, one paragraph a line.

A whole page goes through `html.py`, which has to find the report among the page's chrome; here there is none to find.
"""

from __future__ import annotations

import re
from typing import Any

#: Longer markup is cut (code points): far more than the longest report with its markup.
MAX_FRAGMENT = 4_000_000
#: Elements that begin and end a line; the others stand inside one.
_BLOCKS = frozenset(
    "address article aside blockquote br caption center dd div dl dt fieldset figcaption figure footer h1 h2 h3 h4 h5 "
    "h6 header hr li main ol p pre section table tbody td tfoot th thead tr ul".split()
)
#: Elements whose words nobody reads.
_SILENT = frozenset("script style noscript template iframe object embed svg math head form button select nav".split())
_NOT_OF_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")


def text_of_fragment(markup: str) -> str:
    """The words of a fragment, one paragraph a line; empty where it has none."""
    from lxml import etree

    body = _NOT_OF_XML.sub(" ", markup[:MAX_FRAGMENT])
    parser = etree.HTMLParser(
        recover=True, no_network=True, huge_tree=False, remove_comments=True, remove_pis=True, encoding="utf-8"
    )
    try:
        tree = etree.fromstring(f"<div>{body}</div>".encode(), parser)
    except (etree.XMLSyntaxError, ValueError):
        return ""
    return _lines(_pieces(tree)) if tree is not None else ""


def _pieces(tree: Any) -> list[str]:
    """The words in order, a line feed wherever a block begins or ends."""
    from lxml import etree

    pieces: list[str] = []
    silent = 0
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        name = element.tag if isinstance(element.tag, str) else ""
        silent += (name in _SILENT) * (1 if event == "start" else -1)
        if name in _BLOCKS:
            pieces.append("\n")
        words = element.text if event == "start" else element.tail
        if words and not silent:
            pieces.append(re.sub(r"\s+", " ", words))
    return pieces


def _lines(pieces: list[str]) -> str:
    lines = (" ".join(line.split()) for line in "".join(pieces).split("\n"))
    return "\n".join(line for line in lines if line)
