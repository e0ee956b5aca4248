"""The finished record and other people's files: look at it, print it, copy it, keep it elsewhere, check a PDF."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from bruiseaid.app.apart import made_apart
from bruiseaid.app.screens.file_check import FileCheck
from bruiseaid.app.screens.papers import OpenPaper, PaperKind, Piece, action_for_parents, copied_words, whole_text
from bruiseaid.app.screens.state import EMERGENCY, FILE_CHECK, FINISHED, HELP, PORTAL, PREVIEW, SETTINGS
from bruiseaid.app.steps.recording import Recording
from bruiseaid.store.atomic import write_atomically

_GONE = "The record is not where it was made any more. Look in the folder, or finish again."


class Papers(Recording):
    """What can be done with papers."""

    def forward(self) -> None:
        place = self._state.ui.place
        if place in (PREVIEW, PORTAL):
            self._ui(place=FINISHED, paper=None, said="")
        elif place == FILE_CHECK:
            self._ui(place=self._state.ui.left, checked=None, said="")
        else:
            super().forward()

    # ---- the record that was made -----------------------------------------------------------------------------------

    def copy(self, text: str) -> None:
        self._around.desktop.copy(text)

    def open_pdf(self) -> None:
        self._around.desktop.open_file(Path(self._state.ui.pdf))

    def open_annex(self) -> None:
        self._around.desktop.open_file(Path(self._state.ui.annex))

    def show_in_folder(self) -> None:
        self._around.desktop.open_folder(Path(self._state.ui.pdf).parent)

    def save_copy(self) -> None:
        made = Path(self._state.ui.pdf)
        chosen = self._around.desktop.where_to_save(made)
        if chosen is None:
            return
        try:
            write_atomically(chosen, made.read_bytes())
        except OSError:
            self.tell("The copy could not be written there. Choose another place. The record itself is kept.")
            return
        self._ui(pdf=str(chosen), problem="")

    def open_paper(self, kind: PaperKind) -> None:
        """Shows the pages of a paper of the finished record, as they will be printed."""
        try:
            data = self._paper(kind)
        except OSError:
            self.tell(_GONE)
            return
        self._ui(place=PREVIEW, paper=OpenPaper(kind, data), said="", problem="")

    def print_paper(self) -> None:
        """Asks for a printer, and prints the paper that is open."""
        paper = self._state.ui.paper
        if paper is not None:
            name = f"{self._draft().id} {paper.kind}"
            self._around.desktop.print_pdf(paper.data, name, lambda words: self._ui(said=words))

    def _paper(self, kind: PaperKind) -> bytes:
        if kind == "record":
            return Path(self._state.ui.pdf).read_bytes()
        state, draft, made_at = self._state, self._draft(), self._made_at()
        told = action_for_parents(state) if kind == "parents" else None

        def made() -> bytes:
            from bruiseaid.app import finishing

            if told is not None:
                return finishing.page_for_parents(draft, told, made_at, state.proved)
            record = finishing.record_of(draft, made_at, state.proved)
            return finishing.page_for_the_call(record, state.protocol, state.settings.lead)

        return made_apart(made)

    def _made_at(self) -> datetime:
        return self._state.ui.finished_at or self._around.now()

    def open_portal(self) -> None:
        """Shows the record in pieces for a borough's web form."""
        draft, made_at, proved = self._draft(), self._made_at(), self._state.proved

        def made() -> tuple[Piece, ...]:
            from bruiseaid.app import finishing

            return finishing.pieces_for_a_form(finishing.record_of(draft, made_at, proved))

        self._ui(place=PORTAL, pieces=made_apart(made), said="")

    def copy_piece(self, piece: str) -> None:
        """Copies one piece for a box of a form; an empty id copies all."""
        pieces = self._state.ui.pieces
        found = next((one for one in pieces if one.id == piece), None)
        self.copy(found.text if found else whole_text(pieces))
        self._ui(said=copied_words(found))

    # ---- somebody's file --------------------------------------------------------------------------------------------

    def choose_file_to_check(self) -> None:
        """Asks for a PDF, and checks it."""
        chosen = self._around.desktop.which_to_open()
        if chosen is not None:
            self.check_file(chosen)

    def check_file(self, path: Path) -> None:
        """Looks whether a PDF is an unchanged record; the answer comes when it is there."""
        from bruiseaid.app.checking import check_beside

        looking = FileCheck(path.name, "looking")
        ui = self._state.ui
        beside = (EMERGENCY, HELP, SETTINGS, FILE_CHECK)
        left = ui.left if ui.place in beside else ui.place
        self._ui(place=FILE_CHECK, left=left, checked=looking, said="", hidden=False)
        self._looking = check_beside(path, self._around.data, lambda check: self._checked(looking, check))

    def _checked(self, looking: FileCheck, found: FileCheck) -> None:
        if self._state.ui.checked is looking:
            self._ui(checked=found, said=found.said)
