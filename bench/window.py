"""The window in use: step change, hover and hit-test on the body map, memory; and what ten stories take by hand.

    python bench/window.py

Ratios are against a yardstick measured in the same run: a prebuilt page of a QStackedWidget, a full redraw of the
map, a linear search over its shapes, an empty window.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from statistics import median

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "src")]

from PySide6.QtCore import QPointF  # noqa: E402
from PySide6.QtGui import QPainterPath  # noqa: E402
from PySide6.QtWidgets import QApplication, QLabel, QStackedWidget, QVBoxLayout, QWidget  # noqa: E402

from bruiseaid.app.body.picking import picker  # noqa: E402
from bruiseaid.app.body.shapes import shapes  # noqa: E402
from bruiseaid.app.body_map import BodyMap, Spot  # noqa: E402
from bruiseaid.app.screens.state import asking  # noqa: E402
from bruiseaid.record.figures import figure  # noqa: E402
from tests.journeys.driver import Driver  # noqa: E402
from tests.journeys.test_vignettes import vignette  # noqa: E402

TEN = ("V01", "V02", "V05", "V08", "V12", "V19", "V28", "V36", "V39", "V45")
MEMORY = """
import os, sys
{start}
with open("/proc/self/status") as status:
    print(next(line.split()[1] for line in status if line.startswith("VmRSS")))
"""
EMPTY = """
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication([]); window = QMainWindow(); window.resize(1280, 800); window.show()
for _ in range(5): app.processEvents()
"""
OURS = """
from pathlib import Path
from tests.journeys.driver import Driver
hands = Driver(Path({data!r})); hands.click("start")
"""
PDF = (
    OURS
    + """
from tests.journeys.test_vignettes import vignette
hands.walk(vignette("V01")["case"]["answers"], to_finish=False); hands.finish(early=True)
"""
)


def milliseconds(act: Callable[[], object], times: int) -> list[float]:
    """How long each of so many goes takes."""
    taken = []
    for _ in range(times):
        begun = time.perf_counter()
        act()
        taken.append(1000 * (time.perf_counter() - begun))
    return taken


def steps(hands: Driver) -> None:
    """Step change to the heaviest page and back, against a prebuilt page with as many labels."""
    marks = next(one for one in hands.state.protocol.questions if one.type == "marks")
    session = hands.window.session
    places = [asking(marks.id), *_heaviest(hands), "do_now"]

    def through() -> None:
        for place in places:
            session.go_to(place)
            QApplication.processEvents()

    through()
    ours = [one / len(places) for one in milliseconds(through, 20)]
    pages = _stack()

    def flip() -> None:
        pages.setCurrentIndex(1 - pages.currentIndex())
        QApplication.processEvents()

    floor = milliseconds(flip, 40)
    print(f"step change: median {median(ours):.1f} ms, slowest {max(ours):.1f} ms (a frame is 16.7)")
    print(f"  a prebuilt page of 60 labels: {median(floor):.1f} ms; ratio {median(ours) / median(floor):.2f}")


def _heaviest(hands: Driver) -> list[str]:
    """The page with the most answers to tick."""
    asked = [page.questions[0] for page in hands.state.journey.pages] if hands.state.journey else []
    most = max(asked, key=lambda name: len(hands.question(name).options))
    return [asking(most)]


def _stack() -> QStackedWidget:
    pages = QStackedWidget()
    for _ in range(2):
        page = QWidget()
        inside = QVBoxLayout(page)
        for number in range(60):
            inside.addWidget(QLabel(f"A line of words, number {number}"))
        pages.addWidget(page)
    pages.resize(1280, 800)
    pages.show()
    QApplication.processEvents()
    return pages


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


def memory() -> None:
    """Resident memory of an empty window, of ours, and after the first PDF."""
    sizes = {}
    for name, start in (("empty window", EMPTY), ("ours", OURS), ("after a PDF", PDF)):
        with tempfile.TemporaryDirectory() as data:
            script = MEMORY.format(start=start.format(data=data))
            around = dict(os.environ, PYTHONPATH=f"{ROOT}:{ROOT / 'src'}")
            done = subprocess.run([sys.executable, "-c", script], env=around, stdout=subprocess.PIPE, check=True)
            sizes[name] = int(done.stdout.split()[-1]) / 1024
    for name, size in sizes.items():
        print(f"memory, {name}: {size:.0f} MB, ratio {size / sizes['empty window']:.2f}")


def stories() -> None:
    """Clicks, key chords and fields filled from Start to the outcome and to the PDF."""
    for name in TEN:
        with tempfile.TemporaryDirectory() as data:
            hands = Driver(Path(data))
            hands.click("start")
            hands.walk(vignette(name)["case"]["answers"], to_finish=True)
            outcome = hands.interactions
            hands.finish()
            print(f"{name}: {outcome} interactions to the outcome, {hands.interactions} to the PDF")
            hands.window.close()


def main() -> None:
    """Measures everything and prints it."""
    with tempfile.TemporaryDirectory() as data:
        hands = Driver(Path(data))
        hands.click("start")
        hands.walk(vignette("V01")["case"]["answers"], to_finish=False)
        steps(hands)
        body_map(hands)
        hands.window.close()
    memory()
    stories()


if __name__ == "__main__":
    main()
