"""The HTTP API, version 1, mounted by the workspace at `/api/v1`: JSON over the use cases, one module a subject."""

from __future__ import annotations

from rashomon.web.api.application import PREFIX, api_document, create_api

__all__ = ["PREFIX", "api_document", "create_api"]
