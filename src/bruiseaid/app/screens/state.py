"""All that a screen is computed from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from types import MappingProxyType

from bruiseaid.engine.case import Answer
from bruiseaid.engine.journey import Journey
from bruiseaid.engine.outcome import Outcome
from bruiseaid.protocol.model import Protocol
from bruiseaid.record.progress import Draft
from bruiseaid.store.drafts import DraftSummary
from bruiseaid.store.settings import Settings

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

_ASKING = "ask:"


def asking(question: str) -> str:
    """The place where that question is the main one."""
    return _ASKING + question


def asked_at(place: str) -> str:
    """The main question of that place; empty when it is no question's place."""
    return place.removeprefix(_ASKING) if place.startswith(_ASKING) else ""


def _none() -> Mapping[str, Answer]:
    return MappingProxyType({})


def _no_errors() -> Mapping[str, tuple[str, ...]]:
    return MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Ui:
    """Where the window is, and what is open on it. Nothing here is part of the case.

    `typed` are answers that have a fault and are therefore not in the case yet. `errors` are shown at their question.
    `said` is for screen readers only. `undo` is a question of ticks and its answer before.
    `left` is the place to come back to from emergency, help and settings.
    """

    place: str = HOME
    left: str = HOME
    typed: Mapping[str, Answer] = field(default_factory=_none)
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
    form_choice: str = ""
    term_open: str = ""
    said: str = ""
    undo: tuple[str, Answer | None] | None = None
    sources_open: str = ""
    written: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    insisted: bool = False
    pdf: str = ""
    finished_at: datetime | None = None
    problem: str = ""


@dataclass(frozen=True, slots=True)
class State:
    """Everything that a screen follows from. `draft`, `journey` and `outcome` are there together, or none is.

    `protocol_state` says in words that newer rules were refused.
    """

    protocol: Protocol
    settings: Settings
    now: datetime
    ui: Ui
    drafts: tuple[DraftSummary, ...] = ()
    draft: Draft | None = None
    journey: Journey | None = None
    outcome: Outcome | None = None
    proved: bool = False
    protocol_state: str = ""
