"""Child and referrer, side by side on the first page: what was recorded of them, and in a line what was not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from bruiseaid.record.model import Entry, Record
from bruiseaid.report.ink.drawing import Band
from bruiseaid.report.ink.lines import SMALL_LABEL, Span
from bruiseaid.report.sheets.blocks import Column, heading, paragraph
from bruiseaid.report.sheets.layout import beside
from bruiseaid.report.sheets.tables import fields
from bruiseaid.report.words.content import NOT_RECORDED
from bruiseaid.report.words.shortened import Shortened, beginning

_GAP = 15.0  # between the columns
_LABELS = 70.0
_HIGHEST = 690.0  # a pair of columns, in points
_MOST_ROWS, _MOST_FIRST_PAGE_ROWS = 16, 16
_LETTERS_OF_A_LINE = 34
_LABEL_LETTERS, _TEXT_LETTERS, _NOTE_LETTERS, _UNRECORDED_LETTERS = 44, 110, 40, 150


def people(column: Column, record: Record, shortened: Shortened, *, closely: bool = False) -> list[Band]:
    """Two columns: the child, and who refers; below, what is known of the family and of calls.

    `closely`: that is shared out between the two instead, so that they come out alike, for want of room.
    """
    width = (column.width - _GAP) / 2
    child, referrer, more = tuple(_child(record)), record.practitioner, _first_page_rows(record, shortened)
    left, right = column.at(column.x, width), column.at(column.x + width + _GAP, width)
    if closely and more:
        of_child, of_referrer = _shared_out(_recorded(child), _recorded(referrer), more)
        return beside(
            _person(left, "Child and family" if len(of_child) > len(_recorded(child)) else "Child", of_child, child),
            _person(right, "Referrer, family and calls", of_referrer, referrer),
            _HIGHEST,
        )
    return beside(
        _person(left, "Child", _recorded(child), child),
        [*_person(right, "Referrer", _recorded(referrer), referrer), *_family_and_calls(right, more)],
        _HIGHEST,
    )


def _family_and_calls(column: Column, rows: Sequence[Entry]) -> list[Band]:
    return [*heading(column, "Family and calls", gap=6), *fields(column, rows, _LABELS)] if rows else []


def _child(record: Record) -> Iterator[Entry]:
    """The child's details; age and other answers about the child stand behind those that were asked like them."""
    shown = {(entry.label, entry.text) for entry in (*record.child, *record.first_page)}
    labels = {entry.label for entry in record.child}
    asked = [entry for part in ("child", "development") for entry in _entries(record, part) if entry.note]
    answered = [entry for entry in asked if entry.text.strip() and (entry.label, entry.text) not in shown]
    if record.child_age and not any(record.child_age in entry.text for entry in record.child):
        answered.insert(0, Entry("Age", record.child_age))
    asked_labels = {entry.label for entry in asked}
    last = max((place for place, entry in enumerate(record.child, 1) if entry.label in asked_labels), default=None)
    yield from record.child[:last]
    yield from (entry for entry in answered if entry.label not in labels)
    yield from () if last is None else record.child[last:]


def _entries(record: Record, part: str) -> Iterator[Entry]:
    for section in record.sections:
        if section.id == part:
            yield from section.entries


def _recorded(entries: Sequence[Entry]) -> list[Entry]:
    """Those with words, as many as there is room for; all of them stand in the full record."""
    return [_short(entry) for entry in entries if entry.text.strip()][:_MOST_ROWS]


def _first_page_rows(record: Record, shortened: Shortened) -> list[Entry]:
    rows = [_short(entry) for entry in record.first_page[:_MOST_FIRST_PAGE_ROWS]]
    cut = (entry for entry, row in zip(record.first_page, rows, strict=False) if entry != row)
    shortened.rows += [*cut, *record.first_page[_MOST_FIRST_PAGE_ROWS:]]
    return rows


def _short(entry: Entry) -> Entry:
    """The entry with a short note or none: a question as it was asked stands in the full record."""
    note = entry.note if len(entry.note) <= _NOTE_LETTERS and not entry.note.endswith("?") else ""
    label = beginning(entry.label, _LABEL_LETTERS)
    return replace(entry, label=label, text=beginning(entry.text, _TEXT_LETTERS), note=note)


def _shared_out(left: list[Entry], right: list[Entry], more: Sequence[Entry]) -> tuple[list[Entry], list[Entry]]:
    """The further entries in order, the first ones to the left, so that both columns come out alike."""
    best = min(range(len(more) + 1), key=lambda cut: abs(_length(left, more[:cut]) - _length(right, more[cut:])))
    return [*left, *more[:best]], [*right, *more[best:]]


def _length(own: Sequence[Entry], more: Sequence[Entry]) -> int:
    """About how many lines they take."""
    return sum(1 + len(row.text + row.note) // _LETTERS_OF_A_LINE for row in (*own, *more))


def _person(column: Column, title: str, rows: Sequence[Entry], known: Sequence[Entry]) -> list[Band]:
    bands = heading(column, title, gap=10)
    if rows:
        bands += fields(column, rows, _LABELS, bold_first=True)
    return [*bands, *_unrecorded(column, known, something=bool(rows))]


def _unrecorded(column: Column, known: Sequence[Entry], *, something: bool) -> list[Band]:
    labels = ", ".join(entry.label for entry in known if not entry.text.strip())
    if not labels and something:
        return []
    words = f"{NOT_RECORDED.capitalize()}{f': {labels}' if labels else ''}"
    return paragraph(column, [Span(beginning(words, _UNRECORDED_LETTERS), SMALL_LABEL)])
