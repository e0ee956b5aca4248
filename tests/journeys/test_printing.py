"""From the finished record to paper, with real clicks: seen first, then printed by the system's own print dialog."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QDialogButtonBox,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QSpinBox,
    QWidget,
)
from pytestqt.qtbot import QtBot

from bruiseaid.app.parts.page_image import image_of
from bruiseaid.app.screens.state import FINISHED, PREVIEW
from bruiseaid.report.pictures import pages_of
from tests.journeys.driver import Driver
from tests.journeys.test_vignettes import vignette

SAME = 2.0


@pytest.fixture
def finished(hands: Driver) -> Driver:
    """A finished record of a baby with a bruise."""
    hands.reach_result(vignette("V01")["case"]["answers"])
    hands.finish(early=True)
    return hands


def _dialog(qtbot: QtBot) -> QPrintDialog:
    found: list[QPrintDialog] = []

    def there() -> bool:
        found[:] = [one for one in QApplication.topLevelWidgets() if isinstance(one, QPrintDialog) and one.isVisible()]
        return bool(found)

    qtbot.waitUntil(there)
    return found[0]


def _print_into(dialog: QPrintDialog, path: Path) -> None:
    """Chooses the printer that writes a PDF, and presses Print."""
    name = next(line for line in dialog.findChildren(QLineEdit, "filename"))
    name.clear()
    QTest.keyClicks(name, str(path))
    box = next(iter(dialog.findChildren(QDialogButtonBox)))
    print_button = next(button for button in box.findChildren(QPushButton) if "Print" in button.text())
    QTest.mouseClick(print_button, Qt.MouseButton.LeftButton)


def _pictures(document: bytes) -> list[QImage]:
    """Each page as a small picture in which hairs and edges are smoothed out."""
    with pages_of(document) as pages:
        whole = [image_of(pages.picture(place, 96)) for place in range(len(pages.sizes))]
    grey = QImage.Format.Format_Grayscale8
    smooth = Qt.TransformationMode.SmoothTransformation
    return [page.scaled(64, 92, mode=smooth).convertToFormat(grey) for page in whole]


def _differs(one: QImage, other: QImage) -> float:
    """The mean difference of two pictures, 0 to 255."""
    pairs = list(zip(bytes(one.constBits()), bytes(other.constBits()), strict=True))
    return sum(abs(a - b) for a, b in pairs) / len(pairs)


def _written(qtbot: QtBot, hands: Driver, path: Path) -> bytes:
    qtbot.waitUntil(lambda: "Written into the file" in hands.words(), timeout=20_000)
    return path.read_bytes()


def test_the_pages_are_seen_before_they_are_printed(finished: Driver) -> None:
    finished.click("paper:record")

    assert finished.place == PREVIEW
    made = _pictures(Path(finished.state.ui.pdf).read_bytes())
    first = finished.shown("page:1")
    assert first.accessibleName() == f"Page 1 of {len(made)}"
    assert "OFFICIAL - SENSITIVE" in first.accessibleDescription()
    assert finished.find(f"page:{len(made)}") is not None
    finished.forward()
    assert finished.place == FINISHED


def test_what_is_printed_is_what_the_file_holds(finished: Driver, qtbot: QtBot, tmp_path: Path) -> None:
    finished.click("paper:record")
    finished.click("print")
    _print_into(_dialog(qtbot), tmp_path / "out.pdf")

    printed = _pictures(_written(qtbot, finished, tmp_path / "out.pdf"))
    made = _pictures(Path(finished.state.ui.pdf).read_bytes())
    assert len(printed) == len(made)
    assert max(_differs(*pair) for pair in zip(printed, made, strict=True)) < SAME
    assert min(_differs(*pair) for pair in pairwise(made)) > 3 * SAME, "the comparison cannot tell pages apart"


def test_page_range_and_copies_are_honoured(finished: Driver, qtbot: QtBot, tmp_path: Path) -> None:
    finished.click("paper:record")
    finished.press(Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    dialog = _dialog(qtbot)
    _choose_pages(dialog, 2, 3)
    _type(_named(dialog, QSpinBox, "copies"), "2")
    _print_into(dialog, tmp_path / "out.pdf")

    printed = _pictures(_written(qtbot, finished, tmp_path / "out.pdf"))
    made = _pictures(Path(finished.state.ui.pdf).read_bytes())
    assert len(printed) == 4
    assert max(_differs(page, made[place]) for page, place in zip(printed, (1, 2, 1, 2), strict=True)) < SAME
    assert "2 pages, 2 copies" in finished.words()


def _choose_pages(dialog: QPrintDialog, first: int, last: int) -> None:
    options = next(button for button in dialog.findChildren(QPushButton) if "Options" in button.text())
    _press(options)
    _press(_named(dialog, QRadioButton, "printRange"))
    _type(_named(dialog, QSpinBox, "to"), str(last))
    _type(_named(dialog, QSpinBox, "from"), str(first))


def _named(dialog: QPrintDialog, kind: type[QWidget], name: str) -> QWidget:
    return next(one for one in dialog.findChildren(kind, name) if one.isVisible())


def _press(widget: QWidget) -> None:
    """A click on the sign at the left of a button, box or ring."""
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=QPoint(10, widget.height() // 2))
    QApplication.processEvents()


def _type(widget: QWidget, text: str) -> None:
    widget.setFocus()
    QTest.keyClick(widget, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(widget, text)
    QTest.keyClick(widget, Qt.Key.Key_Tab)
