"""Slow work beside the window: done in another thread, its result comes back as a value in the window's own."""

from __future__ import annotations

from collections.abc import Callable
from threading import Thread
from typing import Generic, TypeVar, cast

from PySide6.QtCore import QObject, Qt, Signal

T = TypeVar("T")


class Work(QObject, Generic[T]):
    """One piece of work. `do` must not touch a widget and must not raise; a window that closes does not wait for it."""

    _came = Signal(object)

    def __init__(self, do: Callable[[], T], then: Callable[[T], None]) -> None:
        super().__init__()
        self._do, self._then = do, then
        self._came.connect(self._arrived, Qt.ConnectionType.QueuedConnection)

    def begin(self) -> None:
        """Begins it."""
        Thread(target=self._work, daemon=True).start()

    def _work(self) -> None:
        self._came.emit(self._do())

    def _arrived(self, result: object) -> None:
        self._then(cast(T, result))
