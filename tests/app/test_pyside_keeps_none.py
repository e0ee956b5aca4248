"""PySide6 6.12.0 on Python 3.11 gives away a reference to None with every call that returns nothing.

Some thousand calls later the process dies. Short tests pass with it, so the count itself is looked at.
From Python 3.12 on None is never given up and the count cannot move.
"""

import sys

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

CALLS = 5_000
OTHER_CODE = 100  # references that Python itself may take or drop meanwhile


def test_calls_that_return_nothing_leave_none_alone(qtbot: QtBot) -> None:
    label = QLabel()
    qtbot.addWidget(label)
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        label.setText("x")
    assert abs(sys.getrefcount(None) - before) < OTHER_CODE
