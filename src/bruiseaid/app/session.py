"""The session: carries out every intention of the window. Its parts are in `steps`."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path
from types import MappingProxyType

from bruiseaid.app import deciding, doing
from bruiseaid.app.filed import annex_of
from bruiseaid.app.screens.forms import ROLES, decision_errors
from bruiseaid.app.screens.made import kept_file, stands
from bruiseaid.app.screens.missing import can_finish_early, missing_answers
from bruiseaid.app.screens.state import ADDENDUM, CHECK, CLOSING, DO_NOW, FINISHED, LADDER
from bruiseaid.app.steps.adding import Adding
from bruiseaid.engine.outcome import Outcome
from bruiseaid.engine.recommend import recommend
from bruiseaid.record.noting import is_noted, noted, with_noted, without_noted
from bruiseaid.record.progress import MADE, RANG, Draft

NO_PLACE = "This computer cannot keep the record. Finish again, and choose another place for it."
SAVED_ELSEWHERE = "This computer could not keep the record. It is saved only where you chose."
SAY_WHO = "Write who it was, and what they said."
_NO_ERRORS = MappingProxyType[str, tuple[str, ...]]({})
NOT_SEALED = "It is not sealed: the key of this computer could not be read or made."


class Session(Adding):
    """Holds the state and carries out intentions."""

    # ---- doing ----------------------------------------------------------------------------------------------------

    def rang_emergency(self, action: str = "") -> None:
        now = self._around.now()
        self._state = replace(self._state, draft=doing.with_event(self._draft(), RANG, now))
        self._keep(doing.with_done(self._state, action, now) if action else self._draft())

    def open_form(self, name: str, *, refused: bool = False) -> None:
        self._keep(doing.with_form(self._state, name, refused=refused), form=name, errors=_NO_ERRORS)

    def close_form(self) -> None:
        self._ui(form="")

    def give_form_up(self) -> None:
        self._keep(without_noted(self._draft(), self._state.ui.form), form="")

    def note(self, form: str, field: str, words: str) -> None:
        self._keep(with_noted(self._draft(), form, field, words))

    def record_done(self, action: str) -> None:
        fields = noted(self._draft(), action)
        if problem := doing.wrong_with(self._state, action):
            self._ui(errors=MappingProxyType({"form": (problem,)}))
            return
        way: dict[str, object] = {"place": LADDER, "came": ""} if doing.is_refusal(self._state, fields) else {}
        self._keep(doing.with_done(self._state, action, self._around.now()), form="", errors=_NO_ERRORS, **way)

    def undo_done(self, action: str) -> None:
        self._keep(doing.without_done(self._state, action, self._around.now()))

    def record_rung(self, rung: str, *, agreed: bool) -> None:
        if not is_noted(self._draft(), rung):
            self._ui(errors=MappingProxyType({"form": (SAY_WHO,)}))
            return
        draft = doing.with_rung(self._state, rung, self._around.now(), agreed=agreed)
        self._keep(draft, form="", errors=_NO_ERRORS)

    def undo_rung(self, rung: str) -> None:
        self._keep(doing.without_rung(self._state, rung, self._around.now()))

    def save_form(self) -> bool:
        """Saves the form that is open, if anything is written in it; False: it stays, or leads elsewhere."""
        ui = self._state.ui
        if ui.place not in (DO_NOW, LADDER) or not ui.form or not is_noted(self._draft(), ui.form):
            return True
        if ui.place == LADDER:
            self.record_rung(ui.form, agreed=False)
        else:
            self.record_done(ui.form)
        return not self._state.ui.form and self._state.ui.place == ui.place

    # ---- deciding and closing --------------------------------------------------------------------------------------

    def write_in_form(self, field: str, value: str) -> None:
        if self._state.ui.place == ADDENDUM:
            self.write_addendum(field, value)
        elif self._state.ui.place == CHECK:
            self._keep(replace(self._draft(), because=value))
        elif self._state.ui.place == CLOSING:
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
        settings = self._state.settings
        low = deciding.lower_levels(self._state.protocol, recommend(self._draft().case, now), self._state.done)
        own = written["level"] not in {one.id for one in low}
        draft = deciding.with_decision(
            self._draft(),
            recommend(self._draft().case, now),
            written["level"],
            by=(settings.name or "The practitioner") if own else written["by"].strip(),
            role=settings.role if own else roles[written["role"]],
            reason=written["reason"].strip(),
            now=now,
        )
        self._keep(draft, place=DO_NOW, written=MappingProxyType({}), errors=MappingProxyType({}))

    def undo_decision(self) -> None:
        self._keep(deciding.without_decision(self._draft(), self._around.now()), place=DO_NOW)

    # ---- finishing ------------------------------------------------------------------------------------------------

    def finish(self, *, early: bool) -> None:
        if stands(self._state):
            self._to_the_record()
            return
        missing = missing_answers(self._state)
        free = self._draft().practice or can_finish_early(self._state)
        if missing and not (early and free):
            self._ui(insisted=True)
            return
        from bruiseaid.app.filing import make_document

        now = self._around.now()
        draft = doing.with_event(self._draft(), MADE, now)
        outcome = recommend(draft.case, now)
        try:
            path = make_document(draft, outcome, now, self._state.proved, self._around.data, self._around.rules)
        except OSError:
            self._finish_elsewhere(draft, outcome, now)
            return
        self._state = replace(self._state, ui=replace(self._state.ui, insisted=False))
        draft = replace(draft, page=CHECK, made_at=now)
        filed = self.files_of(draft)
        annex = annex_of(path)
        self._keep(draft, place=FINISHED, pdf=str(path), annex=annex, finished_at=now, filed=filed, said="")

    def _to_the_record(self) -> None:
        """To the record that was made and stands; if its file is gone, that is said, and it can be made again."""
        if Path(kept_file(self._state)).is_file():
            self.go_to(FINISHED)
        else:
            self._ui(pdf="", annex="", filed=None)

    def _finish_elsewhere(self, draft: Draft, outcome: Outcome, now: datetime) -> None:
        """The data folder takes no record: asks for another place, so that it can be made all the same."""
        from bruiseaid.app.filing import make_elsewhere

        around = self._around
        try:
            made = make_elsewhere(
                draft, outcome, now, self._state.proved, around.data, around.rules, around.desktop.where_to_save
            )
        except OSError:
            self.tell("The record could not be written there. Finish again, and choose another place.")
            return
        if made is None:
            self.tell(NO_PLACE)
            return
        path, is_sealed = made
        said = SAVED_ELSEWHERE if is_sealed or draft.practice else f"{SAVED_ELSEWHERE} {NOT_SEALED}"
        self._state = replace(self._state, ui=replace(self._state.ui, insisted=False))
        draft = replace(draft, page=CHECK, made_at=now)
        annex = annex_of(path)
        self._keep(draft, place=FINISHED, pdf=str(path), annex=annex, finished_at=now, filed=None, said=said)
