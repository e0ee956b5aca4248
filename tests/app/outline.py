"""A screen as text: every named widget with its words and state, and the order of Tab."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QPlainTextEdit, QWidget

from bruiseaid.app.body.buttons import PlaceButton
from bruiseaid.app.parts.tab_order import stops_in
from bruiseaid.app.window import Window


def outline(window: Window) -> str:
    """The outline of what the window shows."""
    whole = window.whole
    page = whole.currentWidget()
    assert page is not None
    lines = ["# what is shown", *_shown(page, 0), "", "# the order of Tab"]
    areas = (whole.strip, whole.shelf, whole.foot, whole.panel, whole.rail, whole.bar)
    lines += [_called(stop) for area in areas if area.isVisible() for stop in stops_in(area)]
    return "\n".join(lines) + "\n"


def _shown(widget: QWidget, depth: int) -> Iterator[str]:
    if not widget.isVisible() or isinstance(widget, PlaceButton):
        return
    words = _words(widget)
    own = bool(words) or (bool(widget.objectName()) and not widget.objectName().startswith("qt_"))
    if own:
        yield "  " * depth + " ".join(part for part in (_kind(widget), widget.objectName(), words) if part)
    if isinstance(widget, QAbstractButton | QLineEdit | QPlainTextEdit):
        return
    for child in widget.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
        yield from _shown(child, depth + own)


def _kind(widget: QWidget) -> str:
    return "" if isinstance(widget, QLabel) else type(widget).__name__


def _words(widget: QWidget) -> str:
    if isinstance(widget, QAbstractButton):
        ticked = " [x]" if widget.isChecked() else " [ ]" if widget.isCheckable() else ""
        name = widget.accessibleName()
        return f"“{widget.text().replace('&&', '&')}”{ticked}" + (f" ({name})" if name != widget.text() else "")
    if isinstance(widget, QLabel):
        return f"“{widget.text()}”" if widget.text() else ""
    if isinstance(widget, QLineEdit | QPlainTextEdit):
        text = widget.text() if isinstance(widget, QLineEdit) else widget.toPlainText()
        return f"({widget.accessibleName()}) “{text}”"
    return f"({widget.accessibleName()})" if widget.accessibleName() else ""


def _called(widget: QWidget) -> str:
    return widget.objectName() or widget.accessibleName() or type(widget).__name__
