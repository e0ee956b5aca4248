"""Records and settings: begin one, go on with one, take one away."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

from bruiseaid.app import changing, filed
from bruiseaid.app.doing import with_event
from bruiseaid.app.next_child import case_of_next
from bruiseaid.app.reopening import reopened
from bruiseaid.app.screens.frame import NOT_SAVED
from bruiseaid.app.screens.road import places
from bruiseaid.app.screens.rules_words import RulesNotice, only_looked_at
from bruiseaid.app.screens.settings import AS_IT_COMES, RULES_FOLDER, settings_errors
from bruiseaid.app.screens.state import DO_NOW, FIRST, HOME, LADDER, SETTINGS, Ui
from bruiseaid.app.steps.practising import Practising
from bruiseaid.engine.case import Case
from bruiseaid.record.model import Event
from bruiseaid.record.progress import BEGUN_BESIDE, Draft
from bruiseaid.store.drafts import DraftUnreadable

_MOST_CODES = 1000
SETTINGS_NOT_SAVED = (
    "What you said of yourself could not be kept on this computer. It counts until the window is closed."
)
LOOKED_AT = "P-CASE"
"""The code of a case that is only looked at: practice, of no story."""


class Recording(Practising):
    """The drafts on this computer, and who works here."""

    def start(self) -> None:
        if not self._state.settings.borough:
            self._ui(place=SETTINGS, left=FIRST)
        else:
            self.begin()

    def begin(self) -> None:
        self._adopt_rules()
        now = self._around.now()
        answers = changing.answers_from_settings(self._state.protocol, self._state.settings)
        case = Case(self._state.protocol, now, self._state.settings.borough, MappingProxyType(answers))
        draft = Draft(self._new_code(), now, now, case)
        self._open(changing.with_given(draft, answers, self._state.settings.name, now))

    def start_next_child(self, question: str, place: int) -> None:
        self.about_to_move.emit()
        now, first = self._around.now(), self._draft()
        answers = case_of_next(first.case, question, place, first.id)
        code = self._new_code()
        with suppress(OSError):  # the window goes on to say so while the disk takes nothing
            self._put_by(with_event(first, f"The record {code} {BEGUN_BESIDE}", now), self._state.outcome)
        case = Case(self._state.protocol, now, first.case.borough, MappingProxyType(answers))
        begun = Event(now, f"Begun beside the record {first.id} of another child of the home")
        draft = Draft(code, now, now, case, events=(begun,), beside=first.id)
        self._open(changing.with_given(draft, answers, self._state.settings.name, now))

    def begin_with(self, case: Case) -> None:
        """Opens the window at a case that was read from a file."""
        now = self._around.now()
        draft = Draft(self._new_code(), now, now, case, page=DO_NOW)
        self._open(changing.with_given(draft, case.answers, self._state.settings.name, now))

    def look_at(self, case: Case) -> None:
        """Opens the window at a case under its own rules, which are not in force: as practice, so nothing is kept."""
        now, protocol = self._around.now(), case.protocol
        self._state = replace(self._state, protocol=protocol, proved=False)
        draft = Draft(LOOKED_AT, now, now, case, page=DO_NOW, practice=True)
        self._open(changing.with_given(draft, case.answers, self._state.settings.name, now), only_looked_at(protocol))

    def _new_code(self) -> str:
        """A code that no draft and no finished record of this computer has.

        Raises:
            LookupError: none was found; there are hundreds of thousands of codes.
        """
        for _ in range(_MOST_CODES):
            code = self._around.new_code()
            if not self._drafts.holds(code) and not filed.is_taken(self._around.data, code):
                return code
        raise LookupError("no free code was found for a new record")

    def open_draft(self, draft: str) -> None:
        try:
            again = reopened(self._drafts, draft, self._state.in_force or self._state.protocol, self._around)
        except DraftUnreadable as error:
            self._ui(problem=f"Record {draft} could not be opened. {' '.join(error.reasons)}")
            return
        proved = self._rules_proved if again.proved is None else again.proved
        self._state = replace(self._state, protocol=again.draft.case.protocol, proved=proved)
        self._open(again.draft, again.notice)

    def open_what_is_left(self, draft: str) -> None:
        """Opens a record where its actions stand."""
        self.open_draft(draft)
        if self._state.draft is not None and self._state.draft.id == draft:
            self.go_to(DO_NOW)

    def remove_draft(self, draft: str) -> None:
        """Takes a draft off this computer."""
        problem = ""
        try:
            self._drafts.remove(draft)
        except OSError:
            problem = f"Record {draft} could not be taken off this computer. Look at the disk, then try again."
        self._state = replace(self._state, drafts=self._drafts.list())
        self._ui(problem=problem)

    def _open(self, draft: Draft, notice: RulesNotice | None = None) -> None:
        self._end_moving()
        self._state = replace(self._state, record_notice=notice)
        self._work_out(draft, self._around.now())
        self._state = replace(self._state, ui=replace(self._first_ui(draft), hidden=self._state.ui.hidden))
        self.go_to(self._first_place(draft))
        self._end_moving()
        if self._state.ui.unsaved:
            self.tell(NOT_SAVED)

    def _first_ui(self, draft: Draft) -> Ui:
        """What the window knows of a record that is opened just now, besides the record."""
        return Ui()

    def _first_place(self, draft: Draft) -> str:
        """Where a record opens: at the place where it was left."""
        order = places(self._state)
        return draft.page if draft.page in (*order, LADDER) else order[0]

    def save_settings(self, values: Mapping[str, str]) -> None:
        if errors := settings_errors(self._state.settings, values):
            self._ui(errors=MappingProxyType({"settings": errors}))
            return
        known = {
            key: "" if AS_IT_COMES.get(key) == value else value
            for key, value in values.items()
            if hasattr(self._state.settings, key)
        }
        settings = replace(self._state.settings, **known)
        problem = ""
        try:
            settings.save(self._around.data)
        except OSError:
            problem = SETTINGS_NOT_SAVED
        moved = settings.rules_folder != self._state.settings.rules_folder
        self._state = replace(self._state, settings=settings)
        if moved:
            self._around = replace(self._around, rules=Path(settings.rules_folder) if settings.rules_folder else None)
            self.rules_moved.emit(settings.rules_folder)
        if self._state.ui.left == FIRST:
            self._state = replace(self._state, ui=replace(self._state.ui, left=HOME))
            self.begin()
        elif self._state.draft is not None:
            self._keep(self._moved(settings.borough), place=self._state.ui.left, errors=MappingProxyType({}))
        else:
            self._adopt_rules()
            self._ui(place=self._state.ui.left, errors=MappingProxyType({}))
        if problem:
            self.tell(problem)

    def choose_rules_folder(self) -> None:
        chosen = self._around.desktop.which_folder("The folder of your local rules")
        if chosen is not None:
            written = {**self._state.ui.written, RULES_FOLDER: str(chosen)}
            self._ui(written=MappingProxyType(written))

    def _moved(self, borough: str) -> Draft:
        """The open record with the borough of the settings, and who makes it where nobody is named yet."""
        draft, protocol, now = self._draft(), self._state.protocol, self._around.now()
        own = changing.answers_from_settings(protocol, self._state.settings)
        new = {name: answer for name, answer in own.items() if name not in draft.case.answers}
        answers = MappingProxyType({**draft.case.answers, **new})
        case = replace(draft.case, borough=borough, answers=answers)
        moved = changing.with_given(replace(draft, case=case), new, self._state.settings.name, now)
        if borough == draft.case.borough:
            return moved
        names = {known.id: known.name for known in protocol.boroughs}
        before = names.get(draft.case.borough, "not said")
        return with_event(moved, f"Borough: {names.get(borough, borough)}. Before: {before}", now)
