"""Write docs/reference from the program itself: commands, issue codes, fields of the dossier, routes of the API.

usage: python scripts/write_reference.py [--check]     (--check: exit 1 where a page is out of date)
"""

from __future__ import annotations

import inspect
import re
import sys
from pathlib import Path
from typing import Any

import click

from rashomon import api, app
from rashomon.app.claim_table import CLAIM_TABLE
from rashomon.cli import main as command_line
from rashomon.codes import ALL_CODES
from rashomon.rendering.exports.tables import TABLES
from rashomon.web import api_document

#: Annotations stand in quotation marks in a signature, because they are read only when asked for.
_ANNOTATION = re.compile(r"(: |-> )'([^']*)'")
FOLDER = Path(__file__).resolve().parent.parent / "docs" / "reference"


def commands_page() -> str:
    """Every command's help, as it is printed."""
    parts = ["# Commands", "", "Made by `scripts/write_reference.py`.", ""]
    context = click.Context(command_line, info_name="rashomon", max_content_width=92)
    parts += ["```", command_line.get_help(context), "```", ""]
    for name, command in sorted(command_line.commands.items()):
        inner = click.Context(command, info_name=name, parent=context, max_content_width=92)
        parts += [f"## rashomon {name}", "", "```", command.get_help(inner), "```", ""]
    parts += [
        "Exit codes: 0 done, 2 wrong use, 3 no source could be read, 4 a part is unavailable, 5 store,",
        "70 a defect of the program.",
        "",
    ]
    return "\n".join(parts)


def codes_page() -> str:
    """Every issue code and its meaning."""
    rows = [f"| `{code}` | {meaning} |" for code, meaning in sorted(ALL_CODES.items())]
    return "\n".join(
        ["# Issue codes", "", "Made by `scripts/write_reference.py`.", "", "| code | meaning |", "|---|---|", *rows, ""]
    )


def fields_page() -> str:
    """Every record of the dossier with its fields and types, from the JSON Schema."""
    definitions: dict[str, Any] = app.schema()["$defs"]
    parts = ["# Fields of dossier.json", "", "Made by `scripts/write_reference.py` from `rashomon schema`.", ""]
    for name, definition in sorted(definitions.items()):
        text = " ".join(str(definition.get("description", "")).split())
        parts += [f"## {name}", "", text, "", "| field | type |", "|---|---|"]
        parts += [f"| `{field}` | {_type(shape)} |" for field, shape in definition.get("properties", {}).items()]
        parts.append("")
    return "\n".join(parts)


def tables_page() -> str:
    """Every table of the Parquet and Arrow exports with its columns."""
    intro = "Made by `scripts/write_reference.py`. `rashomon export parquet` and `arrow` write a file a table."
    kinds = (
        "`text` is UTF-8, `number` a 64-bit float, `count` a 64-bit integer, `flag` true or false, `day` a date, "
        "`texts` a list of text."
    )
    parts = ["# Tables of the Parquet and Arrow exports", "", intro, "", kinds, ""]
    for table in (*TABLES, CLAIM_TABLE):
        parts += [f"## {table.name}", "", table.about, "", "| column | type | what |", "|---|---|---|"]
        parts += [f"| `{c.name}` | {c.kind} | {c.about} |" for c in table.columns]
        parts.append("")
    return "\n".join(parts)


def _type(shape: dict[str, Any]) -> str:
    if "$ref" in shape:
        name = shape["$ref"].rsplit("/", 1)[-1]
        return f"[{name}](#{name.lower()})"
    if "anyOf" in shape:
        return " or ".join(_type(s) for s in shape["anyOf"])
    if "enum" in shape:
        return ", ".join("null" if v is None else f"`{v}`" for v in shape["enum"])
    if shape.get("type") == "array":
        inner = shape.get("items")
        return f"list of {_type(inner)}" if isinstance(inner, dict) else "list"
    return str(shape.get("format") or shape.get("type") or "any")


def api_page() -> str:
    """Every route of the HTTP API with its parameters, from its OpenAPI document."""
    document = api_document()
    parts = [
        "# HTTP API", "",
        "Made by `scripts/write_reference.py` from `/api/v1/openapi.json`, which has every schema.", "",
        "`rashomon serve` answers below `/api/v1`. Every answer has an `ETag` of the project's state (send it back as",
        "`If-None-Match`); lists have `items` and `next`, the address of the following page; every error is",
        '`{"error": {"status", "message", "suggestion"}}`. With `--token` send `Authorization: Bearer TOKEN`;',
        "a browser bears its session, and for what changes something the form's token (`X-Rashomon-Token`) too.", "",
    ]  # fmt: skip
    for path, operations in document["paths"].items():
        for method, told in operations.items():
            parts += [f"## {method.upper()} {path}", "", told["description"], ""]
            asked = [p for p in told.get("parameters", ()) if p["in"] == "query"]
            if asked:
                parts += ["| parameter | what |", "|---|---|"]
                parts += [f"| `{p['name']}` | {p.get('description', '')} |" for p in asked] + [""]
            parts += ["Answers: " + ", ".join(told["responses"]) + ".", ""]
    return "\n".join(parts)


def python_page() -> str:
    """Every function and class of `rashomon.api` with its signature and docstring."""
    parts = [
        "# Python",
        "",
        "Made by `scripts/write_reference.py`. [Five pages of examples](../notebooks/README.md).",
        "",
    ]
    for name in sorted(api.__all__, key=lambda n: (n[0].isupper(), n)):
        found = getattr(api, name)
        if inspect.isfunction(found):
            parts += [
                f"## api.{name}",
                "",
                "```python",
                name + _ANNOTATION.sub(r"\1\2", str(inspect.signature(found))),
                "```",
                "",
            ]
            parts += [inspect.getdoc(found) or "", ""]
            continue
        parts += [f"## {name}", "", inspect.getdoc(found) or "", "", "| member | what |", "|---|---|"]
        parts += [
            f"| `{member}` | {(inspect.getdoc(value) or '').splitlines()[0]} |"
            for member, value in vars(found).items()
            if not member.startswith("_") and (inspect.isfunction(value) or isinstance(value, property))
        ]
        parts.append("")
    return "\n".join(parts)


def index_page() -> str:
    """The list of the reference pages."""
    lines = [
        "# Reference",
        "",
        "- [Commands](commands.md)",
        "- [Issue codes](issue-codes.md)",
        "- [Fields of dossier.json](fields.md)",
        "- [HTTP API](http-api.md)",
        "- [Python](python.md)",
        "- [Exports](exports.md)",
        "- [Tables of the Parquet and Arrow exports](tables.md)",
        "- [Accuracy](accuracy.md)",
        "- [Benchmarks](benchmarks.md)",
        "- [Hard use](hard-use.md)",
        "- [Natural copies](natural-copies.md)",
        "- [The workspace in pictures](workspace-views.md)",
        "- [Licences](licences.md) of what is installed",
        "",
    ]
    return "\n".join(lines)


def main() -> None:
    """Write the pages, or say which are out of date."""
    pages = {
        "commands.md": commands_page(),
        "issue-codes.md": codes_page(),
        "fields.md": fields_page(),
        "tables.md": tables_page(),
        "http-api.md": api_page(),
        "python.md": python_page(),
        "README.md": index_page(),
    }
    stale = [n for n, text in pages.items() if not (FOLDER / n).is_file() or (FOLDER / n).read_text("utf-8") != text]
    if "--check" in sys.argv:
        sys.exit(f"out of date: {', '.join(stale)}: run scripts/write_reference.py" if stale else 0)
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name in stale:
        (FOLDER / name).write_text(pages[name], "utf-8")


if __name__ == "__main__":
    main()
