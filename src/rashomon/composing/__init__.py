"""The composing stage: a reconciled story in, its dossier out, every sentence checked against what it cites."""

from rashomon.composing.compose_dossier import compose_dossier
from rashomon.composing.editing import edit_dossier
from rashomon.composing.verify import verify_dossier

__all__ = ["compose_dossier", "edit_dossier", "verify_dossier"]
