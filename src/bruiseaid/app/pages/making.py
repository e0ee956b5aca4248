"""The widget for each kind of page. Its module is imported when the first one is made."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, TypeAlias

from bruiseaid.app.look import Look
from bruiseaid.app.pages.home import HomePage
from bruiseaid.app.screen import PageView
from bruiseaid.app.screens import (
    addendum,
    check,
    do_now,
    file_check,
    forms,
    home,
    ladder,
    others,
    papers,
    practice,
    question,
    settings,
)
from bruiseaid.app.session import Session

if TYPE_CHECKING:
    from bruiseaid.app.pages.addendum import AddendumPage
    from bruiseaid.app.pages.addendum_check import AddendumCheckPage
    from bruiseaid.app.pages.check import CheckPage
    from bruiseaid.app.pages.do_now import DoNowPage
    from bruiseaid.app.pages.drill import DrillPage
    from bruiseaid.app.pages.emergency import EmergencyPage
    from bruiseaid.app.pages.file_check import FileCheckPage
    from bruiseaid.app.pages.finished import FinishedPage
    from bruiseaid.app.pages.form import FormPage
    from bruiseaid.app.pages.help import HelpPage
    from bruiseaid.app.pages.ladder import LadderPage
    from bruiseaid.app.pages.portal import PortalPage
    from bruiseaid.app.pages.practice import PracticePage
    from bruiseaid.app.pages.preview import PreviewPage
    from bruiseaid.app.pages.question import QuestionPage
    from bruiseaid.app.pages.settings import SettingsPage

AnyPage: TypeAlias = (
    "HomePage | SettingsPage | QuestionPage | DoNowPage | LadderPage | CheckPage | PracticePage | DrillPage"
    " | FinishedPage | EmergencyPage | HelpPage | FormPage | PreviewPage | PortalPage | FileCheckPage"
    " | AddendumPage | AddendumCheckPage"
)


def make_page(look: Look, do: Session, page: PageView) -> AnyPage:
    """A new page of that kind; show its view next."""
    match page:
        case question.QuestionPage():
            return _question(look, page, do)
        case settings.SettingsPage():
            return _settings(look, page, do)
        case home.HomePage():
            return HomePage(look, do)
        case _:
            return _MAKERS[type(page)](look, do)


def _question(look: Look, view: question.QuestionPage, do: Session) -> AnyPage:
    from bruiseaid.app.pages.question import QuestionPage

    return QuestionPage(look, view, do.state.protocol.time_zone, do)


def _settings(look: Look, view: settings.SettingsPage, do: Session) -> AnyPage:
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


def _help(look: Look, do: Session) -> AnyPage:
    from bruiseaid.app.pages.help import HelpPage

    return HelpPage(look, do)


def _practice(look: Look, do: Session) -> AnyPage:
    from bruiseaid.app.pages.practice import PracticePage

    return PracticePage(look, do)


def _drill(look: Look, do: Session) -> AnyPage:
    from bruiseaid.app.pages.drill import DrillPage

    return DrillPage(look, do)


def _preview(look: Look, do: Session) -> AnyPage:
    from bruiseaid.app.pages.preview import PreviewPage

    return PreviewPage(look, do)


def _portal(look: Look, do: Session) -> AnyPage:
    from bruiseaid.app.pages.portal import PortalPage

    return PortalPage(look, do)


def _file_check(look: Look, do: Session) -> AnyPage:
    from bruiseaid.app.pages.file_check import FileCheckPage

    return FileCheckPage(look, do)


def _addendum(look: Look, do: Session) -> AnyPage:
    from bruiseaid.app.pages.addendum import AddendumPage

    return AddendumPage(look, do.state.protocol.time_zone, do)


def _addendum_check(look: Look, do: Session) -> AnyPage:
    from bruiseaid.app.pages.addendum_check import AddendumCheckPage

    return AddendumCheckPage(look, do)


_MAKERS: Mapping[type, Callable[[Look, Session], AnyPage]] = {
    do_now.DoNowPage: _do_now,
    ladder.LadderPage: _ladder,
    check.CheckPage: _check,
    forms.FormPage: _form,
    others.FinishedPage: _finished,
    others.EmergencyPage: _emergency,
    others.HelpPage: _help,
    practice.PracticePage: _practice,
    practice.DrillPage: _drill,
    papers.PreviewPage: _preview,
    papers.PortalPage: _portal,
    file_check.FileCheckPage: _file_check,
    addendum.AddendumPage: _addendum,
    addendum.AddendumCheckPage: _addendum_check,
}
