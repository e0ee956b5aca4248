"""What becomes of the ticks when one is set or taken away."""

from __future__ import annotations

from bruiseaid.app.screens.values import TicksView


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
