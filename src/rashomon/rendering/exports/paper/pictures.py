"""Charts and maps as PNG pictures, drawn with the page's own colours and a font of the package."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import as_file, files
from typing import Any

from markupsafe import Markup

from rashomon.errors import PartError

#: Pixels a unit of the drawing: sharp in print at the width of a page.
ZOOM = 2
_FONT = "DejaVu Sans Condensed"
_VARIABLE = re.compile(r"var\(--([\w-]+)\)")


def png(svg: Markup) -> bytes:
    """The drawing as a PNG on white; the same drawing gives the same bytes, whatever fonts a machine has.

    Raises PartError where resvg-py is missing.
    """
    resvg = _resvg()
    drawing = str(svg).replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1)
    with as_file(files("rashomon").joinpath("data", "fonts")) as fonts:
        made = resvg.svg_to_bytes(
            svg_string=drawing,
            style_sheet=flat_styles(),
            skip_system_fonts=True,
            font_files=[str(fonts / f"DejaVuSansCondensed{face}.ttf") for face in ("", "-Bold")],
            font_family=_FONT,
            sans_serif_family=_FONT,
            background="#ffffff",
            zoom=ZOOM,
        )
    return bytes(made)


@cache
def flat_styles() -> str:
    """The page's rules for charts and maps in its light colours, each variable replaced by its value."""
    whole = files("rashomon").joinpath("rendering", "templates", "style.css").read_text(encoding="utf-8")
    values = dict(re.findall(r"--([\w-]+): ([^;]+);", whole[: whole.index("}")]))
    values |= {"sans": f'"{_FONT}"', "paper": "#ffffff"}
    rules = whole[whole.index("/* charts */") : whole.index("/* lists */")]
    return _VARIABLE.sub(lambda found: values[found[1]], rules)


def _resvg() -> Any:
    try:
        import resvg_py
    except ImportError as error:
        raise PartError(
            "Documents with pictures need resvg-py.", "Install it: pip install 'rashomon[word]'."
        ) from error
    return resvg_py
