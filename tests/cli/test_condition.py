"""`condition`: accepted, met and released by the other lead."""

from __future__ import annotations

from tests.cli.desk import PM, PMM, Desk


def states(desk: Desk) -> list[str]:
    return [row["state"] for row in desk.json("condition list")["conditions"]]


def test_only_the_other_lead_judges(desk: Desk) -> None:
    assert desk.do("condition list") == "No conditions.\n"
    desk.finish("PMM-1")
    desk.sign("pmm", "conditions", "--condition", "Train; ; ; PMM-1", "--condition", "Tell the press")
    assert states(desk) == ["proposed", "proposed"]
    assert PM in desk.refused("condition accept", "CD-1", by=PMM)
    desk.do("condition accept", "CD-1", "CD-2", by=PM)
    assert states(desk) == ["accepted", "accepted"]
    assert "by what it covers" in desk.refused("condition met", "CD-1", by=PM)
    desk.do("condition met", "CD-2", by=PM)
    assert states(desk) == ["accepted", "met"]
    desk.do("condition release", "CD-1", "--reason", "No longer needed", by=PM)
    assert states(desk) == ["released", "met"]
    desk.refused("condition accept", "CD-1", by=PM)
    assert "did you mean CD-" in desk.refused("condition accept", "CD-9", by=PM)


def test_an_accepted_condition_outlives_its_sign_off(desk: Desk) -> None:
    desk.finish("PMM-1")
    desk.sign("pmm", "conditions", "--condition", "Train; ; ; PMM-1")
    desk.do("condition accept", "CD-1", by=PM)
    desk.do("withdraw", by=PMM)
    assert states(desk) == ["accepted"]
    desk.do("task done", "PMM-1", by=PMM)
    assert states(desk) == ["met"]
