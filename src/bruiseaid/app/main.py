"""Puts the window together: clock, codes, folders, protocol, session, look."""

from __future__ import annotations

import os
import secrets
import sys
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog

from bruiseaid.app import last_resort
from bruiseaid.app.fonts import load_fonts
from bruiseaid.app.look import Look
from bruiseaid.app.parts.plain_text import PlainTextFilter
from bruiseaid.app.session import Session
from bruiseaid.app.surroundings import Surroundings
from bruiseaid.app.tokens import DARK, LIGHT
from bruiseaid.app.window import Window
from bruiseaid.content_paths import protocol_folder as shipped_protocol
from bruiseaid.protocol.model import Protocol
from bruiseaid.protocol.reader import read_protocol
from bruiseaid.store.drafts import Drafts
from bruiseaid.store.folders import data_folder
from bruiseaid.store.settings import Settings

_CODE_LETTERS = "ACDEFGHJKMNPQRTUVWXY34679"  # no letter or digit that is taken for another


class SystemDesktop:
    """Clipboard, viewer and file dialog of the system."""

    def copy(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)

    def open_file(self, path: Path) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

    def open_folder(self, path: Path) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

    def where_to_save(self, proposed: Path) -> Path | None:
        chosen, _ = QFileDialog.getSaveFileName(None, "Save a copy of the record", str(proposed), "PDF (*.pdf)")
        return Path(chosen) if chosen else None


def new_code() -> str:
    """A record's code: R- and four letters or digits, drawn anew each time."""
    return "R-" + "".join(secrets.choice(_CODE_LETTERS) for _ in range(4))


def surroundings() -> Surroundings:
    """The real clock, folders and desktop."""
    return Surroundings(lambda: datetime.now(UTC), new_code, data_folder(), SystemDesktop())


def application() -> tuple[QApplication, Look]:
    """The application, dressed once, and a look as the system asks for."""
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    if app.property("dressed") is None:
        _dress(app)
    dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
    return app, Look(DARK if dark else LIGHT)


def _dress(app: QApplication) -> None:
    app.setProperty("dressed", True)
    app.setApplicationName("bruiseaid")
    app.setStyle("Fusion")
    app.installEventFilter(PlainTextFilter(app))
    load_fonts()
    app.setFont(Look().font("body"))


def open_window(protocol: Protocol, look: Look, around: Surroundings) -> Window:
    """The window on that protocol, with drafts and settings of the data folder."""
    session = Session(protocol, Settings.load(around.data), Drafts(around.data / "drafts"), around)
    window = Window(look, session)
    session.setParent(window)
    return window


def run(argv_case: Path | None = None, protocol_folder: Path | None = None) -> int:
    """Shows the window until it is closed; the exit status. A protocol or case that cannot be read is told."""
    os.umask(0o077)
    read = read_protocol(protocol_folder or shipped_protocol())
    if read.protocol is None:
        print("The protocol could not be read:", *map(str, read.problems), sep="\n", file=sys.stderr)
        return 2
    app, look = application()
    window = open_window(read.protocol, look, surroundings())
    if argv_case is not None and not _open_case(window, argv_case, read.protocol):
        return 2
    QGuiApplication.styleHints().colorSchemeChanged.connect(
        lambda scheme: look.become(DARK if scheme == Qt.ColorScheme.Dark else LIGHT, look.scale)
    )
    last_resort.install(window.session.tell)
    window.show()
    return app.exec()


def _open_case(window: Window, path: Path, protocol: Protocol) -> bool:
    from bruiseaid.record.case_file import read_case

    try:
        result = read_case(path.read_bytes(), protocol, datetime.now(UTC), path.name)
    except OSError as error:
        print(f"The case could not be opened: {error.strerror}.", file=sys.stderr)
        return False
    if result.case is None:
        print(*map(str, result.problems), sep="\n", file=sys.stderr)
        return False
    window.session.begin_with(result.case)
    return True
