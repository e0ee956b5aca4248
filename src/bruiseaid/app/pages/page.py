"""What all pages share: a column that scrolls, and a title that takes the focus when the page comes."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from bruiseaid.app.look import Look
from bruiseaid.app.parts.grounds import Scroll, column, row
from bruiseaid.app.parts.in_sight import NO_RING
from bruiseaid.app.parts.lean import bare, lean
from bruiseaid.app.parts.text import Text

WIDEST = 760


def title(look: Look) -> Text:
    """The title of a page: it can hold the focus, so that it is read first."""
    made = Text(look, "title", widest=WIDEST)
    made.setObjectName("title")
    made.setProperty(NO_RING, True)
    made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return made


class Column(QWidget):
    """A page's column: it starts at the top, grows to WIDEST and scrolls."""

    def __init__(self, look: Look, *, widest: int = WIDEST, ground: str = "surface") -> None:
        super().__init__()
        lean(self)
        self._look, self._widest = look, widest
        inner = bare()
        outer = column(inner, inset=(36, 22, 32, 20))
        self._holder = bare()
        self._holder.setMaximumWidth(look.px(widest))
        self.inside: QVBoxLayout = column(self._holder, gap=0)
        line = row(gap=0)
        line.addWidget(self._holder, 1)
        line.addStretch(0)
        outer.addLayout(line)
        outer.addStretch(1)
        self._inner = inner
        self.area = Scroll(inner, ground)
        column(self).addWidget(self.area)
        look.changed.connect(self._fit)  # a method of its own, so that it ends with the page

    def _fit(self) -> None:
        self._holder.setMaximumWidth(self._look.px(self._widest))

    def to_top(self) -> None:
        """Scrolls to the top."""
        self.area.verticalScrollBar().setValue(0)

    def show_part(self, part: QWidget) -> None:
        """Scrolls so that this part begins near the top, also of a page that has just come and is not laid out yet."""
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
        top = part.mapTo(self._inner, part.rect().topLeft()).y()
        self.area.verticalScrollBar().setValue(max(0, top - 60))
