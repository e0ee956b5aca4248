"""The one thing in the window that changes: the record being made, and where in it the user is."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from bruiseaid.app.deciding import judgement_of
from bruiseaid.app.screen import Screen, screen_for
from bruiseaid.app.screens.action_rows import refused_words
from bruiseaid.app.screens.call_left import call_left
from bruiseaid.app.screens.frame import NOT_SAVED
from bruiseaid.app.screens.referrals import is_settled
from bruiseaid.app.screens.rules_words import RulesNotice
from bruiseaid.app.screens.state import SETTINGS, State, Ui, asked_at
from bruiseaid.app.surroundings import Surroundings
from bruiseaid.engine.journey import replay
from bruiseaid.engine.outcome import Outcome
from bruiseaid.engine.words import age_words
from bruiseaid.protocol.model import Protocol
from bruiseaid.record.progress import Draft
from bruiseaid.store.drafts import Left
from bruiseaid.store.drafts_beside import DraftsBeside
from bruiseaid.store.settings import Settings

AFTER_PAINT_MS = 50
"""How long the disk is left alone after a step, so that the next page is painted first."""


class Holding(QObject):
    """Holds the state. `changed` is sent after each intention, when the screen may be another."""

    changed = Signal()
    about_to_move = Signal()
    """The page goes, or the record. What is being written on it is to be handed on now: later it would be lost, or
    would go into another record."""
    rules_wanted = Signal()
    """Somebody asks that the rules be read again."""
    rules_moved = Signal(str)
    """The settings name another folder of rules; empty: the shipped ones."""
    _disk_told = Signal(bool)

    def __init__(self, protocol: Protocol, settings: Settings, drafts: DraftsBeside, around: Surroundings) -> None:
        super().__init__()
        self._disk_told.connect(self._hear_of_disk, Qt.ConnectionType.QueuedConnection)
        drafts.serve(self._tell_of_disk, soon=lambda begin: QTimer.singleShot(AFTER_PAINT_MS, begin))
        self._drafts, self._around, self._rules_proved = drafts, around, False
        self._place_waits = QTimer(self, singleShot=True, interval=AFTER_PAINT_MS)
        self._place_waits.timeout.connect(self._save_place)
        self._state = State(protocol, settings, around.now(), Ui(), drafts=drafts.list(), in_force=protocol)

    @property
    def state(self) -> State:
        """The state just now."""
        return self._state

    def screen(self) -> Screen:
        """The screen just now."""
        return screen_for(self._state)

    def _ui(self, **changes: object) -> None:
        """Changes where the window is or what is open; the case stays as it is.

        What is told stands until another page comes, and what the disk does is told with that page: a notice that
        came or went by itself would move what is being pointed at.
        """
        before = self._state.ui.place
        if changes.get("place", before) != before:
            changes = {"problem": NOT_SAVED if changes.get("unsaved", self._state.ui.unsaved) else "", **changes}
        ui = replace(self._state.ui, **changes)  # type: ignore[arg-type]
        self._state = replace(self._state, ui=ui, now=self._around.now())
        if before != ui.place and self._is_open() and self._describing(before) != self._describing(ui.place):
            self._judge(self._draft(), self._state.now)
        self.changed.emit()

    def _keep(self, draft: Draft, **changes: object) -> None:
        """Saves the draft, works out what follows from it, and shows it."""
        now = self._around.now()
        self._work_out(replace(draft, saved_at=now), now)
        self._ui(unsaved=not self._saved(), **changes)

    def _keep_place(self, draft: Draft, **changes: object) -> None:
        """Shows another place of the draft. Where it was left is saved once that is painted: no answer waits for it."""
        now = self._around.now()
        self._work_out(replace(draft, saved_at=now), now)
        self._place_waits.start()
        self._ui(**changes)

    def _save_place(self) -> None:
        if self._state.draft is not None:
            self._hear_of_disk(failed=not self._saved())

    def _end_moving(self) -> None:
        """Saves at once where the draft was left, if that waits."""
        if self._place_waits.isActive():
            self._save_place()

    def _saved(self) -> bool:
        """Saves the draft, if it is not practice; False if the disk did not take it, or the one before."""
        self._place_waits.stop()
        draft, outcome = self._draft(), self._state.outcome
        if draft.practice:
            return True
        try:
            self._put_by(draft, outcome)
        except OSError:
            return False
        return not self._drafts.failed

    def _put_by(self, draft: Draft, outcome: Outcome | None) -> None:
        """Saves a draft with what the start page shows of it."""
        level = (outcome.level if outcome else None) or ""
        actions = outcome.actions if outcome is not None else ()
        sure = (action for action in actions if not action.possible)
        to_do = tuple(action.due.at for action in sure if not is_settled(self._state, action))
        refused = any(refused_words(self._state, action) for action in actions)
        left = Left(to_do, refused=refused, to_ring=call_left(self._state) is not None)
        self._drafts.save(draft, age=age_words(draft.case), level=level, left=left)

    def _tell_of_disk(self, failed: bool) -> None:
        """Called in the thread that saves."""
        with suppress(RuntimeError):  # the window is gone
            self._disk_told.emit(failed)

    def _hear_of_disk(self, failed: bool) -> None:
        if failed != self._state.ui.unsaved:
            self._ui(unsaved=failed)

    def wait_for_disk(self) -> None:
        """Returns when all that was answered is on the disk, or was refused by it."""
        self._end_moving()
        self._drafts.wait()

    def _work_out(self, draft: Draft, now: datetime) -> None:
        journey, judgement = self._state.journey, self._state.judgement
        if journey is None or judgement is None or not self._stands(draft, now):
            self._state = replace(self._state, journey=replay(draft.case))
            self._judge(draft, now)
        self._state = replace(self._state, draft=draft, now=now)

    def _judge(self, draft: Draft, now: datetime) -> None:
        judgement = judgement_of(draft, now, self._describing(self._state.ui.place))
        self._state = replace(self._state, judgement=judgement)

    def _is_open(self) -> bool:
        return self._state.outcome is not None and self._state.outcome.status == "open"

    def _describing(self, place: str) -> str:
        """The list that is being filled in at a place: the marks, while their page is in front."""
        asked = asked_at(place)
        return asked if any(one.id == asked and one.type == "marks" for one in self._state.protocol.questions) else ""

    def _stands(self, draft: Draft, now: datetime) -> bool:
        """Whether what follows was worked out already: the same answers, doings and decision in the same minute."""
        before, then = self._state.draft, self._state.now
        same = before is not None and (
            before.case is draft.case and before.done is draft.done and before.decision is draft.decision
        )
        return same and now.replace(second=0, microsecond=0) == then.replace(second=0, microsecond=0)

    def tick(self) -> None:
        """A minute has passed: what is due is worked out again."""
        if self._state.draft is not None:
            self._work_out(self._state.draft, self._around.now())
        elif self._state.ui.place != SETTINGS:
            self._adopt_rules()
        self._ui()

    def now(self) -> datetime:
        """The time of the clock just now."""
        return self._around.now()

    def minute(self) -> str:
        """The present minute, to tell when it has passed."""
        return f"{self._around.now():%H:%M}"

    # ---- the rules --------------------------------------------------------------------------------------------------

    def take_up(self, protocol: Protocol, *, proved: bool) -> None:
        """Puts rules in force for the next record. An open one keeps its own."""
        self._rules_proved = proved
        self._state = replace(self._state, in_force=protocol)
        self.tick()

    def _adopt_rules(self) -> None:
        """No record is open: the rules are those in force."""
        rules = self._state.in_force or self._state.protocol
        self._state = replace(self._state, protocol=rules, proved=self._rules_proved)

    @property
    def rules_notice(self) -> RulesNotice | None:
        """Why the rules of the folder are not in force; None when they are."""
        return self._state.rules_notice

    @rules_notice.setter
    def rules_notice(self, notice: RulesNotice | None) -> None:
        self._state = replace(self._state, rules_notice=notice)
        self._ui()

    def read_rules_again(self) -> None:
        """Reads the rules anew, and takes them up for the next record if they hold."""
        self.rules_wanted.emit()

    def tell(self, problem: str) -> None:
        """Shows a sentence about something that went wrong, until another page comes."""
        self._ui(problem=problem)

    def _draft(self) -> Draft:
        assert self._state.draft is not None, "no record is open"
        return self._state.draft
