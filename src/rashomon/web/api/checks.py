"""Checking a sentence of one's own against the record."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter
from pydantic import BaseModel, Field
from starlette.requests import Request
from starlette.responses import Response

from rashomon import app
from rashomon.web.api.answers import JSON, encoded
from rashomon.web.api.asked import StoryId, dossier_of, reader
from rashomon.web.api.schemas import done, one

router = APIRouter(tags=["checks"])
_CHECKS = {"type": "array", "items": one("FigureCheck")}


class SentenceIn(BaseModel):
    """A sentence or short paragraph, and the instant whose record it is held against (none: now)."""

    sentence: Annotated[str, Field(min_length=1, max_length=5000)]
    as_of: Annotated[str, Field(max_length=40)] | None = None


@router.post("/stories/{story}/check", responses=done(_CHECKS, 404))
def check(request: Request, story: StoryId, given: SentenceIn) -> Response:
    """Whether the record bears out each figure of a sentence: by whom, as of when, with passages. Changes nothing."""
    reader(request)
    dossier = dossier_of(request, story, given.as_of, "recommended")
    return Response(encoded(app.check_sentence(given.sentence, dossier)), media_type=JSON)
