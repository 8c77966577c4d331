"""The list of sources as a file: TOML in, checked entries out, and back.

[[source]]
address = "https://harbour.example/feed.xml"
kind = "feed"            # feed (where nothing is said), sitemap, page, opml
outlet = "Harbour Post"  # what follows may be left out
family = "Harbour Media"
country = "ZA"           # ISO 3166, two letters
language = "en"          # ISO 639, two or three letters
at_least = "10m"         # asked no more often: s, m, h, d
at_most = "6h"           # asked no less often
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterable
from typing import Any
from urllib.parse import urlsplit

from rashomon.errors import UsageError
from rashomon.model.watched import SOURCE_KINDS, WatchedSource

_KEYS = ("address", "kind", "outlet", "family", "country", "language", "at_least", "at_most")
_SECONDS = {"s": 1, "m": 60, "h": 3600, "d": 86400}
_DURATION = re.compile(r"(\d{1,8}(?:\.\d{1,3})?)\s*([smhd])")
_LONGEST_S = 365 * 86400
_LONGEST_ADDRESS = 2048
_HEADER = re.compile(r"^\s*\[\[\s*source\s*\]\]", re.MULTILINE)
_LINE = re.compile(r"line (\d+)")


def parse_sources(text: str, name: str) -> tuple[WatchedSource, ...]:
    """The entries of a sources file; raises UsageError with the file's name, the line and what is wrong."""
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        at = _LINE.search(str(error))
        where = f", line {at[1]}," if at else ""
        raise UsageError(f"{name}{where} is no TOML: {error}.", "See `rashomon sources --help`.") from error
    unknown = sorted(table.keys() - {"source"})
    entries = table.get("source", [])
    if unknown or not isinstance(entries, list) or not all(isinstance(e, dict) for e in entries):
        what = f"{unknown[0]!r} is no part of a list of sources" if unknown else "`source` must be a list of tables"
        raise UsageError(f"{name}: {what}.", "Write each source below a line [[source]].")
    lines = [text.count("\n", 0, m.end()) + 1 for m in _HEADER.finditer(text)]
    found: dict[str, WatchedSource] = {}
    for number, entry in enumerate(entries, 1):
        line = f", line {lines[number - 1]}" if len(lines) == len(entries) else ""
        where = f"{name}{line}, source {number}"
        source = read_entry(entry, where)
        if source.address in found:
            raise UsageError(f"{where}: {source.address} stands there twice.", "Keep one of them.")
        found[source.address] = source
    return tuple(found.values())


def read_entry(entry: dict[str, Any], where: str) -> WatchedSource:
    """One checked entry; `where` says in messages where it stands. Raises UsageError."""
    unknown = sorted(entry.keys() - set(_KEYS))
    if unknown:
        raise UsageError(f"{where}: {unknown[0]!r} is no field of a source.", f"The fields are {', '.join(_KEYS)}.")
    for key, value in entry.items():
        if not isinstance(value, str) or not value.strip() or not value.isprintable():
            raise UsageError(f"{where}: {key} must be a text in quotation marks.", "Leave out what is not known.")
    values = {key: value.strip() for key, value in entry.items()}
    address = values.get("address", "")
    _check_address(address, where)
    kind = values.get("kind", "feed")
    if kind not in SOURCE_KINDS:
        raise UsageError(f"{where}: {kind!r} is no kind of source.", f"The kinds are {', '.join(SOURCE_KINDS)}.")
    for key, shape, what in (
        ("country", r"[A-Z]{2}", "two capital letters (ISO 3166)"),
        ("language", r"[a-z]{2,3}", "two or three small letters (ISO 639)"),
    ):
        if key in values and not re.fullmatch(shape, values[key]):
            raise UsageError(f"{where}: {key} {values[key]!r} is not {what}.", "Correct it, or leave it out.")
    least, most = (read_duration(values[k], f"{where}: {k}") if k in values else None for k in ("at_least", "at_most"))
    if least is not None and most is not None and least > most:
        raise UsageError(f"{where}: at_least is longer than at_most.", "Exchange them.")
    return WatchedSource(
        address=address,
        kind=kind,
        outlet=values.get("outlet"),
        family=values.get("family"),
        country=values.get("country"),
        language=values.get("language"),
        at_least_s=least,
        at_most_s=most,
    )


def _check_address(address: str, where: str) -> None:
    try:
        parts = urlsplit(address)
        fits = parts.scheme in ("http", "https") and bool(parts.hostname) and " " not in address
        secret = parts.username is not None or parts.password is not None
    except ValueError:
        fits, secret = False, False
    if not fits or len(address) > _LONGEST_ADDRESS:
        raise UsageError(f"{where}: {address[:120]!r} is no http or https address.", "Give the source's full address.")
    if secret:
        raise UsageError(f"{where}: the address holds a user name or password.", "Addresses are shown: leave it out.")


def read_duration(text: str, where: str) -> float:
    """The seconds of "90s", "10m", "6h" or "2d"; raises UsageError."""
    match = _DURATION.fullmatch(text.strip())
    seconds = float(match[1]) * _SECONDS[match[2]] if match else 0.0
    if not 0 < seconds <= _LONGEST_S:
        raise UsageError(f"{where} {text!r} is no duration.", "Write a number with s, m, h or d: 90s, 10m, 6h, 2d.")
    return seconds


def written_duration(seconds: float) -> str:
    """The shortest way to write a duration that reads back to the same."""
    for unit in ("d", "h", "m"):
        if seconds >= _SECONDS[unit] and seconds % _SECONDS[unit] == 0:
            return f"{int(seconds // _SECONDS[unit])}{unit}"
    return f"{seconds:.3f}".rstrip("0").rstrip(".") + "s"


def write_sources(sources: Iterable[WatchedSource]) -> str:
    """The entries as a sources file; those that another source named are left to it."""
    parts = ["# The sources that `rashomon watch` asks; read back by `rashomon sources --import`.\n"]
    for source in sources:
        if source.via is None:
            shown = _shown(source)
            parts.append("\n[[source]]\n" + "".join(f"{key} = {_quoted(value)}\n" for key, value in shown.items()))
    return "".join(parts)


def _shown(source: WatchedSource) -> dict[str, str]:
    fields = {
        "address": source.address,
        "kind": source.kind,
        "outlet": source.outlet,
        "family": source.family,
        "country": source.country,
        "language": source.language,
        "at_least": written_duration(source.at_least_s) if source.at_least_s is not None else None,
        "at_most": written_duration(source.at_most_s) if source.at_most_s is not None else None,
    }
    return {key: value for key, value in fields.items() if value is not None}


def _quoted(value: str) -> str:
    # A printable text's JSON form is a TOML basic string.
    return json.dumps(value, ensure_ascii=False)
