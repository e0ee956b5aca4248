"""What this machine really offers the window: its clock, codes, folders and desktop."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from random import SystemRandom

from PySide6.QtGui import QGuiApplication

from bruiseaid.app.ask_to_print import ask_and_print
from bruiseaid.app.parts.plain_text import plain_labels
from bruiseaid.app.surroundings import Surroundings
from bruiseaid.store.folders import data_folder

_CODE_LETTERS = "ACDEFGHJKMNPQRTUVWXY34679"  # no letter or digit that is taken for another


class SystemDesktop:
    """Clipboard, viewer and file dialog of the system. PySide makes what it needs for the last two with the first."""

    def copy(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)

    def open_file(self, path: Path) -> None:
        _open(path)

    def open_folder(self, path: Path) -> None:
        _open(path)

    def where_to_save(self, proposed: Path) -> Path | None:
        from PySide6.QtWidgets import QFileDialog

        with plain_labels():
            chosen, _ = QFileDialog.getSaveFileName(None, "Save a copy of the record", str(proposed), "PDF (*.pdf)")
        return Path(chosen) if chosen else None

    def which_to_open(self) -> Path | None:
        from PySide6.QtWidgets import QFileDialog

        with plain_labels():
            chosen, _ = QFileDialog.getOpenFileName(None, "Check a record", "", "PDF (*.pdf)")
        return Path(chosen) if chosen else None

    def which_folder(self, words: str) -> Path | None:
        from PySide6.QtWidgets import QFileDialog

        with plain_labels():
            chosen = QFileDialog.getExistingDirectory(None, words)
        return Path(chosen) if chosen else None

    def print_pdf(self, document: bytes, name: str, said: Callable[[str], None]) -> None:
        ask_and_print(document, name, said)


def _open(path: Path) -> None:
    from PySide6.QtCore import QUrl
    from PySide6.QtGui import QDesktopServices

    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def new_code() -> str:
    """A record's code: R- and four letters or digits, drawn anew each time."""
    return "R-" + "".join(SystemRandom().choices(_CODE_LETTERS, k=4))


def surroundings(rules: Path | None = None) -> Surroundings:
    """The real clock, folders and desktop; `rules`: the folder of the protocol, None for the shipped one."""
    return Surroundings(lambda: datetime.now(UTC), new_code, data_folder(), SystemDesktop(), rules)
