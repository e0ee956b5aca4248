"""Whether Ctrl+C was pressed: a library that is not Python may turn it into another fault on its way."""

from __future__ import annotations

import signal
from threading import current_thread, main_thread
from types import FrameType
from typing import NoReturn, Self


class CtrlC:
    """Inside it Ctrl+C raises KeyboardInterrupt, as always, and is remembered in `pressed`."""

    def __init__(self) -> None:
        self.pressed = False
        self._handles = False

    def __enter__(self) -> Self:
        as_always = signal.getsignal(signal.SIGINT) is signal.default_int_handler
        self._handles = as_always and current_thread() is main_thread()
        if self._handles:
            signal.signal(signal.SIGINT, self._press)
        return self

    def __exit__(self, *_: object) -> None:
        if self._handles:
            signal.signal(signal.SIGINT, signal.default_int_handler)

    def _press(self, _number: int, _frame: FrameType | None) -> NoReturn:
        self.pressed = True
        raise KeyboardInterrupt
