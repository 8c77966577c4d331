"""Figures reconciled: questions, series, relations, assessments, disagreements; and what changed between two dossiers."""

from rashomon.reconciliation.compare_dossiers import Change, Comparison, compare
from rashomon.reconciliation.reconcile_figures import reconcile_figures

__all__ = ["Change", "Comparison", "compare", "reconcile_figures"]
