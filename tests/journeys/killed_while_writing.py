"""A window in which somebody writes without a pause, until it is killed. Run as a process of its own; not a test."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.journeys.driver import Driver

KEYS_APART_MS = 20
QUESTION, DETAIL = "explanation_verbatim", "words"


def main(folder: Path) -> None:
    hands = Driver(folder)
    hands.click("start")
    hands.window.session.go_to(f"ask:{QUESTION}")
    hands.click(f"{QUESTION}.add")
    box = hands.shown(f"{QUESTION}.{DETAIL}")
    box.setFocus()
    for count in range(1, 10_000):
        QTest.keyClick(box, Qt.Key.Key_A)
        print(count, flush=True)
        QTest.qWait(KEYS_APART_MS)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
