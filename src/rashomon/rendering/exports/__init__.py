"""Exports: dossiers in the field's own formats, one module (or folder) a format and one line in `formats.FORMATS`."""

from __future__ import annotations

from rashomon.rendering.exports.formats import FORMATS, find_format
from rashomon.rendering.exports.loss_text import loss_json, loss_markdown
from rashomon.rendering.exports.shape import Format

__all__ = ["FORMATS", "Format", "find_format", "loss_json", "loss_markdown"]
