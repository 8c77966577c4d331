"""The MCP server: tools by which a language model's client reads one project, and adds to it where it is allowed to."""

from __future__ import annotations

from rashomon.mcp_server.server import create_server

__all__ = ["create_server"]
