"""Keeps the rules in force in step with their folder: looks at it, has it proved, and takes it up for the next record.

A record that is open keeps its rules. Until new rules are proved the last good ones stay, and the window says so.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject

from bruiseaid.app.parts.letting_go import let_go
from bruiseaid.app.proving import Proving
from bruiseaid.app.rulebook import Candidate, InForce, Rulebook
from bruiseaid.app.screens import rules_words
from bruiseaid.app.screens.rules_words import RulesNotice
from bruiseaid.app.session import Session
from bruiseaid.app.watching import Watching
from bruiseaid.app.work import Work
from bruiseaid.store.proofs import ProofResult


class RulesInForce(QObject):
    """Watches the folder of the rulebook for a session that began with `start`."""

    def __init__(self, session: Session, book: Rulebook, start: InForce) -> None:
        super().__init__(session)
        self._session, self._book, self._now = session, book, start
        self._looked_at = start.protocol.sha256 if start.origin == "folder" else ""
        self._candidate: Candidate | None = None
        self._stopped = False
        self._looking: Work[Candidate | None] | None = None
        self._proving = Proving(self, book.shipped, self._ended)
        self._watch()
        session.rules_moved.connect(self.follow)
        session.rules_wanted.connect(self.read_again)
        app = QCoreApplication.instance()
        if app is not None:
            app.aboutToQuit.connect(self.stop)
        if start.origin != "folder":
            self._look()

    def read_again(self) -> None:
        """Reads the folder, and has it proved if it is not known, even if it did not change."""
        self._looked_at = ""
        self._look()

    def _watch(self) -> None:
        self._watching = Watching(self._book.folder, self)
        self._watching.changed.connect(self._look)

    def follow(self, folder: str) -> None:
        """Follows another folder from now on (empty: the shipped one): what it may use at once, as at every start."""
        self._proving.stop()
        self._watching.changed.disconnect(self._look)
        let_go(self._watching)
        self._book = self._book.of_another_folder(Path(folder) if folder else None)
        self._candidate = None
        self._watch()
        start = self._book.at_start()
        if start is not None:
            self._now = start
            self._session.take_up(start.protocol, proved=start.proved)
        self._say(None)
        self.read_again()

    def stop(self) -> None:
        """Ends a proof that runs, and looks no more: the window closes."""
        self._stopped = True
        self._proving.stop()

    @property
    def process_id(self) -> int:
        """The process that proves just now; 0 if there is none."""
        return self._proving.process_id

    def _look(self) -> None:
        seen, book = self._looked_at, self._book
        self._looking = Work(lambda: book.look(seen), lambda found: self._found(book, found))
        self._looking.begin()

    def _found(self, book: Rulebook, candidate: Candidate | None) -> None:
        if candidate is None or self._stopped or book is not self._book:
            return
        self._looked_at, self._candidate = candidate.sha256, candidate
        self._proving.stop()
        if candidate.protocol is None:
            self._say(rules_words.unreadable(self._now.origin, self._book.folder, candidate.problems))
        elif candidate.known is not None:
            self._decide(candidate, candidate.known)
        else:
            again = candidate.sha256 == self._now.protocol.sha256
            self._say(rules_words.being_checked(self._now.protocol, self._now.origin, again=again))
            self._proving.begin(self._book.folder)

    def _ended(self, result: ProofResult | None) -> None:
        candidate = self._candidate
        if candidate is None or candidate.protocol is None:
            return
        if result is None:
            self._look_or_give_up(candidate)
            return
        self._book.keep_result(result)
        if result.sha256 == candidate.sha256:
            self._decide(candidate, result)
        else:
            self.read_again()

    def _look_or_give_up(self, candidate: Candidate) -> None:
        """The proof told nothing: the folder was changed meanwhile, and is looked at again; or the proof failed."""
        self._say(rules_words.not_ended(self._now.origin, self._book.folder))
        self._look()

    def _decide(self, candidate: Candidate, result: ProofResult) -> None:
        assert candidate.protocol is not None
        if not result.is_proved:
            self._say(rules_words.refused(self._now.protocol, self._now.origin, self._book.folder, result))
            return
        self._book.note_good(candidate.files)
        self._now = InForce(candidate.protocol, True, "folder")
        self._session.take_up(candidate.protocol, proved=True)
        self._say(None)

    def _say(self, notice: RulesNotice | None) -> None:
        self._session.rules_notice = notice
