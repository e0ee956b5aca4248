"""Objects that hold each other are taken apart in the window's thread alone: elsewhere Qt may be deleting them."""

from __future__ import annotations

import gc
from pathlib import Path
from threading import Thread, get_ident

from pytestqt.qtbot import QtBot

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


def test_python_sweeps_by_itself_again_once_the_last_window_is_gone(qtbot: QtBot, tmp_path: Path) -> None:
    hands = Driver(tmp_path / "data")
    assert not gc.isenabled()
    hands.window.close()
    hands.window.deleteLater()
    qtbot.waitUntil(gc.isenabled)
