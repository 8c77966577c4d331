"""Dossiers as files: each format is a module of its own; `render_all` writes them all."""

from __future__ import annotations

from rashomon.rendering.all_files import FILE_NAMES, render_all, render_index

__all__ = ["FILE_NAMES", "render_all", "render_index"]
