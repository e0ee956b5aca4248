"""Objects that hold each other are taken apart in the window's thread alone: elsewhere Qt may be deleting them."""

from __future__ import annotations

import gc
from threading import Thread, get_ident

from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from tests.journeys.driver import Driver


class Held:
    """Holds itself, and notes in which thread it is taken apart."""

    def __init__(self, ends: list[int]) -> None:
        self._ends, self.itself = ends, self

    def __del__(self) -> None:
        self._ends.append(get_ident())


def make_many(ends: list[int]) -> None:
    for _ in range(20_000):
        Held(ends)


def test_what_another_thread_leaves_behind_is_taken_apart_in_the_windows_own(hands: Driver, qtbot: QtBot) -> None:
    ends: list[int] = []
    beside = Thread(target=make_many, args=(ends,))
    beside.start()
    beside.join()
    assert not ends
    qtbot.waitUntil(lambda: len(ends) == 20_000, timeout=10_000)
    assert set(ends) == {get_ident()}


def test_python_is_kept_from_sweeping_also_while_qt_takes_the_last_window_apart(hands: Driver) -> None:
    """Qt holds its locks meanwhile: what is swept then, and is connected to something, waits for them for ever."""
    hands.close()
    assert not isValid(hands.window)
    assert not gc.isenabled()
