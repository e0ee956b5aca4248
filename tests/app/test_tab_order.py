"""Tab goes as one reads: question, foot, panel, rail, bar; and through what was added later."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from bruiseaid.app.parts.tab_order import stops_in
from bruiseaid.app.screens.state import DO_NOW, asking
from tests.journeys.driver import Driver
from tests.journeys.test_vignettes import vignette

BABY = vignette("V01")["case"]["answers"]


def walk(hands: Driver, steps: int) -> list[QWidget]:
    """Where Tab stops, in order."""
    found = []
    for _ in range(steps):
        hands.press(Qt.Key.Key_Tab)
        focus = QApplication.focusWidget()
        assert focus is not None
        found.append(focus)
    return found


def test_tab_goes_from_the_title_through_the_question_to_continue(hands: Driver) -> None:
    hands.click("start")
    hands.click("emergency_signs=none")
    hands.forward()
    names = [widget.objectName() for widget in walk(hands, 6)]
    assert names == ["immediate_danger=yes", "why", "back", "forward", "foot_link", "step:emergency"]


def test_the_first_tab_goes_to_the_first_answer_of_every_question(hands: Driver) -> None:
    """Not to why it is asked, nor to the strip above; what was answered comes as it stands."""
    hands.reach_result(BABY)
    assert hands.state.journey is not None
    elsewhere = {}
    for page in hands.state.journey.pages:
        hands.window.session.go_to(asking(page.questions[0]))
        hands.rest()
        (first,) = walk(hands, 1)
        if not hands.shown(f"question:{page.questions[0]}").isAncestorOf(first):
            elsewhere[page.questions[0]] = first.objectName()
    assert not elsewhere


def sides_without_ring(hands: Driver) -> list[str]:
    """Where the ring round what has the focus is not drawn in full strength, in the middle of each of its sides."""
    focus, image = QApplication.focusWidget(), hands.window.grab().toImage()
    ring = hands.window._ring.drawn_round()
    if focus is None or ring is None:
        return ["all"]
    middle, colour = ring.center(), hands.window.look.colour("focus").name()
    at = {
        "left": (ring.left() + 1, middle.y()),
        "right": (ring.right() - 1, middle.y()),
        "top": (middle.x(), ring.top() + 1),
        "bottom": (middle.x(), ring.bottom() - 1),
    }
    return [side for side, place in at.items() if image.pixelColor(*place).name() != colour]


def test_the_ring_round_every_stop_is_whole(hands: Driver) -> None:
    hands.click("start")
    hands.walk_to("features", BABY)
    hands.click("act_now")
    hands.click("strip.rung")
    cut = {}
    for place in ("", DO_NOW):
        if place:
            hands.window.session.go_to(place)
        first = walk(hands, 1)[0]
        while True:
            focus = QApplication.focusWidget()
            assert focus is not None
            if sides := sides_without_ring(hands):
                cut[f"{hands.place} {focus.objectName()}"] = sides
            if walk(hands, 1)[0] is first:
                break
    assert not cut


def test_what_is_missing_comes_before_what_stands_below_it(hands: Driver) -> None:
    hands.click("start")
    hands.click("change_an_answer")
    hands.forward()
    names = [stop.objectName() for stop in stops_in(hands.window.whole.shelf)]
    assert names[0] == "error_summary"
    assert names[1].startswith("missing:")
    first_change = next(place for place, name in enumerate(names) if name.startswith("change:"))
    assert all(not name.startswith("missing:") for name in names[first_change:])
