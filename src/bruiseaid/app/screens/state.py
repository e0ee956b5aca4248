"""All that a screen is computed from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from datetime import datetime
from types import MappingProxyType

from bruiseaid.app.screens.file_check import FileCheck
from bruiseaid.app.screens.filed import Filed
from bruiseaid.app.screens.last_answer import last_answer
from bruiseaid.app.screens.papers import OpenPaper, Piece
from bruiseaid.app.screens.rules_words import RulesNotice
from bruiseaid.engine.case import Answer
from bruiseaid.engine.journey import Journey
from bruiseaid.engine.outcome import Outcome
from bruiseaid.protocol.model import Protocol
from bruiseaid.record.as_answered import DoneOrAnswered, done_of
from bruiseaid.record.deciding import Judged
from bruiseaid.record.progress import Draft
from bruiseaid.store.drafts import DraftSummary
from bruiseaid.store.settings import Settings
from bruiseaid.values import dataclass

HOME = "home"
SETTINGS = "settings"
EMERGENCY = "emergency"
DO_NOW = "do_now"
LADDER = "ladder"
CHECK = "check"
FINISHED = "finished"
HELP = "help"
DECISION = "decision"
CLOSING = "closing"
PRACTICE = "practice"
DRILL = "drill"
FIRST = "start"
"""Left before the settings when they are asked for the first time: a record begins after them."""
PREVIEW = "preview"
PORTAL = "portal"
FILE_CHECK = "file_check"
ADDENDUM = "addendum"
ADDENDUM_CHECK = "addendum_check"

_ASKING = "ask:"


def asking(question: str) -> str:
    """The place where that question is the main one."""
    return _ASKING + question


def asked_at(place: str) -> str:
    """The main question of that place; empty when it is no question's place."""
    return place.removeprefix(_ASKING) if place.startswith(_ASKING) else ""


_NOTHING: Mapping[str, Answer] = MappingProxyType({})


def _no_errors() -> Mapping[str, tuple[str, ...]]:
    return MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Ui:
    """Where the window is, and what is open on it. Nothing here is part of the case.

    `errors` are shown at their question.
    `said` is for screen readers only. `undo` is a question of ticks and its answer before; `took` such a question and
    what is said there of the ticks that the last one took away.
    `passed` are the places after the result that one went on from.
    `looking`: the answers are looked over on the way, to change one, and not at the end of the road.
    `pdf` is the file of the finished record, `annex` that of its restricted annex; empty: there is none. `filed` are
    its sealed files, `thrown` the parts of an addendum that was thrown away.
    `problem` is what is told of something that went wrong, `unsaved` that the disk did not take the last answer.
    `left` is the place to come back to from emergency, help and settings, `came` that from a page
    where one thing was to be put right; empty: there is none. `wanted` is that thing: a question and its detail.
    """

    place: str = HOME
    left: str = HOME
    came: str = ""
    wanted: tuple[str, str] = ("", "")
    passed: frozenset[str] = frozenset()
    errors: Mapping[str, tuple[str, ...]] = field(default_factory=_no_errors)
    strip_open: bool = False
    why_open: bool = False
    hidden: bool = False
    panel_open: bool = False
    map_tab: str = "front"
    figure: str = ""
    mark: int | None = None
    more_open: bool = False
    field_open: str = ""
    entry: tuple[str, int] | None = None
    form: str = ""
    term_open: str = ""
    said: str = ""
    undo: tuple[str, Answer | None] | None = None
    took: tuple[str, str] = ("", "")
    sources_open: str = ""
    written: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    insisted: bool = False
    looking: bool = False
    pdf: str = ""
    annex: str = ""
    finished_at: datetime | None = None
    problem: str = ""
    unsaved: bool = False
    paper: OpenPaper | None = None
    pieces: tuple[Piece, ...] = ()
    checked: FileCheck | None = None
    filed: Filed | None = None
    thrown: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, slots=True)
class State:
    """Everything that a screen follows from. `draft`, `journey` and `judgement` are there together, or none is.

    `protocol` are the rules of the open record, else those in force; `in_force` those of the next record. The notices
    tell why the rules of the folder are not in force, and that the open record could not keep its own.
    """

    protocol: Protocol
    settings: Settings
    now: datetime
    ui: Ui
    drafts: tuple[DraftSummary, ...] = ()
    draft: Draft | None = None
    journey: Journey | None = None
    judgement: Judged | None = None
    proved: bool = False
    in_force: Protocol | None = None
    rules_notice: RulesNotice | None = None
    record_notice: RulesNotice | None = None

    @property
    def typed(self) -> Mapping[str, Answer]:
        """Answers that have a fault and are therefore not in the case as they were typed."""
        return self.draft.typed if self.draft is not None else _NOTHING

    @property
    def keeps_other_rules(self) -> bool:
        """Whether the open record has other rules than the next one will have."""
        return self.in_force is not None and self.in_force.sha256 != self.protocol.sha256

    @property
    def outcome(self) -> Outcome | None:
        """What is in force: at the level that was decided on, where a decision holds."""
        return self.judgement.outcome if self.judgement is not None else None

    @property
    def done(self) -> Mapping[str, DoneOrAnswered]:
        """By action what is done: recorded, or said by an answer that counts."""
        return _done(self)

    @property
    def found(self) -> Outcome | None:
        """What the answers lead to."""
        return self.judgement.found if self.judgement is not None else None


@last_answer
def _done(state: State) -> Mapping[str, DoneOrAnswered]:
    """Worked out once for each state: every row of a page asks for it."""
    if state.draft is None or state.journey is None:
        return MappingProxyType({})
    return done_of(state.draft, state.journey.asked)
