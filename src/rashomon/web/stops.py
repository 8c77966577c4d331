"""The stops of the as-of slider as the choices of a form: hundreds of a large story, the same on each of its pages."""

from __future__ import annotations

import datetime as dt

from markupsafe import Markup

from rashomon import app
from rashomon.model.remembered import remembered
from rashomon.rendering import wording


def stop_options(moments: tuple[app.Moment, ...], chosen: dt.datetime | None) -> Markup:
    """An option for each instant, the newest first, that of the page chosen."""
    options = _options(moments)
    if chosen is None:
        return options
    value = f'value="{chosen.isoformat()}"'
    return Markup(options.replace(value, f"{value} selected", 1))


@remembered(50)
def _options(moments: tuple[app.Moment, ...]) -> Markup:
    instants = (m.at.isoformat() for m in reversed(moments))
    option = Markup('<option value="{}">{}</option>')
    return Markup("").join(option.format(instant, wording.instant(instant)) for instant in instants)
