"""Adding to a finished record: writing an addendum, checking it, sealing it, and looking at those that are sealed."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from types import MappingProxyType

from bruiseaid.app import filed
from bruiseaid.app.doing import with_event
from bruiseaid.app.screens.filed import Filed
from bruiseaid.app.screens.later_facts import faults, parts_written
from bruiseaid.app.screens.papers import OpenPaper
from bruiseaid.app.screens.rules_words import RulesNotice
from bruiseaid.app.screens.state import ADDENDUM, ADDENDUM_CHECK, CHECK, FINISHED, PREVIEW, Ui
from bruiseaid.app.steps.papers import Papers
from bruiseaid.record.progress import ADDED, LEARNT_AT, Draft, is_adding
from bruiseaid.store.atomic import write_atomically

_NONE = MappingProxyType[str, str]({})
_GONE = (
    "The record is not where it was made any more, so nothing can be added to it. Look in the folder, or finish again."
)
_ADDENDUM_GONE = "The addendum is not where it was sealed any more. Look in the folder of the record."


_SAID = "Addendum {} is sealed and saved beside the record."
_NO_ERRORS = MappingProxyType[str, tuple[str, ...]]({})


def _sealed(draft: Draft, number: int, now: datetime) -> Draft:
    """The draft once that addendum is sealed."""
    return with_event(replace(draft, adding=_NONE, page=FINISHED), f"Addendum {number} {ADDED}", now)


class Adding(Papers):
    """What became known later."""

    # ---- a finished record, opened again ----------------------------------------------------------------------------

    def files_of(self, draft: Draft) -> Filed | None:
        """The sealed files of a finished record; None if there are none."""
        if draft.made_at is None or draft.practice:
            return None
        return filed.filed_of(self._around.data, draft.id)

    def _first_ui(self, draft: Draft) -> Ui:
        files = self.files_of(draft)
        if files is None:
            return Ui()
        annex = filed.annex_of(Path(files.path))
        return Ui(filed=files, pdf=files.path, annex=annex, finished_at=draft.made_at)

    def _open(self, draft: Draft, notice: RulesNotice | None = None) -> None:
        """Where the program died between sealing an addendum and noting it, that is noted now."""
        files = self.files_of(draft) if is_adding(draft.adding) else None
        number = filed.sealed_already(files, draft.adding) if files is not None else 0
        super()._open(_sealed(draft, number, self._around.now()) if number else draft, notice)
        if number:
            self._ui(said=_SAID.format(number))

    def _first_place(self, draft: Draft) -> str:
        """A finished record opens at its own page, unless it was changed since; an addendum where it was left."""
        after = draft.page in (FINISHED, ADDENDUM, ADDENDUM_CHECK)
        if self._state.ui.filed is None:
            return CHECK if after else super()._first_place(draft)
        if draft.page in (ADDENDUM, ADDENDUM_CHECK) and is_adding(draft.adding):
            return ADDENDUM
        changed = any(one.id == draft.id and one.changed for one in self._state.drafts)
        return super()._first_place(draft) if changed and not after else FINISHED

    # ---- writing ----------------------------------------------------------------------------------------------------

    def add_to(self, draft: str) -> None:
        """Opens a finished record where something is added to it."""
        self.open_draft(draft)
        if self._state.draft is not None and self._state.draft.id == draft:
            self.open_addendum()

    def open_addendum(self) -> None:
        """Goes to the page to write on, if the sealed files can be added to."""
        draft, files = self._draft(), self.files_of(self._draft())
        problem = _GONE if files is None else filed.why_not_to_add(files)
        if problem:
            self._ui(filed=files, problem=problem, said="")
            return
        if not is_adding(draft.adding):
            now = self._around.now().replace(second=0, microsecond=0)
            draft = replace(draft, adding=MappingProxyType({LEARNT_AT: now.isoformat()}))
        self._state = replace(self._state, draft=draft, ui=replace(self._state.ui, filed=files, said="", thrown=_NONE))
        self.go_to(ADDENDUM)

    def write_addendum(self, part: str, words: str) -> None:
        """Keeps one part as it was written; what was wrong with it is not said any longer."""
        draft = self._draft()
        errors = {name: said for name, said in self._state.ui.errors.items() if name != part}
        adding = MappingProxyType({**draft.adding, part: words})
        self._keep(replace(draft, adding=adding), errors=MappingProxyType(errors))

    def throw_addendum_away(self) -> None:
        """Back to the record. What was written can be brought back until the record is left."""
        draft = self._draft()
        said = "What you had written was thrown away. Control Z brings it back."
        bare = replace(draft, adding=_NONE, page=FINISHED)
        self._keep(bare, place=FINISHED, said=said, thrown=draft.adding, errors=MappingProxyType({}))

    def bring_addendum_back(self) -> None:
        """Back to the page to write on, with everything that was thrown away."""
        thrown = self._state.ui.thrown
        if thrown:
            self._state = replace(self._state, draft=replace(self._draft(), adding=thrown))
            self.open_addendum()

    def undo_ticks(self) -> None:
        if self._state.ui.place == FINISHED:
            self.bring_addendum_back()
        else:
            super().undo_ticks()

    # ---- checking and sealing ---------------------------------------------------------------------------------------

    def forward(self) -> None:
        place = self._state.ui.place
        if place == ADDENDUM and (wrong := faults(self._state)):
            self._ui(errors=MappingProxyType(wrong), field_open=LEARNT_AT if LEARNT_AT in wrong else "")
        elif place == ADDENDUM:
            self.go_to(ADDENDUM_CHECK)
        elif place == ADDENDUM_CHECK:
            self._seal()
        else:
            super().forward()

    def back(self) -> None:
        place = self._state.ui.place
        if place in (ADDENDUM, ADDENDUM_CHECK):
            self.go_to(FINISHED if place == ADDENDUM else ADDENDUM)
        else:
            super().back()

    def _seal(self) -> None:
        """Seals the addendum and goes back to the record; or says why it could not, and keeps what was written."""
        draft, now, files = self._draft(), self._around.now(), self.files_of(self._draft())
        try:
            if files is None:
                raise filed.CannotAddHere(_GONE)
            number = filed.seal_next(files, parts_written(self._state), now, self._around.data)
        except filed.CannotAddHere as error:
            self.tell(str(error))
            return
        except OSError:
            self.tell("The addendum could not be written. Look at the disk, then seal again. Your words are kept.")
            return
        draft = _sealed(draft, number, now)
        self._keep(draft, place=FINISHED, filed=self.files_of(draft), said=_SAID.format(number), errors=_NO_ERRORS)

    # ---- those that are sealed --------------------------------------------------------------------------------------

    def open_addendum_paper(self, path: str) -> None:
        with suppress(OSError):
            self._ui(place=PREVIEW, paper=OpenPaper("addendum", Path(path).read_bytes()), said="", problem="")
            return
        self.tell(_ADDENDUM_GONE)

    def open_addendum_pdf(self, path: str) -> None:
        self._around.desktop.open_file(Path(path))

    def save_addendum_copy(self, path: str) -> None:
        chosen = self._around.desktop.where_to_save(Path(path))
        if chosen is None:
            return
        try:
            write_atomically(chosen, Path(path).read_bytes())
        except OSError:
            self.tell("The copy could not be written there. Choose another place. The addendum itself is kept.")
            return
        self._ui(said=f"A copy is saved as {chosen.name}.", problem="")
