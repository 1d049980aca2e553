from __future__ import annotations

from launchready.desktop.window import Window


def rename(window: Window, name: str) -> None:
    window.bridge.make(lambda draft: draft.edit_launch(name=name), str)
    window.top.show_launch(window.bridge)


def whole(window: Window) -> bool:
    label = window.top._name
    return label.width() >= label.fontMetrics().horizontalAdvance(label.text())


def test_the_name_stays_whole_and_the_details_give_way(window: Window) -> None:
    details = []
    for width in (1280, 900, 760):
        window.resize(width, 600)
        window.top.layout().activate()  # type: ignore[union-attr]
        assert whole(window)
        details.append(window.top._after.text())
    assert details[0] == " · go/no-go Sun 22 Nov · launches Wed 25 Nov, 09:00"
    assert "09:00" not in details[1]
    assert "go/no-go" not in details[2]


def test_a_long_name_takes_the_room_of_the_details_but_holds_no_window_open(window: Window) -> None:
    rename(window, "Atlas 3.0, the release for the whole of the enterprise and its partners")
    window.resize(1000, 600)
    window.top.layout().activate()  # type: ignore[union-attr]
    assert window.top._after.text() == ""
    assert window.top._name.width() > 250
    window.resize(760, 600)
    assert window.width() == 760
