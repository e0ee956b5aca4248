"""Whether the record was made already, and still says all that is known. Pure."""

from __future__ import annotations

from bruiseaid.app.screens.phrases import clock_words, moment_words
from bruiseaid.app.screens.state import State
from bruiseaid.record.progress import Draft, is_as_made, made_before


def stands(state: State) -> bool:
    """Whether there is a record of the answers just as they are, kept on this computer as far as is known."""
    return state.draft is not None and is_as_made(state.draft) and bool(kept_file(state))


def kept_file(state: State) -> str:
    """The file of the record that was made last, where this program keeps it; empty if it keeps none."""
    if state.draft is not None and state.draft.practice:
        return state.ui.pdf
    return state.ui.filed.path if state.ui.filed is not None else ""


def made_words(state: State) -> str:
    """When the record was made and whether it still stands; empty if it was not made yet."""
    made = state.draft.made_at if state.draft is not None else None
    if made is None:
        return ""
    zone = state.protocol.time_zone
    day, now = moment_words(made, zone), moment_words(state.now, zone)
    at = f"at {clock_words(made, zone)}" if day.split()[0] == now.split()[0] else f"on {day}"
    if not kept_file(state):
        return f"The record was made {at}. This program does not find its file. You can make it again."
    if stands(state):
        return f"The record was made {at}. Nothing was changed since.{_what_a_change_makes(state)}"
    return f"The record was made {at}. Something was changed or done after that, and is not in it."


def _what_a_change_makes(state: State) -> str:
    if state.draft is None or state.draft.practice:
        return ""
    return (
        f" You can still change an answer: that makes version {next_version(state.draft)}, and this one stays as it is."
    )


def next_version(draft: Draft) -> int:
    """The number of the record that would be made next."""
    return len(made_before(draft)) + 1
