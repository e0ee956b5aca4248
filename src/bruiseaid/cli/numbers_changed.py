"""Which telephone numbers two protocols have differently: edits that are often made, and where a slip costs most."""

from __future__ import annotations

from collections.abc import Iterator

from bruiseaid.protocol.model import Protocol
from bruiseaid.protocol.ringing import Borough, Line

RUNG = "test-rung"
"""The status of a number that somebody rang to try it."""


def numbers_changed(old: Protocol, new: Protocol) -> Iterator[str]:
    """A sentence for each number that changed, with both, and whether the new one is still to be rung."""
    boroughs = {borough.id: borough for borough in old.boroughs}
    for borough in new.boroughs:
        if borough.id in boroughs:
            yield from dict.fromkeys(_of_borough(boroughs[borough.id], borough))
    contacts = {contact.id: contact for contact in old.contacts}
    for contact in new.contacts:
        before = contacts.get(contact.id, contact).phone
        if before != contact.phone:
            yield _becomes(contact.name, before, contact.phone)


def _of_borough(old: Borough, new: Borough) -> Iterator[str]:
    for before, after in ((old.daytime, new.daytime), (old.out_of_hours, new.out_of_hours)):
        if before.phone != after.phone:
            to_ring = "" if _is_rung(before, after) else " Ring it, and write the day under checked."
            yield _becomes(after.name or new.name, before.phone, after.phone) + to_ring


def _is_rung(before: Line, after: Line) -> bool:
    return after.status == RUNG and after.checked is not None and after.checked != before.checked


def _becomes(what: str, before: str, after: str) -> str:
    return f"{what}: {before or 'no number'} becomes {after or 'no number'}."
