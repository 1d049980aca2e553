"""What a launch's checklist lost or changed on its way into a template, in words."""

from __future__ import annotations

ADAPTED = {
    "due-missing": "no due date; the template gives one",
    "gate-moved-to-go-no-go": "moved to the go/no-go date, by which a gate is due",
    "owner-left-out": "owned by somebody who is no lead, so the template names no owner",
    "reviewer-left-out": "the reviewer has no role that a template could name",
    "prerequisite-left-out": "a prerequisite is not in the template",
    "raci-left-out": "breaks the RACI rule and was left out",
}
