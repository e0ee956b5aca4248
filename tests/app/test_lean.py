"""What the window's widgets do not keep, and that nothing is lost by it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from PySide6.QtCore import QPoint, SignalInstance
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QWidget

from bruiseaid.app.look import Look
from bruiseaid.app.parts.buttons import Button
from bruiseaid.app.parts.plain_text import as_tip
from tests.journeys.driver import KNOWN, Driver

UNUSED = """
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from bruiseaid.app import main

def made(above):
    return [one for below in above.__subclasses__() for one in (below.__name__, *made(below))]

def shown(app, window, *rest):
    main.load(app, window, *rest)
    window.session.start()
    QApplication.processEvents()
    window.session.go_to("ask:marks")
    QApplication.processEvents()
    print(*made(QObject))
    window.close()

main.run(painted=shown)
"""


def test_a_label_keeps_no_object_for_a_signal_that_nobody_asked_for(hands: Driver) -> None:
    hands.click("start")
    labels = [label for label in hands.window.findChildren(QLabel) if type(label).__name__ == "Text"]
    assert len(labels) > 10
    assert [name for label in labels for name, value in vars(label).items() if isinstance(value, SignalInstance)] == []


def test_a_button_still_tells_that_it_was_pressed(qapp: QApplication) -> None:
    pressed: list[bool] = []
    button = Button(Look(), "any")
    button.clicked.connect(lambda: pressed.append(True))
    button.click()
    button.clicked.disconnect()
    button.click()
    assert pressed == [True]


def test_no_class_of_widget_is_made_that_the_window_does_not_use(tmp_path: Path) -> None:
    KNOWN.save(tmp_path)
    around = dict(os.environ, BRUISEAID_DATA=str(tmp_path))
    done = subprocess.run([sys.executable, "-c", UNUSED], env=around, capture_output=True, text=True, check=True)
    made = set(done.stdout.split())
    assert {"QFrame", "QLineEdit"} <= made
    assert "BodyMap" in made
    assert not made & {"QStyle", "QCompleter", "QStringListModel", "QDialog", "QFileDialog", "QMessageBox"}
    assert not made & {"QWizard", "QCalendarWidget", "QMdiSubWindow", "QColorDialog", "QDockWidget"}


def test_the_menu_of_a_box_is_dressed_as_all_menus_are(hands: Driver) -> None:
    hands.click("settings")
    box = hands.shown("settings.name")
    at = QPoint(4, 4)
    QApplication.sendEvent(box, QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, box.mapToGlobal(at)))
    menu = box.findChild(QMenu)
    assert menu is not None
    assert menu.isVisible()
    edge = menu.grab().toImage().pixelColor(0, menu.height() // 2)
    menu.close()
    assert edge.name().lower() == Look().colour("control").name().lower()


def test_a_tip_that_looks_like_markup_shows_every_word(qapp: QApplication) -> None:
    assert as_tip("Seen by a GP & a nurse") == "Seen by a GP & a nurse"
    assert "height &lt;a&gt; weight" in as_tip("height <a> weight")
    assert "&amp;lt;b&amp;gt;" in as_tip("&lt;b&gt;")
    assert isinstance(QWidget(toolTip=as_tip("a <b> c")), QWidget)
