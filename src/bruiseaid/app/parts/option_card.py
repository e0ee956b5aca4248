"""One answer as a card: a ring or a square, its label, its hint. The whole card can be pressed."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QEnterEvent,
    QFocusEvent,
    QFontMetricsF,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QRadioButton, QSizePolicy
from shiboken6 import isValid

from bruiseaid.app.look import Look
from bruiseaid.app.painted.signs import paint_box, paint_ring
from bruiseaid.app.parts.enter import is_enter
from bruiseaid.app.parts.lean import lean
from bruiseaid.app.parts.one_press import OnePress


class _CardPaint:
    """What the ring card and the square card share: size, painting, and that every point of it counts."""

    def __init__(self, look: Look, button: QAbstractButton, *, round_sign: bool, small: bool) -> None:
        self.look, self.button, self.round_sign, self.small = look, button, round_sign, small
        self.label, self.hint = "", ""
        self._tall: dict[int, int] = {}
        self._lines: dict[int, tuple[tuple[str, ...], tuple[str, ...]]] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        button.setSizePolicy(policy)
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.setMouseTracking(True)
        look.changed.connect(self._relaid)

    def say(self, label: str, hint: str, note: str) -> None:
        """Takes label and hint; `note` is added to what a screen reader says of it."""
        self.label, self.hint = label, hint
        self._forget()
        self.button.setText(label.replace("&", "&&"))
        self.button.setAccessibleName(label)
        self.button.setAccessibleDescription(" ".join(part for part in (hint, note) if part))
        self.button.updateGeometry()

    def height_for(self, width: int) -> int:
        if width not in self._tall:
            self._tall[width] = self._height_for(width)
        return self._tall[width]

    def _forget(self) -> None:
        self._tall.clear()
        self._lines.clear()

    def _relaid(self) -> None:
        self._forget()
        if isValid(self.button):  # the look outlives the card, whose page may be gone
            self.button.updateGeometry()

    def _height_for(self, width: int) -> int:
        label, hint = self._lines_in(width)
        tall = len(label) * self._line() + len(hint) * self.look.px(20)
        space = 10 if self.small else 16 if self.hint else 22
        return max(self.look.px(40 if self.small else 44), tall + self.look.px(space))

    def _lines_in(self, width: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The lines of label and hint on a card of that width; they are broken once, and painted often."""
        if width not in self._lines:
            wide = width - self._left() - self.look.px(14)
            label = _broken(self._laid(self.label, self._label_size(), wide))
            self._lines[width] = label, _broken(self._laid(self.hint, self._hint_size(), wide))
        return self._lines[width]

    def natural(self) -> QSize:
        laid = self._laid(self.label, self._label_size(), 100_000)
        width = int(laid.lineAt(0).naturalTextWidth()) + self._left() + self.look.px(18) if laid.lineCount() else 80
        return QSize(width, self.height_for(max(width, 80)))

    def paint(self, painter: QPainter) -> None:
        self._paint_ground(painter)
        side = float(self.look.px(20 if self.small else 24))
        left = self.look.px(11 if self.small else 14)
        sign = QRectF(left, (self.button.height() - side) / 2, side, side)
        chosen = self.button.isChecked()
        if self.round_sign:
            paint_ring(painter, self.look, sign, chosen=chosen)
        else:
            paint_box(painter, self.look, sign, ticked=chosen)
        self._paint_words(painter)

    def _left(self) -> int:
        return self.look.px(40 if self.small else 52)

    def _label_size(self) -> str:
        return "hint" if self.small else "body"

    def _hint_size(self) -> str:
        return "label" if self.small else "hint"

    def _line(self) -> int:
        return self.look.px(20 if self.small else 22)

    def _paint_ground(self, painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen, hovered = self.button.isChecked(), self.button.underMouse()
        width = 2.0 if chosen else 1.5
        fill = "accent_tint" if chosen else "canvas" if hovered else "surface"
        edge = "accent" if chosen else "control" if hovered else "line"
        painter.setBrush(self.look.colour(fill))
        painter.setPen(QPen(self.look.colour(edge), width))
        box = QRectF(self.button.rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2)
        radius = self.look.px(8 if self.small else 10)
        painter.drawRoundedRect(box, radius, radius)

    def _paint_words(self, painter: QPainter) -> None:
        label, hint = self._lines_in(self.button.width())
        of_label, of_hint = self._line(), self.look.px(20)
        top = (self.button.height() - len(label) * of_label - len(hint) * of_hint) / 2
        painter.setPen(self.look.colour("ink"))
        top = self._draw(painter, label, self._label_size(), top, of_label)
        if hint:
            painter.setPen(self.look.colour("ink2"))
            self._draw(painter, hint, self._hint_size(), top, of_hint)

    def _draw(self, painter: QPainter, lines: tuple[str, ...], size: str, top: float, line_height: int) -> float:
        font, left = self.look.font(size), self._left()
        metrics = QFontMetricsF(font)
        base = (line_height - ceil(metrics.height())) / 2 + metrics.ascent()  # as a QTextLine has it
        painter.setFont(font)
        for line in lines:
            painter.drawText(QPointF(left, top + base), line)
            top += line_height
        return top

    def _laid(self, text: str, size: str, width: int) -> QTextLayout:
        layout = QTextLayout(text, self.look.font(size))
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(width, 40))
        layout.endLayout()
        return layout


def _broken(layout: QTextLayout) -> tuple[str, ...]:
    """The words of each line."""
    text = layout.text()
    lines = (layout.lineAt(index) for index in range(layout.lineCount()))
    return tuple(text[line.textStart() : line.textStart() + line.textLength()].rstrip() for line in lines if text)


_BY_HAND = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.MouseFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Left: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_Right: 1}
_BACK = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)


class _Enters:
    """Enter chooses an answer that was gone to; on any other it is the window's, which goes on or says what is missing.

    One that is chosen already is any other, and so is one that the program gave the focus to: whoever presses Enter
    again and again has not chosen the first answer of every page.
    """

    __slots__ = ("_gone_to",)

    def __init__(self) -> None:
        self._gone_to = False

    def came(self, event: QFocusEvent) -> None:
        """The focus came to the card; coming back to the window changes nothing."""
        if event.reason() not in _BACK:
            self._gone_to = event.reason() in _BY_HAND

    def chose(self, card: QAbstractButton) -> bool:
        """Whether Enter, pressed on the card, chose it."""
        if card.isChecked() or not self._gone_to:
            return False
        card.click()
        return True


class RadioCard(OnePress, QRadioButton):
    """One answer of which only one can be chosen."""

    def __init__(self, look: Look, *, small: bool = False) -> None:
        super().__init__()
        lean(self)
        self._paint = _CardPaint(look, self, round_sign=True, small=small)
        self._enters = _Enters()

    def say(self, label: str, hint: str = "", note: str = "") -> None:
        """Takes the words of the card."""
        self._paint.say(label, hint, note)

    def sizeHint(self) -> QSize:
        return self._paint.natural()

    def minimumSizeHint(self) -> QSize:
        return QSize(self._paint.look.px(90), self._paint.look.px(40))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._paint.height_for(width)

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_enter(event):
            event.setAccepted(self._enters.chose(self))
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._enters.came(event)
        super().focusInEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()
        super().enterEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._paint.paint(painter)
        painter.end()


class TickCard(OnePress, QCheckBox):
    """One answer of several that can be ticked."""

    def __init__(self, look: Look, *, small: bool = False) -> None:
        super().__init__()
        lean(self)
        self._paint = _CardPaint(look, self, round_sign=False, small=small)
        self._enters = _Enters()

    def say(self, label: str, hint: str = "", note: str = "") -> None:
        """Takes the words of the card."""
        self._paint.say(label, hint, note)

    def put(self, *, on: bool) -> None:
        """Shows whether it is ticked; only what the user does is told by `toggled`."""
        before = self.blockSignals(True)
        self.setChecked(on)
        self.blockSignals(before)

    def sizeHint(self) -> QSize:
        return self._paint.natural()

    def minimumSizeHint(self) -> QSize:
        return QSize(self._paint.look.px(90), self._paint.look.px(40))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._paint.height_for(width)

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()), 0)
        if is_enter(event):
            event.setAccepted(self._enters.chose(self))
        elif step:
            self._go(step)
        else:
            super().keyPressEvent(event)

    def _go(self, step: int) -> None:
        """An arrow goes to the next card of the same list; at its end it stays, as among cards of which one is chosen.

        Only Tab leaves the list: an arrow too many would lead to a button.
        """
        around = self.parentWidget()
        there = around.children() if around is not None else [self]
        cards = [card for card in there if isinstance(card, TickCard) and card.isVisible()]
        at = cards.index(self) + step
        if 0 <= at < len(cards):
            cards[at].setFocus(Qt.FocusReason.TabFocusReason if step > 0 else Qt.FocusReason.BacktabFocusReason)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._enters.came(event)
        super().focusInEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()
        super().enterEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._paint.paint(painter)
        painter.end()
