"""The session: carries out every intention of the window. Its parts are in `steps`."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

from bruiseaid.app import deciding, doing
from bruiseaid.app.screens.check import can_finish_early, missing_answers
from bruiseaid.app.screens.forms import ROLES, decision_errors
from bruiseaid.app.screens.state import CHECK, CLOSING, DO_NOW, FINISHED, LADDER
from bruiseaid.app.steps.recording import Recording
from bruiseaid.engine.recommend import recommend
from bruiseaid.store.atomic import write_atomically


class Session(Recording):
    """Holds the state and carries out intentions."""

    # ---- doing ----------------------------------------------------------------------------------------------------

    def rang_emergency(self) -> None:
        draft = doing.with_event(self._draft(), "Rang the emergency number", self._around.now())
        self._keep(draft, place=self._state.ui.left)

    def record_done(self, action: str, result: str, reference: str) -> None:
        draft = doing.with_done(self._state, action, result, reference, self._around.now())
        place = LADDER if doing.was_declined(self._state) else self._state.ui.place
        self._keep(draft, form="", form_choice="", place=place)

    def undo_done(self, action: str) -> None:
        self._keep(doing.without_done(self._state, action, self._around.now()))

    def record_rung(self, rung: str, outcome: str) -> None:
        self._keep(doing.with_rung(self._state, rung, outcome, self._around.now()), form="")

    # ---- deciding and closing --------------------------------------------------------------------------------------

    def write_in_form(self, field: str, value: str) -> None:
        if self._state.ui.place == CLOSING:
            self._keep(doing.with_closing(self._state, field, value, self._around.now()))
        else:
            self._ui(written=MappingProxyType({**self._state.ui.written, field: value}))

    def decide(self) -> None:
        errors = decision_errors(self._state)
        if errors:
            self._ui(errors=MappingProxyType({"form": errors}))
            return
        written, now = self._state.ui.written, self._around.now()
        roles = dict(ROLES)
        by = ", ".join(part for part in (written.get("by", "").strip(), roles.get(written.get("role", ""), "")) if part)
        draft = deciding.decided(
            self._draft(),
            recommend(self._draft().case, now),
            written["level"],
            by or self._state.settings.name or "the practitioner",
            written["reason"].strip(),
            now,
        )
        self._keep(draft, place=DO_NOW, written=MappingProxyType({}), errors=MappingProxyType({}))

    def undo_decision(self) -> None:
        draft = doing.with_event(deciding.undecided(self._draft()), "Decision taken back", self._around.now())
        self._keep(draft, place=DO_NOW)

    # ---- finishing ------------------------------------------------------------------------------------------------

    def finish(self, *, early: bool) -> None:
        missing = missing_answers(self._state)
        if missing and not (early and can_finish_early(self._state)):
            self._ui(insisted=True)
            return
        from bruiseaid.app.finishing import make_document

        now = self._around.now()
        draft = doing.with_event(self._draft(), "Record made", now)
        outcome = recommend(draft.case, now)
        try:
            path = make_document(draft, outcome, now, self._state.proved, self._around.data, self._around.rules)
        except OSError:
            self.tell("The record could not be written. Look at the disk, then finish again. Your answers are kept.")
            return
        self._state = replace(self._state, ui=replace(self._state.ui, insisted=False))
        self._keep(replace(draft, page=CHECK), place=FINISHED, pdf=str(path), finished_at=now)

    def copy(self, text: str) -> None:
        self._around.desktop.copy(text)

    def open_pdf(self) -> None:
        self._around.desktop.open_file(Path(self._state.ui.pdf))

    def show_in_folder(self) -> None:
        self._around.desktop.open_folder(Path(self._state.ui.pdf).parent)

    def save_copy(self) -> None:
        made = Path(self._state.ui.pdf)
        chosen = self._around.desktop.where_to_save(made)
        if chosen is not None:
            write_atomically(chosen, made.read_bytes())
            self._ui(pdf=str(chosen))
