"""Forms beside the questions: going higher or lower, and closing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bruiseaid.app.deciding import higher_levels, lower_levels, why_not_lower
from bruiseaid.app.screens.levels import level_of
from bruiseaid.app.screens.state import State
from bruiseaid.app.screens.values import OptionView
from bruiseaid.engine.recommend import recommend
from bruiseaid.record.model import Done
from bruiseaid.record.progress import DECISION

CLOSING_KEY = "closing."
ROLES = (
    ("lead", "A named safeguarding lead"),
    ("registered", "A registered health practitioner"),
)


@dataclass(frozen=True, slots=True)
class FormField:
    """One thing to write."""

    id: str
    label: str
    hint: str
    text: str
    long: bool = False


@dataclass(frozen=True, slots=True)
class FormChoice:
    """One thing to choose."""

    id: str
    label: str
    options: tuple[OptionView, ...]


@dataclass(frozen=True, slots=True)
class FormPage:
    """The page. `undo` empty: there is nothing to take back."""

    title: str
    words: str
    choices: tuple[FormChoice, ...]
    fields: tuple[FormField, ...]
    errors: tuple[str, ...]
    note: str
    save: str
    undo: str


CLOSING = (
    ("past", "Risks in the past", "What the records and the family's history show, and what was done about it"),
    ("present", "Risks now", "What worries you today, and what protects the child"),
    ("changed", "What has changed", "Since those risks were seen: what, when, and how you know"),
    ("ruled_out", "What was ruled out, and how", "Name the record you relied on, who wrote it and when"),
)
COUNTERSIGNED = (
    "countersigned",
    "Who agrees as a second person",
    "Name and role. It may be added within two working days",
)


def decision_page(state: State) -> FormPage:
    """Go higher freely; go lower with a named lead and a reason, where that is allowed."""
    assert state.draft is not None
    found, protocol = recommend(state.draft.case, state.now), state.protocol
    level = level_of(protocol, found.level)
    low = lower_levels(protocol, found, state.draft.done)
    chosen = state.ui.written.get("level", "")
    options = [
        OptionView(one.id, f"{one.id}: {one.name}", "Lower" if one in low else "Higher", one.id == chosen)
        for one in (*reversed(higher_levels(protocol, found)), *reversed(low))
    ]
    return FormPage(
        title="Go higher or lower",
        words=f"Your answers lead to level {level.id}: {level.name}. You may go higher at any time, without asking."
        if level
        else "No level is certain yet. Ring the number shown whenever you are worried.",
        choices=_decision_choices(state, options, lower=chosen in {one.id for one in low}),
        fields=_decision_fields(state, lower=chosen in {one.id for one in low}) if options else (),
        errors=state.ui.errors.get("form", ()),
        note=why_not_lower(protocol, found, state.draft.done),
        save="Save the decision",
        undo="Go back to what the answers lead to" if DECISION in state.draft.done else "",
    )


def _decision_choices(state: State, options: list[OptionView], *, lower: bool) -> tuple[FormChoice, ...]:
    choices = [FormChoice("level", "The level you decide on", tuple(options))] if options else []
    if lower:
        role = state.ui.written.get("role", "")
        roles = tuple(OptionView(name, label, "", name == role) for name, label in ROLES)
        choices.append(FormChoice("role", "Who decides to go lower", roles))
    return tuple(choices)


def _decision_fields(state: State, *, lower: bool) -> tuple[FormField, ...]:
    written = state.ui.written
    name = FormField("by", "Name of who decides to go lower", "First and last name", written.get("by", ""))
    reason = FormField("reason", "Reason", "One or two sentences", written.get("reason", ""), long=True)
    return (name, reason) if lower else (reason,)


def decision_errors(state: State) -> tuple[str, ...]:
    """What is missing before a decision can be saved."""
    assert state.draft is not None
    written, found = state.ui.written, recommend(state.draft.case, state.now)
    if not written.get("level"):
        return ("Choose the level you decide on.",)
    missing = [] if written.get("reason", "").strip() else ["Give the reason."]
    low = {one.id for one in lower_levels(state.protocol, found, state.draft.done)}
    if written["level"] in low:
        missing += [] if written.get("role") else ["Say who decides to go lower: a lead or a registered practitioner."]
        missing += [] if written.get("by", "").strip() else ["Give the name of who decides to go lower."]
    return tuple(missing)


def closing_page(state: State) -> FormPage:
    """Past risks, risks now, what changed, what was ruled out, and who agrees."""
    assert state.draft is not None
    fields = tuple(
        FormField(name, label, hint, closing_text(state.draft.done, name), long=True) for name, label, hint in CLOSING
    )
    name, label, hint = COUNTERSIGNED
    second = FormField(name, label, hint, closing_text(state.draft.done, name))
    return FormPage(
        title="Closing: why nothing further is done now",
        words="The next person has to understand your reasons without asking you. Write what you know and from where.",
        choices=(),
        fields=(*fields, second),
        errors=state.ui.errors.get("form", ()),
        note="Closing is not reassurance. You may go higher at any time.",
        save="Keep and go back",
        undo="",
    )


def closing_text(done: Mapping[str, Done], name: str) -> str:
    """What was written in one field of the closing form."""
    one = done.get(CLOSING_KEY + name)
    return one.reference if one is not None else ""


def closing_missing(state: State) -> tuple[str, ...]:
    """What the closing still lacks, in sentences; nothing where the level does not close the case."""
    if state.draft is None or state.outcome is None:
        return ()
    level = level_of(state.protocol, state.outcome.level)
    if level is None or not level.closes_case or state.outcome.status != "concluded":
        return ()
    return tuple(
        f"Closing: write down {label[0].lower()}{label[1:]}."
        for name, label, _ in CLOSING
        if not closing_text(state.draft.done, name).strip()
    )
