"""Exports: the formats, a story in one of them as a stream, and what that cannot carry."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Mapping
from typing import Annotated, Literal

from fastapi import APIRouter, Depends, Query
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from rashomon import app
from rashomon.model.exported import Exported, ExportOptions
from rashomon.web.api.answers import answer, tag_of, unchanged
from rashomon.web.api.asked import AsOf, Policy, StoryId, Words, dossier_of, reader
from rashomon.web.api.schemas import Responses, error_responses, one, returns
from rashomon.web.site import site_of

router = APIRouter(tags=["exports"], dependencies=[Depends(reader)])
_CHUNK = 65_536
HouseholdSize = Annotated[float | None, Query(ge=1, le=20, description="Persons a household, for IDMC's totals.")]
_FILE: Responses = {200: {"description": "The file, or a zip of several.", "content": {"application/octet-stream": {}}}}


@router.get("/formats", responses=returns({"type": "array", "items": one("FormatLine")}))
def formats(request: Request) -> Response:
    """The export formats with what each is for."""
    return answer(request, app.formats)


@router.get("/stories/{story}/exports/{format}", responses={**_FILE, **error_responses(400, 401, 403, 404, 501, 503)})
def export(
    request: Request, story: StoryId, format: StoryId, as_of: AsOf = None, policy: Policy = "recommended",
    split_days: bool = False, unknown_plural: Literal["3", "10"] = "3",
    household_size: HouseholdSize = None, since: Words = None,
) -> Response:  # fmt: skip
    """A story in a format of the field, streamed; several files come as one zip."""
    same = unchanged(request)
    if same is not None:
        return same
    options = _options(request, story, split_days, unknown_plural, household_size, since)
    made = _made(request, story, format, as_of, policy, options)
    line = next(f for f in app.formats() if f.name == format)
    name, content = next(iter(made.files.items())) if len(made.files) == 1 else (f"{format}.zip", _zipped(made.files))
    kind = line.media_type if len(made.files) == 1 else "application/zip"
    headers = {
        "content-disposition": f'attachment; filename="{name.rpartition("/")[2]}"',
        "content-length": str(len(content)),
        "etag": tag_of(request),
        "cache-control": "private, no-cache",
    }
    return StreamingResponse(_pieces(content), media_type=kind, headers=headers)


@router.get("/stories/{story}/exports/{format}/losses", responses=returns(one("LossReport"), 404, 501))
def losses(
    request: Request, story: StoryId, format: StoryId, as_of: AsOf = None, policy: Policy = "recommended",
    split_days: bool = False, unknown_plural: Literal["3", "10"] = "3",
    household_size: HouseholdSize = None, since: Words = None,
) -> Response:  # fmt: skip
    """What an export cannot carry, and which records it leaves out or simplifies, with the reason of each."""

    def made() -> object:
        options = _options(request, story, split_days, unknown_plural, household_size, since)
        return _made(request, story, format, as_of, policy, options).report

    return answer(request, made)


def _made(
    request: Request, story: str, format_name: str, as_of: str | None, policy: Policy, options: ExportOptions
) -> Exported:
    dossier = dossier_of(request, story, as_of, policy)
    return app.export_dossiers(format_name, [dossier], options, site_of(request).address)


def _options(
    request: Request, story: str, split_days: bool, plural: str, household: float | None, since: str | None
) -> ExportOptions:
    earlier = dossier_of(request, story, since, "recommended") if since else None
    return ExportOptions(
        split_days=split_days, unknown_plural=10 if plural == "10" else 3, household_size=household, since=earlier
    )


def _pieces(content: bytes) -> Iterator[bytes]:
    for start in range(0, len(content), _CHUNK):
        yield content[start : start + _CHUNK]


def _zipped(files: Mapping[str, bytes]) -> bytes:
    """The files in one zip, whose bytes depend on theirs alone."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()
