"""Boxes to write in: one line, or several. What is written is handed on while one writes, and when one moves on.

Words are handed on a tenth of a second after they were begun, so that no more than that is ever lost. Digits wait for
a pause: half a date is another date.
"""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QSizePolicy, QWidget

from bruiseaid.app.look import Look
from bruiseaid.app.parts.dress import wear
from bruiseaid.app.parts.lean import lean
from bruiseaid.app.parts.living import Living

PAUSE_MS = 350
AT_MOST_MS = 100


def mark_state(widget: QWidget, name: str, value: str) -> None:
    """Sets a property that the style sheet reads, '' as if it was never set, and draws anew if it changed."""
    if (widget.property(name) or "") != value:
        widget.setProperty(name, value)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


class LineBox(QLineEdit):
    """One line. `written` carries the text."""

    written = Signal(str)

    def __init__(self, look: Look, name: str, label: str, *, width: int = 0, digits: bool = False) -> None:
        super().__init__()
        lean(self)
        wear(self, "line")
        boxes.add(self)
        self.setObjectName(name)
        self.setAccessibleName(label)
        if width:
            self._look, self._wide = look, width
            self._fit()
            look.changed.connect(self._fit)  # a method of its own, so that it ends with the box
        if digits:
            self.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly)
        self._given, self._putting, self._digits = "", False, digits
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS if digits else AT_MOST_MS)
        self._pause.timeout.connect(self.flush)
        self.textChanged.connect(self._edited)  # not textEdited: assistive technology writes without keys

    def _fit(self) -> None:
        self.setFixedWidth(self._look.px(self._wide))

    def is_for_digits(self) -> bool:
        """Whether it takes a number or a part of a date."""
        return self._digits

    def put(self, text: str) -> None:
        """Shows that text, unless the user is writing something else just now."""
        if self._pause.isActive():
            return
        if text != self.text() and text != self._given.strip():
            self._putting = True
            self.setText(text)
            self._putting = False
        self._given = self.text()

    def _edited(self) -> None:
        if not self._putting and (self._digits or not self._pause.isActive()):
            self._pause.start()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = self.createStandardContextMenu()  # dressed only now: Qt keeps what a sheet says once for every box
        wear(menu, "menu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    def is_pending(self) -> bool:
        """Whether something was written that is not handed on yet."""
        return self._pause.isActive()

    def flush(self) -> None:
        """Hands on at once what was written."""
        self._pause.stop()
        if self.text() != self._given:
            self._given = self.text()
            self.written.emit(self.text())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.flush()


class WordsBox(QPlainTextEdit):
    """Several lines of plain text. Tab moves on. `written` carries the text."""

    written = Signal(str)

    def __init__(self, look: Look, name: str, label: str, *, lines: int = 3) -> None:
        super().__init__()
        lean(self)
        self._look, self._lines = look, lines
        wear(self, "words")
        boxes.add(self)
        self.setObjectName(name)
        self.setAccessibleName(label)
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._given, self._putting = "", False
        self._pause = QTimer(self, singleShot=True, interval=AT_MOST_MS)
        self._pause.timeout.connect(self.flush)
        self.textChanged.connect(self._edited)

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(420), self._look.px(26 * self._lines + 18))

    def put(self, text: str) -> None:
        """Shows that text, unless the user is writing something else just now."""
        if self._pause.isActive():
            return
        if text != self.toPlainText() and text != self._given.strip():
            self._putting = True
            self.setPlainText(text)
            self._putting = False
        self._given = self.toPlainText()

    def is_pending(self) -> bool:
        """Whether something was written that is not handed on yet."""
        return self._pause.isActive()

    def flush(self) -> None:
        """Hands on at once what was written."""
        self._pause.stop()
        if self.toPlainText() != self._given:
            self._given = self.toPlainText()
            self.written.emit(self._given)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.flush()

    def _edited(self) -> None:
        if not self._putting and not self._pause.isActive():
            self._pause.start()


boxes: Living[LineBox | WordsBox] = Living()
