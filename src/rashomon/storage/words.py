"""Text as columns hold it: what one of the databases could not hold is replaced before it gets there."""

from __future__ import annotations

import re
from typing import Any

from sqlalchemy import Text
from sqlalchemy.types import TypeDecorator

_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


class Words(TypeDecorator[str]):
    """A column of text: PostgreSQL's holds no NUL, neither database a lone surrogate. Records keep their own words."""

    impl = Text
    cache_ok = True

    @property
    def python_type(self) -> type[Any]:
        """The type of a value: str."""
        return str

    def process_bind_param(self, value: str | None, dialect: object) -> str | None:  # noqa: ARG002 - the same for both
        """The text without what cannot be held."""
        return None if value is None else _LONE_SURROGATE.sub("\ufffd", value.replace("\x00", " "))
