"""Forms beside the questions: going higher or lower, and closing."""

from __future__ import annotations

from bruiseaid.app.screens.levels import level_of
from bruiseaid.app.screens.phrases import upper_first
from bruiseaid.app.screens.state import State
from bruiseaid.app.screens.values import OptionView
from bruiseaid.engine.decided import higher_levels, lower_levels, why_not_lower
from bruiseaid.record.closing import CLOSING
from bruiseaid.values import dataclass

ROLES = (
    ("lead", "a named safeguarding lead"),
    ("registered", "a registered health practitioner"),
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


def decision_page(state: State) -> FormPage:
    """Go higher freely; go lower with a named lead and a reason, where that is allowed."""
    assert state.draft is not None
    assert state.found is not None
    found, protocol = state.found, state.protocol
    low = lower_levels(protocol, found, state.done)
    chosen = state.ui.written.get("level", "")
    options = [
        OptionView(one.id, f"{one.id}: {one.name}", "Lower" if one in low else "Higher", one.id == chosen)
        for one in (*reversed(higher_levels(protocol, found)), *reversed(low))
    ]
    return FormPage(
        title="Go higher or lower",
        words=_lead_to(state),
        choices=_decision_choices(state, options, lower=chosen in {one.id for one in low}),
        fields=_decision_fields(state, lower=chosen in {one.id for one in low}) if options else (),
        errors=state.ui.errors.get("form", ()),
        note=why_not_lower(protocol, found, state.done),
        save="Save the decision",
        undo="Go back to what the answers lead to" if state.draft.decision is not None else "",
    )


def _lead_to(state: State) -> str:
    """What the answers lead to, and that one may go higher."""
    assert state.found is not None
    level = level_of(state.protocol, state.found.level)
    if level is not None:
        return f"Your answers lead to level {level.id}: {level.name}. You may go higher at any time, without asking."
    least = level_of(state.protocol, state.found.least)
    highest = least is not None and least == state.protocol.levels[-1]
    sure = f"So far {'' if highest else 'at least '}level {least.id} is certain. " if least else ""
    return f"{sure}You may go higher at any time, without asking. Ring the number shown whenever you are worried."


def _decision_choices(state: State, options: list[OptionView], *, lower: bool) -> tuple[FormChoice, ...]:
    choices = [FormChoice("level", "The level you decide on", tuple(options))] if options else []
    if lower:
        role = state.ui.written.get("role", "")
        roles = tuple(OptionView(name, upper_first(label), "", name == role) for name, label in ROLES)
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
    assert state.found is not None
    written, found = state.ui.written, state.found
    if not written.get("level"):
        return ("Choose the level you decide on.",)
    missing = [] if written.get("reason", "").strip() else ["Give the reason."]
    low = {one.id for one in lower_levels(state.protocol, found, state.done)}
    if written["level"] in low:
        missing += [] if written.get("role") else ["Say who decides to go lower: a lead or a registered practitioner."]
        missing += [] if written.get("by", "").strip() else ["Give the name of who decides to go lower."]
    return tuple(missing)


def closing_page(state: State) -> FormPage:
    """Risks in the past, risks now, what changed, what was ruled out, and who agrees."""
    assert state.draft is not None
    written = state.draft.closing
    fields = tuple(
        FormField(name, label, hint, written.get(name, ""), long=name != CLOSING[-1][0])
        for name, label, hint in CLOSING
    )
    return FormPage(
        title="Closing: why nothing further is done now",
        words="The next person has to understand your reasons without asking you. Write what you know and from where.",
        choices=(),
        fields=fields,
        errors=state.ui.errors.get("form", ()),
        note="Closing is not reassurance. You may go higher at any time.",
        save="Keep and go back",
        undo="",
    )


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
        if not state.draft.closing.get(name, "").strip()
    )
