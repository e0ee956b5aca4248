"""The screen as a value: everything that is shown, computed from the state. Widgets draw it and decide nothing."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeAlias

from bruiseaid.app.screens.addendum import AddendumCheckPage, AddendumPage, addendum_check_page, addendum_page
from bruiseaid.app.screens.announced import Aloud, announced
from bruiseaid.app.screens.check import CheckPage, check_page
from bruiseaid.app.screens.do_now import DoNowPage, do_now_page
from bruiseaid.app.screens.file_check import FileCheckPage, file_check_page
from bruiseaid.app.screens.forms import FormPage, closing_page, decision_page
from bruiseaid.app.screens.frame import (
    Banner,
    Bar,
    Foot,
    RailStep,
    Status,
    banner,
    bar,
    change_words,
    foot_for_question,
    leave_words,
    rail,
    status,
    step_words,
)
from bruiseaid.app.screens.home import HomePage, home_page
from bruiseaid.app.screens.ladder import LadderPage, ladder_page
from bruiseaid.app.screens.others import (
    EmergencyPage,
    FinishedPage,
    HelpPage,
    emergency_page,
    finished_page,
    help_page,
)
from bruiseaid.app.screens.panel import Panel, panel
from bruiseaid.app.screens.papers import PortalPage, PreviewPage, portal_page, preview_page
from bruiseaid.app.screens.practice import BAND, DrillPage, PracticePage, drill_page, is_of_a_story, practice_page
from bruiseaid.app.screens.question import QuestionPage, question_page
from bruiseaid.app.screens.road import ready_words, words_after_result
from bruiseaid.app.screens.settings import SettingsPage, settings_page
from bruiseaid.app.screens.state import (
    ADDENDUM,
    ADDENDUM_CHECK,
    CHECK,
    CLOSING,
    DECISION,
    DO_NOW,
    DRILL,
    EMERGENCY,
    FILE_CHECK,
    FINISHED,
    FIRST,
    HELP,
    LADDER,
    PORTAL,
    PRACTICE,
    PREVIEW,
    SETTINGS,
    State,
    asked_at,
)
from bruiseaid.app.screens.strip import Strip, strip
from bruiseaid.values import dataclass

PageView: TypeAlias = (
    HomePage
    | SettingsPage
    | QuestionPage
    | DoNowPage
    | LadderPage
    | CheckPage
    | FinishedPage
    | EmergencyPage
    | HelpPage
    | FormPage
    | PracticePage
    | DrillPage
    | PreviewPage
    | PortalPage
    | FileCheckPage
    | AddendumPage
    | AddendumCheckPage
)


@dataclass(frozen=True, slots=True)
class Screen:
    """One screen. What is None is not shown. `place` changes when another page is shown."""

    place: str
    hidden: bool
    practice: str
    bar: Bar
    banner: Banner | None
    rail: tuple[RailStep, ...]
    leave: str
    change: str
    step_words: str
    strip: Strip | None
    ready: str
    page: PageView
    panel: Panel | None
    panel_open: bool
    foot: Foot | None
    status: Status
    announcement: str


def screen_for(state: State) -> Screen:
    """The screen that this state shows."""
    page = page_for(state)
    shown_panel = panel(state) if isinstance(page, QuestionPage) else None
    shown_strip, steps, ready = strip(state), rail(state), ready_words(state)
    return Screen(
        place=state.ui.place,
        hidden=state.ui.hidden,
        practice=BAND if state.ui.place == PRACTICE or (state.draft and state.draft.practice) else "",
        bar=bar(state),
        banner=banner(state),
        rail=steps,
        leave=leave_words(state),
        change=change_words(state),
        step_words=step_words(steps),
        strip=shown_strip,
        ready=ready,
        page=page,
        panel=shown_panel,
        panel_open=state.ui.panel_open,
        foot=_foot(state, page),
        status=status(state),
        announcement=announced(state, _aloud(page), shown_strip.words if shown_strip else ready),
    )


def late_words_of(page: PageView) -> str:
    """What the page says of overdue actions."""
    return page.late_words if isinstance(page, DoNowPage) else ""


def _aloud(page: PageView) -> Aloud:
    """What the page says by itself."""
    leaking = page.leaks.head if isinstance(page, CheckPage) else ""
    again = page.looks.aloud if isinstance(page, CheckPage | QuestionPage) else ""
    return Aloud(late_words_of(page), leaking, again)


def page_for(state: State) -> PageView:
    """The page at the present place; the start page where there is no record to show."""
    if state.ui.place == SETTINGS:
        return settings_page(state)
    if state.ui.place == EMERGENCY:
        return emergency_page(state)
    if state.ui.place == HELP:
        return help_page(state)
    if state.ui.place == FILE_CHECK and state.ui.checked is not None:
        return file_check_page(state)
    if state.ui.place == PRACTICE:
        return practice_page(state)
    if state.draft is None:
        return home_page(state)
    if asked_at(state.ui.place):
        return question_page(state)
    return _MAKERS.get(state.ui.place, home_page)(state)


_MAKERS: Mapping[str, Callable[[State], PageView]] = {
    DO_NOW: do_now_page,
    LADDER: ladder_page,
    CHECK: check_page,
    FINISHED: finished_page,
    DECISION: decision_page,
    CLOSING: closing_page,
    DRILL: drill_page,
    PREVIEW: preview_page,
    PORTAL: portal_page,
    ADDENDUM: addendum_page,
    ADDENDUM_CHECK: addendum_check_page,
}


def _foot(state: State, page: PageView) -> Foot | None:
    match page:
        case QuestionPage():
            return foot_for_question(state, answered=page.answered, by_enter=page.by_enter and not page.may_stay_blank)
        case DoNowPage():
            last = "See how you did" if is_of_a_story(state) else "Check and finish"
            return Foot("Back", words_after_result(state) or last, page.ladder_words)
        case LadderPage():
            return Foot("", "Back to what to do now", "")
        case CheckPage():
            note = "" if page.missing else page.finish_note
            return Foot("Back", page.finish_words, leave_words(state), note=note)
        case EmergencyPage():
            return Foot("", page.back, "")
        case HelpPage():
            return Foot("", "Back", "")
        case SettingsPage():
            return Foot("Back", "Save and go on", "Skip for now" if state.ui.left == FIRST else "")
        case PracticePage():
            return Foot("", "To the start page", "")
        case DrillPage():
            return Foot("Back", "Another story", "Make the practice record")
        case FormPage():
            return Foot("Back" if state.ui.place == DECISION else "", page.save, "")
        case AddendumPage():
            return Foot("Back", "Check the addendum", "")
        case AddendumCheckPage():
            return Foot("Back", "Seal the addendum", "")
        case FinishedPage():
            return Foot("", "To the start page", "")
        case PreviewPage() | PortalPage():
            return Foot("", "Back to the finished record", "")
        case FileCheckPage():
            return Foot("", "Back", "")
        case HomePage():
            return None
