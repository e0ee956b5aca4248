"""Everything in the window once there is a session: bar, rail, column, panel, foot, status; or the hidden screen."""

from __future__ import annotations

from typing import TypeAlias

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from bruiseaid.app.frame.bar import Bar
from bruiseaid.app.frame.keys import Keys, flush
from bruiseaid.app.frame.lines import Banner, Foot, PanelLine, QuietLine, Status, StepLine
from bruiseaid.app.frame.mnemonics import Letters
from bruiseaid.app.frame.panel import Panel
from bruiseaid.app.frame.practice_band import PracticeBand
from bruiseaid.app.frame.rail import Rail
from bruiseaid.app.frame.ready_line import ReadyLine
from bruiseaid.app.frame.strip import Strip
from bruiseaid.app.look import Look
from bruiseaid.app.pages.hidden import HiddenPage
from bruiseaid.app.pages.shelf import Shelf
from bruiseaid.app.parts.dress import stand_on
from bruiseaid.app.parts.grounds import column, row
from bruiseaid.app.parts.lean import bare
from bruiseaid.app.parts.tab_order import set_tab_order, stops_in
from bruiseaid.app.parts.way_back import WayBack
from bruiseaid.app.screen import Screen
from bruiseaid.app.screens.question import QuestionPage
from bruiseaid.app.screens.state import SETTINGS
from bruiseaid.app.session import Session

PANEL_FROM = 1200
RAIL_FROM = 960
PLACE_KEPT_FROM = 480
TIGHT_UNDER = 600
_TICK_MS = 5_000

AnyPart: TypeAlias = Bar | Banner | StepLine | PanelLine | Rail | Panel | Strip | ReadyLine | Foot | Status


class Whole(QStackedWidget):
    """Shows the session's screen."""

    def __init__(self, look: Look, session: Session) -> None:
        super().__init__()
        self._look, self._session = look, session
        self._place, self._announced, self._minute = "", "", ""
        self._changing = self._behind = False
        self._shown: dict[QWidget, tuple[object, ...]] = {}
        stand_on(self, "canvas")
        self.addWidget(self._build())
        self._hidden = HiddenPage(look, session)
        self.addWidget(self._hidden)
        self._keys = Keys(self, session)
        session.changed.connect(self.refresh)
        session.about_to_move.connect(self._hand_on)
        self._alt_letters = Letters()
        self._letters = QTimer(self, singleShot=True, interval=0)  # after the page is painted
        self._letters.timeout.connect(self._give_letters)
        self._clock = QTimer(self, interval=_TICK_MS)
        self._clock.timeout.connect(self._minute_passed)
        self._clock.start()

    def _build(self) -> QWidget:
        whole = bare()
        lines = self._lines = column(whole)
        self.bar = Bar(self._look, self._session)
        self.practice_band = PracticeBand(self._look)
        self.step_line = StepLine(self._look, self._session)
        self.panel_line = PanelLine(self._look, self._session)
        for line in (self.bar, self.practice_band, self.step_line):
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
        main = bare()
        stand_on(main, "surface")
        inside = column(main)
        self.banner = Banner(self._look)
        self.strip = Strip(self._look, self._session)
        self._from_strip = WayBack(self.strip)
        self.strip.closed.connect(self._back_from_strip)
        self.ready_line = ReadyLine(self._look, self._session)
        self.shelf = Shelf(self._look, self._session, self._room)
        self.foot = Foot(self._look, self._session, self.forward)
        inside.addWidget(self.banner)  # not above the rail, which would move with it
        self._quiet_line = QuietLine(self._look)
        for line in (self.strip, self.ready_line, self.panel_line, self._quiet_line):
            inside.addWidget(line)
        inside.addWidget(self.shelf, 1)
        inside.addWidget(self.foot)
        return main

    def focusNextPrevChild(self, forwards: bool) -> bool:
        """Tab: the order is put right when it is needed, not whenever a page goes and takes the focus along."""
        if not self._changing:
            set_tab_order(
                (self.strip, self.ready_line, self.panel_line, self.shelf, self.foot, self.panel, self.rail, self.bar)
            )
        return (forwards and self._into_question()) or super().focusNextPrevChild(forwards)

    def _into_question(self) -> bool:
        """From the title of a question to its answers; False if the focus is not there."""
        page = self.shelf.question_page()
        first = next(stops_in(page), None) if page is not None and page.title.hasFocus() else None
        if first is not None:
            first.setFocus(Qt.FocusReason.TabFocusReason)
        return first is not None

    def _back_from_strip(self) -> None:
        page = self.shelf.question_page()
        self._from_strip.go(otherwise=page.title if page is not None else None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What nothing with the focus wanted."""
        if not self._keys.take(event):
            super().keyPressEvent(event)

    def areas(self) -> tuple[QWidget, ...]:
        """The parts of the window that F6 goes through."""
        return (self.shelf, self.foot, self.panel, self.rail, self.bar)

    # ---- showing --------------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Shows the session's screen.

        A page that goes hands on what was being written on it. What follows from that is shown next, and not within:
        Qt does not bear a page that changes while it is being put away.
        """
        if self._changing:
            self._behind = True
            return
        screen = self._session.screen()
        self.setCurrentIndex(1 if screen.hidden else 0)
        if screen.hidden:
            self._hidden.arrive()
            return
        self._changing = True
        arrives = screen.place != self._place
        self._place = screen.place
        if arrives:
            self._make_room(screen)
        else:
            self._show_frame(screen)
        self.shelf.show_screen(screen, arrives=arrives)
        self._changing = False
        if self._behind:
            self._behind = False
            self.refresh()
            return
        self._letters.start()
        self._announce(screen.announcement)

    def _hand_on(self) -> None:
        flush(self.shelf)

    def _make_room(self, screen: Screen) -> None:
        with self.shelf.laid_out_once():
            self._show_frame(screen)
            self._lines.activate()

    def restyle(self) -> None:
        """Makes the pages anew, in another theme or text size."""
        self.shelf.forget()
        self._alt_letters = Letters()
        self._place = ""
        self._shown.clear()
        self.refresh()

    def _show_frame(self, screen: Screen) -> None:
        narrow, no_panel = self._width() < RAIL_FROM, self._width() < PANEL_FROM
        self._show(self.bar, screen.bar, narrow=narrow, tight=self._width() < TIGHT_UNDER)
        self.practice_band.show_words(screen.practice)
        self._show(self.banner, screen.banner)
        self.rail.setVisible(bool(screen.rail) and not narrow)
        self.rail.setFixedWidth(self._look.px(200 if no_panel else 216))
        self._show(self.rail, screen.rail, screen.leave, screen.change)
        self.step_line.setVisible(bool(screen.rail) and narrow)
        self._show(self.step_line, screen.step_words, screen.rail, screen.leave)
        self._show_above(screen, no_panel=no_panel)
        self._show(self.foot, screen.foot, narrow=narrow, tight=self._is_tight(screen))
        self._show(self.status, screen.status, narrow=narrow)

    def _show_above(self, screen: Screen, *, no_panel: bool) -> None:
        """One line above a question. Its place is kept while nothing stands there: no answer moves the others."""
        taken = screen.strip is not None or bool(screen.ready)
        words = _panel_link(screen) if no_panel and _wants_panel(screen) else ""
        line = bool(words) and not taken
        self._show_panel(screen, line=line)
        self._show(self.strip, screen.strip, panel=words)
        self._show(self.ready_line, screen.ready, panel=words)
        self._quiet_line.setVisible(not taken and not line and self._can_keep_place(screen))
        tall = self._look.px(36) + 14  # as tall as the strip with its button
        for part in (self.ready_line, self.panel_line, self._quiet_line):
            part.setMinimumHeight(tall)

    def _can_keep_place(self, screen: Screen) -> bool:
        """Not where it is scarce: the body at the largest text needs all of it."""
        return isinstance(screen.page, QuestionPage) and self.window().height() / self._look.scale >= PLACE_KEPT_FROM

    def _show_panel(self, screen: Screen, *, line: bool) -> None:
        """The panel, or one line of it."""
        self.panel.setVisible(self._has_panel(screen))
        self.panel.setFixedWidth(self._panel_width())
        self.panel_line.setVisible(line)
        if screen.panel is not None:
            self._show(self.panel, screen.panel)
            self._show(self.panel_line, screen.panel, opened=screen.panel_open)

    def _has_panel(self, screen: Screen) -> bool:
        return _wants_panel(screen) and (self._width() >= PANEL_FROM or screen.panel_open)

    def _is_tight(self, screen: Screen) -> bool:
        """Whether the page has little room: in a small window with large text, or beside the panel."""
        beside = self.rail.width() if self.rail.isVisible() else 0
        beside += self._panel_width() if self._has_panel(screen) else 0
        return self.width() - beside < self._look.px(TIGHT_UNDER)

    def _panel_width(self) -> int:
        return self._look.px(336 if self._width() >= 1600 else 296)

    def _room(self, screen: Screen) -> QSize:
        """How large the page of that screen will be."""
        beside = self.rail.width() if self.rail.isVisible() else 0
        beside += self._panel_width() if self._has_panel(screen) else 0
        return QSize(self.width() - beside, self.shelf.height())

    def _show(self, part: AnyPart, *view: object, **how: object) -> None:
        """Has a part of the frame show that, unless it shows just that already: most moves change one or two."""
        now = (*view, *how.items())
        if self._shown.get(part) != now:
            self._shown[part] = now
            part.show_view(*view, **how)  # type: ignore[arg-type]

    def _width(self) -> float:
        return self.window().width() / self._look.scale

    def _give_letters(self) -> None:
        self._alt_letters.give(self, (*self.areas(), self.strip, self.ready_line, self.step_line, self.panel_line))

    def _announce(self, words: str) -> None:
        """Says something once, politely; the focus stays where it is."""
        if words and words != self._announced:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.window(), words))
        self._announced = words

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._place and not self._session.state.ui.hidden:
            self._show_frame(self._session.screen())

    def _minute_passed(self) -> None:
        """Works out again what is due, once a minute."""
        now = self._session.minute()
        if now != self._minute:
            self._minute = now
            self._session.tick()

    def forward(self) -> None:
        """The foot's primary button, by click or key."""
        flush(self)
        if self._session.state.ui.hidden or not self.foot.isVisible():
            return
        page = self.shelf.question_page()
        if self._session.state.ui.place == SETTINGS:
            self.shelf.save_settings()
        elif page is None or not page.shows_what_was_unseen():
            self._session.forward()
            self.shelf.insist()


def _panel_link(screen: Screen) -> str:
    return "Hide why" if screen.panel_open else "Show why"


def _wants_panel(screen: Screen) -> bool:
    wide = isinstance(screen.page, QuestionPage) and screen.page.wide
    return screen.panel is not None and not wide
