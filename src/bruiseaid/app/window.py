"""The window: bar, rail, column, panel, foot and status line, laid out for the room there is."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QCloseEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget, QWidget

from bruiseaid.app.frame.bar import Bar
from bruiseaid.app.frame.lines import Banner, Foot, PanelLine, Status, StepLine
from bruiseaid.app.frame.panel import Panel
from bruiseaid.app.frame.rail import Rail
from bruiseaid.app.frame.strip import Strip
from bruiseaid.app.look import Look
from bruiseaid.app.pages.hidden import HiddenPage
from bruiseaid.app.pages.shelf import Shelf
from bruiseaid.app.parts.boxes import LineBox, WordsBox
from bruiseaid.app.parts.focus_ring import FocusRing
from bruiseaid.app.parts.grounds import column, row
from bruiseaid.app.parts.tab_order import set_tab_order
from bruiseaid.app.screen import Screen
from bruiseaid.app.screens.question import QuestionPage
from bruiseaid.app.screens.state import SETTINGS
from bruiseaid.app.session import Session
from bruiseaid.app.style import style_sheet

PANEL_FROM = 1200
RAIL_FROM = 960
_TICK_MS = 5_000


class Window(QMainWindow):
    """Shows the session's screen, and turns keys into intentions."""

    def __init__(self, look: Look, session: Session) -> None:
        super().__init__()
        self._look, self._session = look, session
        self.look, self.session = look, session
        self._place, self._announced, self._minute = "", "", ""
        self.setWindowTitle("bruiseaid")
        self.setMinimumSize(640, 400)
        self.resize(1280, 800)
        self._whole = QStackedWidget()
        self._whole.setProperty("ground", "canvas")
        self.setCentralWidget(self._whole)
        self._whole.addWidget(self._build())
        self._hidden = HiddenPage(look, session)
        self._whole.addWidget(self._hidden)
        self.setStyleSheet(style_sheet(look))
        self._ring = FocusRing(look, self)
        self._keys()
        look.changed.connect(self._restyle)
        session.changed.connect(self.refresh)
        self._clock = QTimer(self, interval=_TICK_MS)
        self._clock.timeout.connect(self._minute_passed)
        self._clock.start()
        self.refresh()

    def _build(self) -> QWidget:
        whole = QWidget()
        lines = column(whole)
        self.bar = Bar(self._look, self._session)
        self.banner = Banner(self._look)
        self.step_line = StepLine(self._look, self._session)
        self.panel_line = PanelLine(self._look, self._session)
        for line in (self.bar, self.banner, self.step_line, self.panel_line):
            lines.addWidget(line)
        middle = row(gap=0)
        self.rail = Rail(self._look, self._session)
        middle.addWidget(self.rail)
        middle.addWidget(self._main(), 1)
        self.panel = Panel(self._look)
        middle.addWidget(self.panel)
        lines.addLayout(middle, 1)
        self.status = Status(self._look)
        lines.addWidget(self.status)
        return whole

    def _main(self) -> QWidget:
        main = QWidget()
        main.setProperty("ground", "surface")
        main.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        inside = column(main)
        self.strip = Strip(self._look, self._session)
        self.shelf = Shelf(self._look, self._session)
        self.foot = Foot(self._look, self._session, self.forward)
        inside.addWidget(self.strip)
        inside.addWidget(self.shelf, 1)
        inside.addWidget(self.foot)
        return main

    # ---- showing --------------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Shows the session's screen."""
        screen = self._session.screen()
        self._whole.setCurrentIndex(1 if screen.hidden else 0)
        if screen.hidden:
            self._hidden.arrive()
            return
        arrives = screen.place != self._place or self._whole.currentIndex() != 0
        self._place = screen.place
        self._show_frame(screen)
        self.shelf.show_screen(screen, arrives=arrives)
        set_tab_order((self.strip, self.shelf, self.foot, self.panel, self.rail, self.bar))
        self._announce(screen.announcement)

    def _show_frame(self, screen: Screen) -> None:
        narrow, no_panel = self._width() < RAIL_FROM, self._width() < PANEL_FROM
        self.bar.show_view(screen.bar, narrow=narrow)
        self.banner.show_view(screen.banner)
        self.rail.setVisible(bool(screen.rail) and not narrow)
        self.rail.setFixedWidth(self._look.px(200 if no_panel else 216))
        self.rail.show_view(screen.rail)
        self.step_line.setVisible(bool(screen.rail) and narrow)
        self.step_line.show_view(screen.step_words, screen.rail)
        self._show_panel(screen, no_panel)
        self.strip.show_view(screen.strip)
        self.foot.show_view(screen.foot, narrow=narrow)
        self.status.show_view(screen.status, narrow=narrow)

    def _show_panel(self, screen: Screen, no_panel: bool) -> None:
        wide = isinstance(screen.page, QuestionPage) and screen.page.wide
        wanted = screen.panel is not None and not wide
        self.panel.setVisible(wanted and (not no_panel or screen.panel_open))
        self.panel.setFixedWidth(self._look.px(336 if self._width() >= 1600 else 296))
        self.panel_line.setVisible(wanted and no_panel)
        if screen.panel is not None:
            self.panel.show_view(screen.panel)
            self.panel_line.show_view(screen.panel, opened=screen.panel_open)

    def _width(self) -> float:
        return self.width() / self._look.scale

    def _announce(self, words: str) -> None:
        """Says once that the strip has come; the focus stays where it is."""
        if words and words != self._announced:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))
        self._announced = words

    def _restyle(self) -> None:
        self.setStyleSheet(style_sheet(self._look))
        self.shelf.forget()
        self._place = ""
        self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self._session.state.ui.hidden:
            self._show_frame(self._session.screen())

    def closeEvent(self, event: QCloseEvent) -> None:
        self.flush()
        super().closeEvent(event)

    def _minute_passed(self) -> None:
        """Works out again what is due, once a minute."""
        now = self._session.minute()
        if now != self._minute:
            self._minute = now
            self._session.tick()

    # ---- keys -----------------------------------------------------------------------------------------------------

    def _keys(self) -> None:
        for keys, act in (
            ("F1", self._session.help),
            ("F2", self._session.emergency),
            ("F9", self._session.hide),
            ("Ctrl+Return", self.forward),
            ("Ctrl+Enter", self.forward),
            ("Alt+Left", self._back),
            ("Alt+N", self._act_now),
            ("Ctrl+K", self.shelf.find_place),
            ("F6", self._next_area),
            ("Escape", self._escape),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.activated.connect(act)

    def flush(self) -> None:
        """Hands on what is being written, so that nothing is lost by moving on."""
        focus = QApplication.focusWidget()
        if isinstance(focus, LineBox | WordsBox):
            focus.flush()

    def forward(self) -> None:
        """The foot's primary button, by key."""
        self.flush()
        if self._session.state.ui.hidden or not self.foot.isVisible():
            return
        if self._session.state.ui.place == SETTINGS:
            self.shelf.save_settings()
        else:
            self._session.forward()
            self.shelf.insist()

    def _back(self) -> None:
        self.flush()
        if self.foot.isVisible():
            self._session.back()

    def _act_now(self) -> None:
        if self.strip.isVisible():
            self._session.toggle_strip()
            self.strip.focus_button()

    def _escape(self) -> None:
        ui = self._session.state.ui
        if ui.strip_open and self.strip.isVisible():
            self._act_now()
        elif ui.form:
            self._session.open_form("", "")
        elif ui.mark is not None:
            self._session.select_mark(None)
        elif ui.entry is not None:
            self._session.open_entry(ui.entry[0], None)

    def _next_area(self) -> None:
        areas = [self.shelf, self.foot, self.panel, self.rail, self.bar]
        shown = [area for area in areas if area.isVisible()]
        focus = QApplication.focusWidget()
        here = next((place for place, area in enumerate(shown) if focus and area.isAncestorOf(focus)), -1)
        for step in range(1, len(shown) + 1):
            if _focus_inside(shown[(here + step) % len(shown)]):
                return


def _focus_inside(area: QWidget) -> bool:
    """Gives the focus to the first thing of an area that takes it; False if there is none."""
    for widget in area.findChildren(QWidget):
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible() and widget.isEnabled():
            widget.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return True
    return False
