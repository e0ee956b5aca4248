"""The pages, kept once made, of which one is shown."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtWidgets import QStackedWidget, QWidget

from bruiseaid.app.look import Look
from bruiseaid.app.pages.home import HomePage
from bruiseaid.app.screen import Screen
from bruiseaid.app.screens import check, do_now, forms, ladder, others, question
from bruiseaid.app.session import Session

if TYPE_CHECKING:
    from bruiseaid.app.pages.check import CheckPage
    from bruiseaid.app.pages.do_now import DoNowPage
    from bruiseaid.app.pages.emergency import EmergencyPage
    from bruiseaid.app.pages.finished import FinishedPage
    from bruiseaid.app.pages.form import FormPage
    from bruiseaid.app.pages.help import HelpPage
    from bruiseaid.app.pages.ladder import LadderPage
    from bruiseaid.app.pages.question import QuestionPage
    from bruiseaid.app.pages.settings import SettingsPage

AnyPage: TypeAlias = (
    "HomePage | SettingsPage | QuestionPage | DoNowPage | LadderPage | CheckPage"
    " | FinishedPage | EmergencyPage | HelpPage | FormPage"
)


class Shelf(QStackedWidget):
    """Makes a page when it is first shown, and shows it again later with other values."""

    def __init__(self, look: Look, session: Session) -> None:
        super().__init__()
        self.setObjectName("shelf")
        self._look, self._session = look, session
        self._pages: dict[str, AnyPage] = {}
        self._had_errors: dict[str, tuple[str, ...]] = {}
        self._record = ""

    def show_screen(self, screen: Screen, *, arrives: bool) -> None:
        """Shows the page of the screen; `arrives`: another one was shown before."""
        self._forget_other_record()
        page = self._page_for(screen)
        self._show(page, screen)
        if self.currentWidget() is not page:
            self.setCurrentWidget(page)
            arrives = True
        if arrives:
            page.arrive()

    def _show(self, page: AnyPage, screen: Screen) -> None:
        if isinstance(screen.page, question.QuestionPage):
            self._show_question(page, screen, screen.page)  # type: ignore[arg-type]
        else:
            page.show_view(screen.page)  # type: ignore[union-attr,arg-type]

    def _show_question(self, page: QuestionPage, screen: Screen, view: question.QuestionPage) -> None:
        newly = view.main.errors and not self._had_errors.get(screen.place)
        page.show_screen(screen, view)
        if newly:
            page.focus_wrong(screen, view)
        self._had_errors[screen.place] = view.main.errors

    def _page_for(self, screen: Screen) -> AnyPage:
        kept = self._pages.get(screen.place)
        if kept is not None and isinstance(screen.page, question.QuestionPage):
            if kept.fits(screen.page):  # type: ignore[union-attr]
                return kept
            self._drop(screen.place)
        elif kept is not None:
            return kept
        made = self._make(screen)
        self._pages[screen.place] = made
        self.addWidget(made)
        return made

    def _make(self, screen: Screen) -> AnyPage:
        """The page for that screen; its module is imported when the first one is made."""
        look, do = self._look, self._session
        match screen.page:
            case question.QuestionPage() as view:
                return _question(look, view, do)
            case others.SettingsPage() as view:
                return _settings(look, view, do)
            case others.HomePage():
                return HomePage(look, do)
            case _:
                return _MAKERS[type(screen.page)](look, do)

    def _forget_other_record(self) -> None:
        """Pages made for one record never serve another: nothing of one child can show in another's."""
        draft = self._session.state.draft
        record = draft.id if draft is not None else ""
        if record != self._record:
            self._record = record
            self.forget()

    def forget(self) -> None:
        """Drops all pages; they are made anew."""
        for place in list(self._pages):
            self._drop(place)

    def _drop(self, place: str) -> None:
        page: QWidget = self._pages.pop(place)
        self.removeWidget(page)
        page.hide()
        page.deleteLater()

    def find_place(self) -> None:
        """Gives the focus to the search of the body map, if it is shown."""
        marks = getattr(self.currentWidget(), "marks", lambda: None)()
        if marks is not None:
            marks.search_place()

    def insist(self) -> None:
        """Gives the focus to what is missing, if the page shown has just said so."""
        if (insist := getattr(self.currentWidget(), "insist", None)) is not None:
            insist()

    def save_settings(self) -> None:
        """Keeps what is written on the settings page."""
        if (save := getattr(self.currentWidget(), "save", None)) is not None:
            save()


def _question(look: Look, view: question.QuestionPage, do: Session) -> AnyPage:
    from bruiseaid.app.pages.question import QuestionPage

    return QuestionPage(look, view, do.state.protocol.time_zone, do)


def _settings(look: Look, view: others.SettingsPage, do: Session) -> AnyPage:
    from bruiseaid.app.pages.settings import SettingsPage

    return SettingsPage(look, view, do)


def _do_now(look: Look, do: Session) -> AnyPage:
    from bruiseaid.app.pages.do_now import DoNowPage

    return DoNowPage(look, do)


def _ladder(look: Look, do: Session) -> AnyPage:
    from bruiseaid.app.pages.ladder import LadderPage

    return LadderPage(look, do)


def _form(look: Look, do: Session) -> AnyPage:
    from bruiseaid.app.pages.form import FormPage

    return FormPage(look, do)


def _check(look: Look, do: Session) -> AnyPage:
    from bruiseaid.app.pages.check import CheckPage

    return CheckPage(look, do)


def _finished(look: Look, do: Session) -> AnyPage:
    from bruiseaid.app.pages.finished import FinishedPage

    return FinishedPage(look, do)


def _emergency(look: Look, do: Session) -> AnyPage:
    from bruiseaid.app.pages.emergency import EmergencyPage

    return EmergencyPage(look, do)


def _help(look: Look, _do: Session) -> AnyPage:
    from bruiseaid.app.pages.help import HelpPage

    return HelpPage(look)


_MAKERS: Mapping[type, Callable[[Look, Session], AnyPage]] = {
    do_now.DoNowPage: _do_now,
    ladder.LadderPage: _ladder,
    check.CheckPage: _check,
    forms.FormPage: _form,
    others.FinishedPage: _finished,
    others.EmergencyPage: _emergency,
    others.HelpPage: _help,
}
