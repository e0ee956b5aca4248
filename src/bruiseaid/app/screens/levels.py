"""Levels and numbers of an outcome as values to show."""

from __future__ import annotations

from collections.abc import Container
from datetime import datetime
from zoneinfo import ZoneInfo

from bruiseaid.app.screens.phrases import spoken_number
from bruiseaid.app.screens.shown import LevelView, PhoneView, SourceView
from bruiseaid.engine.case import Case
from bruiseaid.engine.contacts import check_words, everywhere, number_now
from bruiseaid.engine.outcome import ContactNow, DueAction, Number, Outcome
from bruiseaid.engine.recommend import borough_of
from bruiseaid.protocol.model import Level, Protocol


def level_of(protocol: Protocol, level_id: str | None) -> Level | None:
    """The level of that id, if there is one."""
    return next((level for level in protocol.levels if level.id == level_id), None)


def level_view(level: Level, *, possible: bool = True) -> LevelView:
    """A level as its shape, letter and name."""
    return LevelView(level.id, level.name, level.shape, possible)


def scale_words(protocol: Protocol) -> str:
    """ "A to E": from most to least urgent."""
    return f"{protocol.levels[-1].id} to {protocol.levels[0].id}"


def possible_levels(protocol: Protocol, outcome: Outcome, highest: str | None = None) -> tuple[LevelView, ...]:
    """All levels, most urgent first, each with whether it can still be the result. `highest`: an answer that need not
    be given can still lead up to there."""
    ids = [level.id for level in protocol.levels]
    if outcome.least is None or outcome.greatest is None:
        return tuple(level_view(level, possible=False) for level in reversed(protocol.levels))
    least, greatest = ids.index(outcome.least), max(ids.index(level) for level in (outcome.greatest, highest) if level)
    views = [level_view(level, possible=least <= place <= greatest) for place, level in enumerate(protocol.levels)]
    return tuple(reversed(views))


def sources_of(protocol: Protocol, keys: tuple[str, ...]) -> tuple[SourceView, ...]:
    """The citations of those keys; a key that is not listed keeps its place with no title."""
    titles = {source.key: source.title for source in protocol.sources}
    return tuple(SourceView(key, titles.get(key, "")) for key in keys)


def action_to_ring(outcome: Outcome, case: Case) -> DueAction | None:
    """What to ring now: the first action with a number. A referral due by the same time goes before it, but nothing
    goes before what is to be done at once, such as ringing 999. What is certain goes before what is only possible."""
    calls = [action for action in outcome.actions if action.contact is not None]
    calls = [action for action in calls if not action.possible] or calls
    if not calls:
        return None
    first, at = calls[0], calls[0].due.at
    if at is None or is_at_once(first, case):
        return first
    return next((action for action in calls if action.referral and action.due.at == at), first)


def call_to_make(outcome: Outcome, case: Case, done: Container[str]) -> DueAction | None:
    """The call that comes now: what is rung first, then a referral still to be rung; None: all are made."""
    first = action_to_ring(outcome, case)
    if first is None or first.id not in done:
        return first
    return next((one for one in outcome.actions if is_own_referral(one) and one.id not in done), None)


def is_at_once(action: DueAction, case: Case) -> bool:
    """Whether it is due the moment that the mark is seen: it stays “now”, however late the danger was told of."""
    return action.due.at is not None and action.due.at <= case.seen_at


def is_own_referral(action: DueAction) -> bool:
    """Whether it is a referral that one makes oneself, in a call."""
    return action.referral and action.contact is not None and not action.asked_of_others


def contact_named(case: Case, contact: str, now: datetime) -> ContactNow:
    """The number of that contact; of one that is not the same everywhere, of the borough at this hour."""
    known = next((one for one in case.protocol.contacts if one.id == contact), None)
    return everywhere(known) if known is not None else social_care(case, now)


def social_care(case: Case, now: datetime) -> ContactNow:
    """The number of social care in the borough of the case at this hour."""
    protocol = case.protocol
    return number_now(borough_of(case), now, ZoneInfo(protocol.time_zone), protocol.calendar)


def phone_view(protocol: Protocol, contact: ContactNow) -> PhoneView:
    """The number for this hour, and the others."""
    first = contact.first
    state = {True: "open", False: "closed", None: ""}[first.open_now]
    words = {"open": "Open now", "closed": "Closed now", "": "Hours not known"}[state]
    others = tuple(_other(number) for number in contact.others)
    checked = check_words(protocol, first)
    if checked and others:
        checked = f"{checked}. If it does not work, ring the other number"
    return PhoneView(first.name, first.phone, spoken_number(first.phone), state, words, first.hours, others, checked)


def _other(number: Number) -> str:
    hours = f" ({number.hours})" if number.hours else ""
    return f"{number.name}{hours}: {unbroken(number.phone)}"


def unbroken(phone: str) -> str:
    """A number that stays on one line."""
    return phone.replace(" ", "\u00a0")
