"""What a launch's checklist lost or changed on its way into a template, in words."""

from __future__ import annotations

from launchready.wording.language import QT_TR_NOOP, Texts

ADAPTED = Texts(
    {
        "due-missing": QT_TR_NOOP("no due date; the template gives one"),
        "gate-moved-to-go-no-go": QT_TR_NOOP("moved to the go/no-go date, by which a gate is due"),
        "owner-left-out": QT_TR_NOOP("owned by somebody who is no lead, so the template names no owner"),
        "reviewer-left-out": QT_TR_NOOP("the reviewer has no role that a template could name"),
        "prerequisite-left-out": QT_TR_NOOP("a prerequisite is not in the template"),
        "raci-left-out": QT_TR_NOOP("breaks the RACI rule and was left out"),
    }
)
