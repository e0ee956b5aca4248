"""Thin lines across the window: banner, foot, status, and what replaces panel and rail in a narrow window."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QWidget

from bruiseaid.app.frame.panel import Possible
from bruiseaid.app.intentions import Intentions
from bruiseaid.app.look import Look
from bruiseaid.app.painted.signs import Sign
from bruiseaid.app.parts.buttons import Button
from bruiseaid.app.parts.dress import wear
from bruiseaid.app.parts.grounds import Ground, column, row
from bruiseaid.app.parts.lean import lean
from bruiseaid.app.parts.text import Run, Text
from bruiseaid.app.screens.frame import Banner as BannerView
from bruiseaid.app.screens.frame import Foot as FootView
from bruiseaid.app.screens.frame import RailStep
from bruiseaid.app.screens.frame import Status as StatusView
from bruiseaid.app.screens.panel import Panel as PanelView


class Banner(QWidget):
    """A warning over the page."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        lean(self)
        self.setObjectName("banner")
        ground = Ground("level", "triangle")
        column(self).addWidget(ground)
        line = row(ground, gap=10, inset=(20, 8, 20, 8))
        line.addWidget(Sign(look, "warning", role="ink"), 0, Qt.AlignmentFlag.AlignTop)
        self._words = Text(look, "hint")
        line.addWidget(self._words, 1)

    def show_view(self, view: BannerView | None) -> None:
        """Shows the warning, or nothing."""
        self.setVisible(view is not None)
        if view is not None:
            self._words.say_runs((Run(f"{view.strong} ", bold=True), Run(view.words)))


class Foot(QWidget):
    """Back, the one primary button, how far one is, and a link at the right."""

    def __init__(self, look: Look, do: Intentions, forward: Callable[[], None]) -> None:
        super().__init__()
        lean(self)
        self.setObjectName("foot")
        ground = Ground("ground", "surface")
        ground.become("edge", "top")
        column(self).addWidget(ground)
        lines = column(ground, gap=6, inset=(36, 11, 36, 11))
        self._note = Text(look, "hint")
        lines.addWidget(self._note)
        line = row(gap=12)
        lines.addLayout(line)
        self.back = Button(look, "back")
        self.back.clicked.connect(do.back)
        self.forward = Button(look, "forward", "primary")
        self.forward.clicked.connect(forward)
        self._keys = Text(look, "label", role="ink2", wrap=False)
        self._progress = Text(look, "label", role="ink2", wrap=False)
        self.link = Button(look, "foot_link", "link")
        self.link.clicked.connect(do.later)
        for widget in (self.back, self.forward, self._keys):
            line.addWidget(widget)
        line.addStretch()
        line.addWidget(self._progress)
        line.addWidget(self.link)

    def show_view(self, view: FootView | None, *, narrow: bool, tight: bool = False) -> None:
        """Shows the buttons; `tight`: there is room for nothing else."""
        self.setVisible(view is not None)
        if view is None:
            return
        self.back.say(view.back)
        self.back.setVisible(bool(view.back))
        self.forward.say(view.forward)
        self.link.say(view.link)
        self.link.setVisible(bool(view.link))
        self._note.say(view.note)
        self._note.setVisible(bool(view.note))
        self._keys.say(view.keys)
        self._keys.setVisible(not (narrow or tight or view.then))
        self._progress.say(view.progress if narrow else f"{view.progress}{view.then}")
        self._progress.setVisible(bool(view.progress) and not tight)


class Status(QWidget):
    """The line at the bottom. Never needed to act."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        lean(self)
        self.setObjectName("status")
        ground = Ground("ground", "sunken")
        column(self).addWidget(ground)
        line = row(ground, gap=20, inset=(16, 5, 16, 5))
        self._rules = Text(look, "small", role="ink2", wrap=False)
        self._approval = Text(look, "small", role="ink2", wrap=False)
        self._saved = Text(look, "small", role="ink2", wrap=False)
        line.addWidget(self._rules)
        line.addWidget(self._approval)
        line.addStretch()
        line.addWidget(self._saved)

    def show_view(self, view: StatusView, *, narrow: bool) -> None:
        """Shows the line."""
        self._rules.say(view.rules)
        self._rules.setVisible(not narrow)
        self._approval.say_runs((Run(view.approval, bold=True), Run("" if narrow else view.approval_words)))
        self._saved.say(view.saved)


_QUIET = "As soon as your answers make a call certain, the number comes here."


class PanelLine(QWidget):
    """The panel as one line, for a window without room for it."""

    def __init__(self, look: Look, do: Intentions) -> None:
        super().__init__()
        lean(self)
        self.setObjectName("panel_line")
        ground = _above_the_page(self)
        line = row(ground, gap=12, inset=(36, 5, 32, 5))
        self._words = Text(look, "hint")
        self._possible = Possible(look, 20)
        self._show = Button(look, "show_panel", "link", small=True)
        self._show.clicked.connect(do.toggle_panel)
        line.addWidget(self._words, 1)
        line.addWidget(self._possible)
        line.addWidget(self._show)

    def show_view(self, view: PanelView, *, opened: bool) -> None:
        """Shows the line."""
        self._words.say_runs((Run("Certain so far: ", bold=True), Run(view.line)))
        self._possible.show_view(view.possible)
        self._show.say("Show less" if opened else "Show all")


class QuietLine(QWidget):
    """What stands above a question while nothing is certain, in the place that the strip will take."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        lean(self)
        self.setObjectName("quiet_line")
        ground = _above_the_page(self)
        line = row(ground, inset=(36, 5, 32, 5))
        line.addWidget(Text(look, "hint", role="ink2").say(_QUIET))


class StepLine(QWidget):
    """The rail as one line with a menu, for a narrow window."""

    def __init__(self, look: Look, do: Intentions) -> None:
        super().__init__()
        lean(self)
        self.setObjectName("step_line")
        self._do = do
        self._steps: tuple[RailStep, ...] = ()
        self._leave = ""
        ground = _above_the_page(self)
        line = row(ground, gap=10, inset=(20, 5, 16, 5))
        line.addWidget(Sign(look, "current"))
        self._words = Text(look, "hint", bold=True)
        self._all = Button(look, "all_steps", "link", small=True).say("All steps")
        self._all.clicked.connect(self._open)
        line.addWidget(self._words, 1)
        line.addWidget(self._all)

    def show_view(self, words: str, steps: tuple[RailStep, ...], leave: str) -> None:
        """Shows the step."""
        self._steps, self._leave = steps, leave
        current = next((step.title for step in steps if step.state == "current"), "")
        self._words.say(", ".join(part for part in (words, current) if part))

    def _open(self) -> None:
        menu = QMenu(self)
        wear(menu, "menu")
        for step in self._steps:
            action = menu.addAction(step.spoken.replace("&", "&&"))
            action.setEnabled(bool(step.place))
            action.triggered.connect(lambda _=False, place=step.place: self._do.go_to(place))
        menu.addSeparator()
        menu.addAction(self._leave).triggered.connect(lambda: self._do.leave())
        menu.popup(self._all.mapToGlobal(self._all.rect().bottomLeft()))


def _above_the_page(line: QWidget) -> Ground:
    """The ground of a line that stands above the page, with an edge between them."""
    ground = Ground("ground", "canvas")
    ground.become("edge", "bottom")
    column(line).addWidget(ground)
    return ground
