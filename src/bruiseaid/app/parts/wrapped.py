"""Widgets side by side that go on in the next line where the room ends, so that none is cut in a narrow window."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from bruiseaid.app.parts.grounds import column, row
from bruiseaid.app.parts.lean import lean
from bruiseaid.app.parts.letting_go import let_go


class Wrapped(QWidget):
    """A few widgets of fixed size."""

    def __init__(self, *, gap: int) -> None:
        super().__init__()
        lean(self)
        self._gap = gap
        self._widgets: tuple[QWidget, ...] = ()
        self._lines: list[QHBoxLayout] = []
        self._column = column(self, gap=gap)
        self._plan: list[int] = []
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)

    def show_widgets(self, widgets: Iterable[QWidget]) -> None:
        """Shows these in place of those before."""
        for widget in self._widgets:
            let_go(widget)
        self._widgets, self._plan = tuple(widgets), []
        self._arrange()

    def _arrange(self) -> None:
        plan = self._places()
        if plan == self._plan:
            return
        self._plan = plan
        while len(self._lines) <= max(plan, default=0):
            self._lines.append(row(gap=self._gap))
            self._column.addLayout(self._lines[-1])
        for line in self._lines:
            while line.count():
                line.takeAt(0)
        for widget, place in zip(self._widgets, plan, strict=True):
            self._lines[place].addWidget(widget)
        for line in self._lines:
            line.addStretch()

    def _places(self) -> list[int]:
        """The line of each widget."""
        places, line, used = [], 0, 0
        for widget in self._widgets:
            wide = widget.sizeHint().width()
            if used and used + self._gap + wide > max(self.width(), 1):
                line, used = line + 1, 0
            used += wide + (self._gap if used else 0)
            places.append(line)
        return places

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()
