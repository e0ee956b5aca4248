"""A window that follows a folder of rules, with hands; and folders of rules that were changed."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path

from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from bruiseaid.app.frame.lines import Banner
from bruiseaid.app.main import application, begin_with_rules
from bruiseaid.app.surroundings import Surroundings
from bruiseaid.app.window import Window
from bruiseaid.content_paths import protocol_folder
from bruiseaid.protocol.reader import content_hash, contents
from bruiseaid.store.proofs import ProofResult, proofs_of
from tests.journeys.driver import KNOWN, NOW, Driver, RecordingDesktop

RULES, QUESTIONS = "rules.yaml", "questions.yaml"
ANOTHER_WORD = ("Not being sure is enough to refer.", "Being unsure is enough to refer.")
MISTAKE = ("when: {feature: strong}", "when: {feture: strong}")
BROKEN_PROMISE = ("when: {feature: strong}\n    at_least: B", "when: {feature: strong}\n    at_least: C")
SOON_MS = 30_000


class Ruled(Driver):
    """A window on the rules of a folder, as it is put together at every start."""

    def __init__(self, qtbot: QtBot, data: Path, folder: Path | None) -> None:
        KNOWN.save(data)
        _, look = application()
        self.qtbot, self.data, self.desktop, self.now, self.interactions = qtbot, data, RecordingDesktop(), NOW, 0
        codes = iter(f"R-T{number:03}" for number in range(1, 1000))
        around = Surroundings(lambda: self.now, lambda: next(codes), data, self.desktop, folder)
        self.window = Window(look.tokens, look.scale)
        assert begin_with_rules(self.window, look, around)
        qtbot.addWidget(self.window, before_close_func=lambda window: window.rules.stop())
        self.window.show()
        self.window.activateWindow()
        QTest.qWaitForWindowActive(self.window)

    @property
    def banner(self) -> str:
        """The words of the banner that is shown; empty if there is none."""
        view = self.window.session.screen().banner
        shown = self.window.findChild(Banner, "banner")
        assert isinstance(shown, Banner)
        assert shown.isVisible() == (view is not None)
        return f"{view.strong} {view.words}" if view is not None else ""

    def waits_for_banner(self, words: str, ms: int = SOON_MS) -> None:
        """Waits until the banner says so."""
        self.qtbot.waitUntil(lambda: words in self.banner, timeout=ms)

    def waits_for_rules(self, sha256: str, ms: int = SOON_MS) -> None:
        """Waits until these rules are in force for the next record."""
        self.qtbot.waitUntil(lambda: self.in_force == sha256, timeout=ms)

    @property
    def in_force(self) -> str:
        """The hash of the rules for the next record."""
        assert self.state.in_force is not None
        return self.state.in_force.sha256

    def ends(self) -> None:
        """The user closes the program."""
        self.window.rules.stop()
        self.window.close()


def folder_at(path: Path, *edits: tuple[str, str]) -> Path:
    """A copy of the shipped protocol, with edits of the rules."""
    shutil.copytree(protocol_folder(), path)
    edit(path, *edits)
    return path


def edit(folder: Path, *edits: tuple[str, str]) -> None:
    """Edits the rules of a folder, all at once."""
    text = (folder / RULES).read_text("utf-8")
    for before, after in edits:
        assert text.count(before) == 1, before
        text = text.replace(before, after)
    (folder / RULES).write_text(text, "utf-8")


def hash_of(folder: Path) -> str:
    """The content hash of a folder."""
    return content_hash(contents(folder)[0])


def known_to(data: Path, findings: Mapping[Path, tuple[str, ...]]) -> None:
    """Has the machine know what a proof of these folders found; of the shipped one, that it holds."""
    proofs = proofs_of(data)
    for folder, found in {protocol_folder(): (), **findings}.items():
        proofs.keep(ProofResult(hash_of(folder), proofs.shipped, found))
