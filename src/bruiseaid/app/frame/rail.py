"""The rail at the left: the steps of the record, and the ways out of it."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from bruiseaid.app.intentions import Intentions
from bruiseaid.app.look import Look
from bruiseaid.app.painted.fill import fill
from bruiseaid.app.painted.signs import Sign, paint_sign
from bruiseaid.app.parts.buttons import Button
from bruiseaid.app.parts.enter import pressed_by_enter
from bruiseaid.app.parts.grounds import Ground, Scroll, column, row, rule
from bruiseaid.app.parts.lean import bare, lean
from bruiseaid.app.parts.one_press import OnePress
from bruiseaid.app.parts.text import Text
from bruiseaid.app.screens.frame import RailStep

_LAYOUTS_KEPT = 8
_LEGEND = (("warning", "error", "Needs an answer"), ("later", "accent", "Not needed yet"))
_SIGNS = {"done": "done", "current": "current", "todo": "todo", "later": "later", "warning": "warning"}


class StepButton(OnePress, QPushButton):
    """One step: its sign, its title, and a bar and a tint where the user is."""

    def __init__(self, look: Look, do: Intentions) -> None:
        super().__init__()
        lean(self)
        self._look, self._view = look, RailStep("", "", "todo", "", "")
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAutoDefault(False)
        self._kept: dict[tuple[object, ...], QTextLayout] = {}
        self._do = do
        self.clicked.connect(self._pressed)
        look.changed.connect(self.updateGeometry)

    def show_view(self, view: RailStep) -> None:
        """Shows the step."""
        if view == self._view:
            return
        self._view = view
        self.setObjectName(f"step:{view.id}")
        self.setText(view.title.replace("&", "&&"))
        self.setAccessibleName(view.spoken)
        self.setAccessibleDescription(view.means)
        self.setToolTip(view.means)
        can_go = bool(view.place)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if can_go else Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor if can_go else Qt.CursorShape.ArrowCursor)
        self.updateGeometry()
        self.update()

    def _pressed(self) -> None:
        if self._view.place:
            self._do.go_to(self._view.place)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._laid(width).lineCount() * self._look.line("hint") + self._look.px(14)

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(200), self.heightForWidth(self._look.px(200)))

    def minimumSizeHint(self) -> QSize:
        return QSize(100, self._look.px(36))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not pressed_by_enter(self, event):
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        look, painter = self._look, QPainter(self)
        current = self._view.state == "current"
        if current:
            fill(painter, self.rect(), look.colour("accent_tint"))
            fill(painter, QRect(0, 0, look.px(4), self.height()), look.colour("accent"))
        side = look.px(20)
        role = "error" if self._view.state == "warning" else "accent"
        paint_sign(painter, look, QRectF(look.px(20), look.px(8), side, side), _SIGNS[self._view.state], role)
        painter.setPen(look.colour("ink" if current or self.underMouse() else "ink2"))
        layout = self._laid(self.width())
        top, line_height = float(look.px(7)), look.line("hint")
        for index in range(layout.lineCount()):
            line = layout.lineAt(index)
            offset = top + index * line_height + (line_height - line.height()) / 2
            line.draw(painter, QRectF(look.px(50), offset - line.y(), 0, 0).topLeft())
        painter.end()

    def _laid(self, width: int) -> QTextLayout:
        key = (width, self._view.title, self._view.state == "current", self._look.scale)
        if key not in self._kept:
            if len(self._kept) > _LAYOUTS_KEPT:
                self._kept.clear()
            self._kept[key] = self._lay(width)
        return self._kept[key]

    def _lay(self, width: int) -> QTextLayout:
        font = self._look.font("hint", bold=self._view.state == "current")
        layout = QTextLayout(self._view.title, font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WordWrap)
        layout.setTextOption(option)
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(40, width - self._look.px(58)))
        layout.endLayout()
        return layout


class Rail(QWidget):
    """The rail."""

    def __init__(self, look: Look, do: Intentions) -> None:
        super().__init__()
        lean(self)
        self._look, self._do = look, do
        self.setObjectName("rail")
        self.setAccessibleName("Steps")
        inner = bare()
        self._inside = column(inner, inset=(0, 20, 0, 12))
        self._steps: list[StepButton] = []
        self._place = 0
        self._inside.addSpacing(18)
        self._inside.addWidget(rule(look))
        self._inside.addSpacing(12)
        self._links(look, do)
        self._inside.addSpacing(12)
        self._legend = {state: self._meaning(look, state, role, words) for state, role, words in _LEGEND}
        self._inside.addStretch()
        ground = Ground("ground", "canvas")
        ground.become("edge", "right")
        column(ground).addWidget(Scroll(inner, "canvas"))
        column(self).addWidget(ground)

    def _links(self, look: Look, do: Intentions) -> None:
        links = column(inset=(20, 0, 8, 0), gap=0)
        self._change = Button(look, "change_an_answer", "link", small=True)
        self._change.clicked.connect(do.look_over)
        self._leave = Button(look, "leave", "link", small=True)
        self._leave.clicked.connect(do.leave)
        links.addWidget(self._change)
        links.addWidget(self._leave)
        self._inside.addLayout(links)

    def _meaning(self, look: Look, state: str, role: str, words: str) -> QWidget:
        """What a mark means that is not plain by itself; shown while a step has it."""
        part = bare()
        line = row(part, gap=10, inset=(20, 2, 8, 2))
        line.addWidget(Sign(look, _SIGNS[state], role=role))
        line.addWidget(Text(look, "label", role="ink2").say(words), 1)
        self._inside.addWidget(part)
        return part

    def show_view(self, steps: tuple[RailStep, ...], leave: str, change: str) -> None:
        """Shows the steps, and what leaving and changing do."""
        self._change.say(change)
        self._leave.say(leave)
        for state, part in self._legend.items():
            part.setVisible(any(step.state == state for step in steps))
        while len(self._steps) < len(steps):
            button = StepButton(self._look, self._do)
            self._inside.insertWidget(len(self._steps), button)
            self._steps.append(button)
        for place, button in enumerate(self._steps):
            button.setVisible(place < len(steps))
            if place < len(steps):
                button.show_view(steps[place])
