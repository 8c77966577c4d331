"""The deciding stage: persons' judgements laid over the machine's results."""

from rashomon.deciding.check_decision import can_harm, check_decision
from rashomon.deciding.decide_claims import claims_of, decide_claims, decided_claims
from rashomon.deciding.decide_record import decide_record
from rashomon.deciding.follow_versions import follow_versions
from rashomon.deciding.show_decisions import reviewed_by, show_decisions
from rashomon.deciding.standing import forced_groups, newest_on, standing

__all__ = [
    "can_harm",
    "check_decision",
    "claims_of",
    "decide_claims",
    "decide_record",
    "decided_claims",
    "follow_versions",
    "forced_groups",
    "newest_on",
    "reviewed_by",
    "show_decisions",
    "standing",
]
