"""Every change there is, one class each; a module a topic. `AnyChange` is what the log can hold."""

from __future__ import annotations

from typing import TypeAlias

from launchready.launch.changes.base import Change, Judgement
from launchready.launch.changes.claims import (
    ClaimAdded,
    ClaimEdited,
    ClaimEvidenceAccepted,
    ClaimEvidenceAdded,
    ClaimEvidenceRemoved,
    ClaimRemoved,
    ClaimStateChanged,
)
from launchready.launch.changes.escalation import Escalated, EscalationWithdrawn, Ruled, RulingWithdrawn
from launchready.launch.changes.launch import CalledOff, DecisionRecorded, LaunchCreated, LaunchEdited, Resumed
from launchready.launch.changes.people import (
    DeciderChanged,
    DelegateNamed,
    DelegateRemoved,
    LeadChanged,
    PersonAdded,
    PersonEdited,
    PersonRemoved,
)
from launchready.launch.changes.raci import ActivityAdded, ActivityEdited, ActivityRemoved, LettersSet
from launchready.launch.changes.sign_offs import (
    ChecklistAgreed,
    ConditionAccepted,
    ConditionMet,
    ConditionReleased,
    SignedOff,
    SignOffWithdrawn,
)
from launchready.launch.changes.task_parts import (
    AcknowledgementWithdrawn,
    EvidenceAdded,
    EvidenceRemoved,
    EvidenceReplaced,
    StepAdded,
    StepEdited,
    StepRemoved,
    TaskAcknowledged,
    TaskSentBack,
)
from launchready.launch.changes.tasks import GateConfirmed, TaskAdded, TaskEdited, TaskProgressed, TaskRemoved
from launchready.launch.changes.waivers import (
    WaiverAsked,
    WaiverConsented,
    WaiverRenewed,
    WaiverReviewed,
    WaiverWithdrawn,
)

AnyChange: TypeAlias = (
    LaunchCreated
    | LaunchEdited
    | CalledOff
    | Resumed
    | DecisionRecorded
    | PersonAdded
    | PersonEdited
    | PersonRemoved
    | LeadChanged
    | DeciderChanged
    | DelegateNamed
    | DelegateRemoved
    | TaskAdded
    | TaskRemoved
    | TaskEdited
    | TaskProgressed
    | GateConfirmed
    | EvidenceAdded
    | EvidenceRemoved
    | EvidenceReplaced
    | StepAdded
    | StepRemoved
    | StepEdited
    | TaskAcknowledged
    | TaskSentBack
    | AcknowledgementWithdrawn
    | WaiverAsked
    | WaiverConsented
    | WaiverReviewed
    | WaiverRenewed
    | WaiverWithdrawn
    | ClaimAdded
    | ClaimRemoved
    | ClaimEdited
    | ClaimStateChanged
    | ClaimEvidenceAdded
    | ClaimEvidenceRemoved
    | ClaimEvidenceAccepted
    | ChecklistAgreed
    | SignedOff
    | SignOffWithdrawn
    | ConditionAccepted
    | ConditionMet
    | ConditionReleased
    | Escalated
    | EscalationWithdrawn
    | Ruled
    | RulingWithdrawn
    | ActivityAdded
    | ActivityRemoved
    | ActivityEdited
    | LettersSet
)

__all__ = [
    "AcknowledgementWithdrawn",
    "ActivityAdded",
    "ActivityEdited",
    "ActivityRemoved",
    "AnyChange",
    "CalledOff",
    "Change",
    "ChecklistAgreed",
    "ClaimAdded",
    "ClaimEdited",
    "ClaimEvidenceAccepted",
    "ClaimEvidenceAdded",
    "ClaimEvidenceRemoved",
    "ClaimRemoved",
    "ClaimStateChanged",
    "ConditionAccepted",
    "ConditionMet",
    "ConditionReleased",
    "DeciderChanged",
    "DecisionRecorded",
    "DelegateNamed",
    "DelegateRemoved",
    "Escalated",
    "EscalationWithdrawn",
    "EvidenceAdded",
    "EvidenceRemoved",
    "EvidenceReplaced",
    "GateConfirmed",
    "Judgement",
    "LaunchCreated",
    "LaunchEdited",
    "LeadChanged",
    "LettersSet",
    "PersonAdded",
    "PersonEdited",
    "PersonRemoved",
    "Resumed",
    "Ruled",
    "RulingWithdrawn",
    "SignOffWithdrawn",
    "SignedOff",
    "StepAdded",
    "StepEdited",
    "StepRemoved",
    "TaskAcknowledged",
    "TaskAdded",
    "TaskEdited",
    "TaskProgressed",
    "TaskRemoved",
    "TaskSentBack",
    "WaiverAsked",
    "WaiverConsented",
    "WaiverRenewed",
    "WaiverReviewed",
    "WaiverWithdrawn",
]
