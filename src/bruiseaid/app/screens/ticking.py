"""What becomes of the ticks when one is set or taken away."""

from __future__ import annotations

from collections.abc import Iterable

from bruiseaid.app.screens.values import OptionView, TicksView
from bruiseaid.protocol.model import Question


def ticked(view: TicksView, option: str, *, on: bool) -> tuple[str, ...]:
    """The ticks afterwards, in the order shown: one that stands alone clears the rest, and the reverse."""
    alone = {known.id for known in view.options if known.alone}
    now = {known.id for known in view.options if known.chosen}
    if not on:
        after = now - {option}
    elif option in alone:
        after = {option}
    else:
        after = (now - alone) | {option}
    return tuple(known.id for known in view.options if known.id in after)


def taken_away(question: Question, before: Iterable[object], after: Iterable[object]) -> tuple[str, ...]:
    """The words of the answers that a tick standing alone took away; one that stands alone itself is only replaced."""
    was, now = set(before), set(after)
    if not any(option.alone and option.id in now - was for option in question.options):
        return ()
    return tuple(option.label for option in question.options if option.id in was - now and not option.alone)


def took_words(labels: tuple[str, ...], level: str, level_now: str) -> str:
    """What is said of them right at the ticks. `level`: the one before, if it fell by this; else empty."""
    fell = ""
    if level:
        fell = (
            f" The level went from {level} to {level_now}." if level_now else f" The level was {level}; now it is open."
        )
    return f"This took away: {'; '.join(labels)}.{fell}"


def with_key(options: tuple[OptionView, ...]) -> OptionView | None:
    """The answer that Ctrl+0 ticks: the first that stands alone. One with a hint has to be read first: no key."""
    option = next((known for known in options if known.alone), None)
    return option if option is not None and not option.hint else None


def key_ticks(view: TicksView) -> str:
    """What that key ticks just now; empty if there is nothing, or if ticks that are set would be cleared by it."""
    option = with_key(view.options)
    others = any(known.chosen for known in view.options if known != option)
    return "" if option is None or others else option.id
