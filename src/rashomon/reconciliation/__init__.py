"""Figures reconciled: questions, series, relations, assessments, disagreements; and what changed between two
dossiers.
"""

from rashomon.model.comparison import Change, Comparison
from rashomon.reconciliation.compare_dossiers import compare
from rashomon.reconciliation.reconcile_figures import reconcile_figures

__all__ = ["Change", "Comparison", "compare", "reconcile_figures"]
