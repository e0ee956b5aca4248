"""The window in use: step change, hover and hit-test on the body map, memory; and what ten stories take by hand.

    python bench/window.py

Ratios are against a yardstick measured in the same run: the very same screens, prebuilt in a QStackedWidget that fills
a window and only flipped, a full redraw of the map, a linear search over its shapes, an empty window. A step is all
from the intention to the new screen painted: what follows is worked out, the draft is written, page, rail, panel and
foot are shown. The yardstick works nothing out. As where the limit was found, it is the whole window that is flipped.
A second, stricter ratio flips the page alone; the frame round it, wrong for that page, is left as it is.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from statistics import median

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "src")]

from PySide6.QtCore import QPointF  # noqa: E402
from PySide6.QtGui import QPainterPath  # noqa: E402
from PySide6.QtTest import QTest  # noqa: E402
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget, QWidget  # noqa: E402
from shiboken6 import isValid  # noqa: E402

from bench import memory  # noqa: E402
from bruiseaid.app.body.picking import picker  # noqa: E402
from bruiseaid.app.body.shapes import shapes  # noqa: E402
from bruiseaid.app.body.spots import Spot  # noqa: E402
from bruiseaid.app.body_map import BodyMap  # noqa: E402
from bruiseaid.app.screens.state import CHECK, DO_NOW, asking  # noqa: E402
from bruiseaid.record.figures import figure  # noqa: E402
from tests.journeys.driver import Driver  # noqa: E402
from tests.journeys.test_vignettes import vignette  # noqa: E402

READING_MS = 1000
BETWEEN_MS = 100
"""Between two steps, on both sides: no hand is quicker, and the disk takes what the last one has saved."""
WIDE, HIGH = 1280, 800
TEN = ("V01", "V02", "V05", "V08", "V12", "V19", "V28", "V36", "V39", "V45")


def milliseconds(act: Callable[[], object], times: int) -> list[float]:
    """How long each of so many goes takes."""
    taken = []
    for _ in range(times):
        begun = time.perf_counter()
        act()
        taken.append(1000 * (time.perf_counter() - begun))
    return taken


def steps(hands: Driver) -> None:
    """Step change between the heaviest pages, and along the whole road with a second on each page."""
    places = _heaviest(hands)
    session = hands.window.session

    def go(place: str) -> None:
        session.go_to(place)
        QApplication.processEvents()

    shelf = hands.window.whole.shelf
    pages = {place: _kept(go, shelf, place) for place in places}

    def flip(place: str) -> None:
        shelf.setCurrentWidget(pages[place])
        QApplication.processEvents()

    def ready(place: str) -> None:
        """The pages that are flipped are there, though the program may have let one go meanwhile."""
        if not isValid(pages[place]):
            here = session.state.ui.place
            pages[place] = _kept(go, shelf, place)
            go(here)

    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        window, stack = _prebuilt(Path(folder), places)

        def flip_all(place: str) -> None:
            stack.setCurrentIndex(places.index(place))
            QApplication.processEvents()

        ours, floor, page_floor = _turn_about((go, flip_all, flip), places, ready)
        window.close()
    print(f"step change, seen before: {_told(ours)} (a frame is 16.7)")
    print(f"  the same screens only flipped: {_told(floor)}; ratio {median(ours) / median(floor):.2f}")
    print(f"  the pages alone: {_told(page_floor)}; ratio {median(ours) / median(page_floor):.2f}")
    hands.window.whole.restyle()
    QApplication.processEvents()  # the page that is shown is laid out, as it is wherever someone looks at it
    assert hands.state.journey is not None
    road = [asking(page.questions[0]) for page in hands.state.journey.pages]
    go(road[0])
    first = []
    for place in (*road[1:], DO_NOW, CHECK):
        QTest.qWait(READING_MS)
        first += milliseconds(partial(go, place), 1)
    print(f"step change, seen for the first time: {_told(first)}")


def _prebuilt(folder: Path, places: list[str]) -> tuple[QMainWindow, QStackedWidget]:
    """A window, and the stack that fills it and has the whole screen of each place, made and shown once."""
    window, stack = QMainWindow(), QStackedWidget()
    for number, place in enumerate(places):
        data = folder / str(number)
        data.mkdir()
        hands = walked(data)
        hands.window.session.go_to(place)
        QTest.qWait(READING_MS)
        stack.addWidget(hands.window.takeCentralWidget())
        hands.window.close()
    window.setCentralWidget(stack)
    window.resize(WIDE, HIGH)
    window.show()
    return window, stack


def _told(taken: list[float]) -> str:
    return f"median {median(taken):.1f} ms, p95 {sorted(taken)[int(len(taken) * 0.95)]:.1f}, slowest {max(taken):.1f}"


def _turn_about(
    ways: tuple[Callable[[str], None], ...], places: list[str], ready: Callable[[str], None]
) -> tuple[list[float], ...]:
    """How long each step takes in each way: one round in one way, one in the next, so that the machine is the same."""
    for way in ways:
        for place in places * 2:
            ready(place)
            way(place)
    taken: tuple[list[float], ...] = tuple([] for _ in ways)
    for _ in range(30):
        for way, times in zip(ways, taken, strict=True):
            for place in places:
                QTest.qWait(BETWEEN_MS)
                if way is ways[-1]:
                    ready(place)
                times += milliseconds(partial(way, place), 1)
    return taken


def _heaviest(hands: Driver) -> list[str]:
    """The body map, the page with the most answers to tick, and what to do now."""
    marks = next(one for one in hands.state.protocol.questions if one.type == "marks")
    asked = [page.questions[0] for page in hands.state.journey.pages] if hands.state.journey else []
    most = max(asked, key=lambda name: len(hands.question(name).options))
    return [asking(marks.id), asking(most), DO_NOW]


def _kept(go: Callable[[str], None], shelf: QStackedWidget, place: str) -> QWidget:
    """The page of that place, ready to be shown again."""
    go(place)
    page = shelf.currentWidget()
    assert page is not None
    return page


def walked(data: Path) -> Driver:
    """A window in which the first story was answered."""
    hands = Driver(data)
    hands.click("start")
    hands.walk(vignette("V01")["case"]["answers"], to_finish=False)
    return hands


def body_map(hands: Driver) -> None:
    """Hit-test against a linear search, and the repaint of one region against the whole."""
    marks = next(one for one in hands.state.protocol.questions if one.type == "marks")
    hands.window.session.go_to(asking(marks.id))
    QApplication.processEvents()
    body = hands.shown("body_map")
    assert isinstance(body, BodyMap)
    view = body.views()[0]
    keys = sorted(body.keys(view))
    points = [figure(view).regions[key].anchor for key in keys]
    hits = milliseconds(lambda: [picker(view).at(point) for point in points], 50)
    linear = milliseconds(lambda: [_linear(view, QPointF(*point)) for point in points], 50)
    print(f"hit-test: {1000 * median(hits) / len(points):.1f} us, ratio to linear {median(hits) / median(linear):.2f}")
    spots = iter([Spot(view, key) for key in keys] * 100)

    def hover() -> None:
        body._point_at(next(spots))
        QApplication.processEvents()

    def whole() -> None:
        body._stale()
        QApplication.processEvents()

    hover()
    one, full = milliseconds(hover, 60), milliseconds(whole, 20)
    ratio = median(one) / median(full)
    print(f"hover: {median(one):.2f} ms, ratio to a full redraw ({median(full):.1f} ms) {ratio:.2f}")


def _linear(view: str, point: QPointF) -> str | None:
    paths: Mapping[str, QPainterPath] = shapes(view).regions
    return next((key for key, path in paths.items() if path.contains(point)), None)


class Ringing(Driver):
    """Hands that note after how many interactions the number to ring could first be opened."""

    to_ring = 0

    def click(self, name: str) -> None:
        super().click(name)
        if not self.to_ring and self.find("act_now") is not None:
            self.to_ring = self.interactions + 1


def stories() -> None:
    """Clicks, key chords and fields filled from Start to the number to ring, to the outcome and to the PDF."""
    for name in TEN:
        with tempfile.TemporaryDirectory() as data:
            hands = Ringing(Path(data))
            hands.click("start")
            hands.walk(vignette(name)["case"]["answers"], to_finish=True)
            outcome = hands.interactions
            hands.finish()
            ring = f"{hands.to_ring} interactions to the number to ring" if hands.to_ring else "no strip"
            print(f"{name}: {ring}, {outcome} to the outcome, {hands.interactions} to the PDF")
            hands.window.close()


def main() -> None:
    """Measures everything and prints it."""
    with tempfile.TemporaryDirectory() as data:
        hands = walked(Path(data))
        steps(hands)
        body_map(hands)
        hands.window.close()
    memory.main()
    stories()


if __name__ == "__main__":
    main()
