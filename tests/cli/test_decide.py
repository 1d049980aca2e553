"""`decide`, `call-off` and `resume`."""

from __future__ import annotations

from tests.cli.desk import DECIDER, PM, PMM, Desk


def test_a_decision_is_recorded_and_compared(desk: Desk) -> None:
    desk.finish()
    desk.sign("pm")
    desk.sign("pmm")
    desk.do("decide", "--present", PM, "--present", PMM, "--next", "2026-12-14", "--note", "By phone", by=DECIDER)
    recorded = desk.json("status")["recorded"]
    assert (recorded["verdict"], recorded["rule"], recorded["present"]) == ("go", 8, [PM, PMM])
    assert (recorded["by"], recorded["next_checkpoint"], recorded["note"]) == (DECIDER, "2026-12-14", "By phone")
    assert recorded["digests"].keys() == {"pm", "pmm"}
    assert "Go recorded 15 Nov 2026." in desk.do("status")
    desk.do("task reopen", "PMM-1")
    assert "Go recorded 15 Nov 2026; Not ready now." in desk.do("status")


def test_a_checkpoint_is_a_date(desk: Desk) -> None:
    assert "soon" in desk.refused("decide", "--next", "soon")


def test_called_off_and_resumed(desk: Desk) -> None:
    assert "--reason" in desk.refused("call-off")
    desk.do("call-off", "--reason", "No market", by=DECIDER)
    desk.stands(
        "scrubbed",
        1,
        "called-off",
        *(f"gate-open {key}" for key in ("PM-1", "PM-2", "PM-3", "PMM-1", "PMM-2", "J-1")),
        "sign-off-missing pm",
        "sign-off-missing pmm",
    )
    assert "resume" in desk.refused("sign", "--lane", "pm", "--position", "no-go")
    desk.refused("call-off", "--reason", "Again")
    desk.do("resume", by=PMM)
    assert desk.json("status")["verdict"] == "not-ready"
    desk.refused("resume")
