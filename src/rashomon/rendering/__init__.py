"""Dossiers as files: each format is a module of its own; `render_all` writes them all."""

from __future__ import annotations

from rashomon.rendering.all_files import FILE_NAMES, render_all, render_index
from rashomon.rendering.comparison_text import comparison_text
from rashomon.rendering.group_lines import group_line

__all__ = ["FILE_NAMES", "comparison_text", "group_line", "render_all", "render_index"]
