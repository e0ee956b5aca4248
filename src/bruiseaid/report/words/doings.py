"""What was asked for and done: actions with their times, the ladder, calls, and the order in which it happened."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from itertools import groupby

from bruiseaid.record.model import NUMBERS_APART, AsAnswered, Done, Record, RecordAction, RecordRung
from bruiseaid.report.words.content import (
    TO_FILL_IN,
    Block,
    Cell,
    Part,
    Prose,
    Subheading,
    Table,
    Words,
    plain,
    recorded_first,
)
from bruiseaid.report.words.dates import day_and_clock

AS_ANSWERED = "As answered"


def actions_part(record: Record) -> Part:
    """Every action under the heading it stood under, with whom it falls to, by when, and whether it is done."""
    head = ("Action", "Who, to whom, number", "By", "Done")
    blocks: list[Block] = []
    for title, actions in groupby(record.actions, key=lambda action: action.group):
        rows = tuple(_action(action) for action in actions)
        blocks += [Subheading(title)] if title else []
        blocks.append(Table(head, rows, (42, 24, 18, 16)))
    return Part("Actions", tuple(blocks) or (Prose("No action was asked for."),))


def ladder_part(record: Record) -> Part:
    """The steps for when a referral was declined."""
    title = "If we disagree: who asks whom next"
    if not record.ladder:
        return Part(title, (Prose("Not started."),))
    rows = tuple(_rung(rung) for rung in record.ladder)
    return Part(title, (Table(("Step", "Who", "To whom", "By", "Outcome"), rows, (8, 23, 26, 19, 24)),))


def calls_part(record: Record, more: tuple[Block, ...]) -> Part:
    """What was noted of all calls, then each call."""
    blocks: list[Block] = []
    for number, call in enumerate(record.calls, 1):
        blocks += [Subheading(f"Call {number}"), *recorded_first(call)]
    return Part("Calls", (*more, *blocks) or (Prose("No call was recorded.", faint=True),))


def chronology_part(record: Record) -> Part:
    """What happened when, as the program noted it."""
    if not record.chronology:
        return Part("Chronology", (Prose("Not recorded.", faint=True),))
    rows = tuple((plain(day_and_clock(event.at)), plain(event.text)) for event in record.chronology)
    return Part("Chronology", (Table(("When", "What"), rows, (22, 78)),))


def due_cell(due: datetime | None, words: str) -> Cell:
    """By when, and how people say it."""
    if due is None:
        return (Words(words or "until handover", "bold"),)
    return (Words(day_and_clock(due), "bold"), *((Words(words, "small"),) if words else ()))


def done_cell(done: Done | None) -> Cell:
    """When and by whom it was done, with result and reference; a line to write on when it was not."""
    if done is None:
        return TO_FILL_IN
    words = [
        Words(day_and_clock(done.at)),
        Words(f"by {done.by}" if done.by else "by: not recorded", "small"),
    ]
    if done.result:
        words.append(Words(done.result, "small"))
    if done.reference:
        words.append(Words(f"Ref. {done.reference}", "small"))
    return tuple(words)


def answered_words(answered: AsAnswered) -> Iterator[str]:
    """That it is an answer that says so, behind the time where it says that as well; else when it was entered."""
    if answered.at is not None and answered.said_when:
        yield day_and_clock(answered.at)
    yield f"{AS_ANSWERED}: {answered.words}"
    if answered.at is not None and not answered.said_when:
        yield f"Entered {day_and_clock(answered.at)}"


def _done_cell(action: RecordAction) -> Cell:
    if action.answered is None:
        return done_cell(action.done)
    first, *others = answered_words(action.answered)
    return Words(first, "plain" if action.answered.said_when else "small"), *(Words(more, "small") for more in others)


def who_cell(action: RecordAction) -> Cell:
    """Whose task it is, towards whom, and the numbers to ring: of what is asked through a call, whose number it is."""
    words = [Words(action.who or "who: not recorded", "plain" if action.who else "faint")]
    if action.to:
        words.append(Words(f"to: {action.to}", "small"))
    through = "through " if action.asked_of_others else ""
    for number in action.number.split(NUMBERS_APART):
        name, _, phone = number.rpartition(": ")
        words += [Words(f"{through}{name}:", "small")] if name else []
        words += [Words(phone, "bold")] if phone else []
    return tuple(words)


def _action(action: RecordAction) -> tuple[Cell, ...]:
    what = [Words(action.text, "bold")]
    if action.detail:
        what.append(Words(action.detail, "small"))
    sources = f". Sources: {', '.join(action.sources)}" if action.sources else ""
    what.append(Words(f"{action.id}{sources}", "faint_small"))
    return tuple(what), who_cell(action), due_cell(action.due, action.due_words), _done_cell(action)


def _rung(rung: RecordRung) -> tuple[Cell, ...]:
    outcome = plain(rung.outcome) if rung.outcome else TO_FILL_IN
    return plain(rung.id), plain(rung.who), plain(rung.to), due_cell(rung.due, rung.due_words), outcome
