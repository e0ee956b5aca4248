"""Lengths of time compared: working days can last longer than they say, so they are taken at their longest."""

from __future__ import annotations

from bruiseaid.protocol.model import Span

MINUTES = {"minute": 1, "hour": 60, "day": 24 * 60, "working_day": 24 * 60}
LONGEST_BREAK = 4 * 24 * 60
"""The most that weekends and bank holidays add to a working day, in minutes (Easter)."""


def is_longer(span: Span | None, ceiling: Span | None) -> bool:
    """Whether a time can be longer than its ceiling. Without a ceiling nothing is too long."""
    if ceiling is None:
        return False
    if span is None:
        return True
    if span.unit == ceiling.unit:
        return span.amount > ceiling.amount
    longest = span.amount * MINUTES[span.unit] + (LONGEST_BREAK if span.unit == "working_day" and span.amount else 0)
    return longest > ceiling.amount * MINUTES[ceiling.unit]


def in_words(span: Span | None) -> str:
    """For example '4 hours', '1 working day', 'now', 'until handover'."""
    if span is None:
        return "until handover"
    if span.amount == 0:
        return "now"
    unit = span.unit.replace("_", " ")
    return f"{span.amount} {unit}" + ("" if span.amount == 1 else "s")
