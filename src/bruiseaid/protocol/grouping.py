"""Checks the headings of the list of actions: each is used, and what belongs to one of them stands together."""

from __future__ import annotations

from itertools import groupby

from bruiseaid.protocol.kinds import Read, Reading


def check(top: Read, reading: Reading) -> None:
    """Adds every such problem. A protocol without groups has a list without headings."""
    groups: tuple[Read, ...] = top.get("groups", ())
    actions: tuple[Read, ...] = top.get("actions", ())
    if not groups:
        return
    used = {action.text("group") for action in actions}
    for group in groups:
        if group.text("id") and group.text("id") not in used:
            message = "No action is in this group. Give it to one, or take the group out."
            reading.add(group.place_of("id"), message, words=group.text("id"))
    for action in actions:
        if "group" not in action:
            message = "This protocol has groups, so every action needs one: else it would stand under a wrong heading."
            reading.add(action.place, message, words=action.text("id"))
    _together(actions, reading)


def _together(actions: tuple[Read, ...], reading: Reading) -> None:
    """Where a group is left and comes again, its heading would stand twice."""
    left: dict[str, int] = {}
    for name, run in groupby(actions, key=lambda action: action.text("group")):
        first, *others = run
        if name and name in left:
            message = f"The actions of a group stand together. The others of this one end on line {left[name]}."
            reading.add(first.place_of("group"), message, words=name)
        left[name] = (others or [first])[-1].place_of("group").line
