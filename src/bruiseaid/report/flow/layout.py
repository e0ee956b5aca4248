"""The flow on A4 pages: boxes, arrows and words with their places, in points from the left top corner."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import TypeAlias

from bruiseaid.protocol.model import Level, Protocol
from bruiseaid.report.flow.marks import (
    BODY,
    HEAD,
    HEIGHT,
    LEADING,
    LOWEST,
    MARGIN,
    SMALL,
    TITLE,
    WIDTH,
    Arrow,
    Box,
    Mark,
    Shape,
    Sheet,
    Text,
    put,
    wrapped,
)
from bruiseaid.report.flow.model import Flow, Group, Row
from bruiseaid.report.ink.fonts import face
from bruiseaid.report.ink.shapes import letter_middle, level_shape

Drawing: TypeAlias = Callable[[Sheet], None]


def sheets(protocol: Protocol, flow: Flow) -> list[list[Mark]]:
    """The pages: how the level is found, then what must be done at each level."""
    found: list[Drawing] = [partial(_ends, flow=flow)]
    found += [partial(_group, group=group) for group in flow.groups]
    found.append(partial(_late, rows=flow.late))
    done: list[Drawing] = [partial(_level, level=level, actions=actions) for level, actions in flow.levels]
    pages = [
        *_on_pages(protocol, "how the level is found", found),
        *_on_pages(protocol, "what must be done", done),
    ]
    for number, sheet in enumerate(pages, 1):
        _foot(sheet, protocol, number, len(pages))
    return [sheet.marks for sheet in pages]


def _on_pages(protocol: Protocol, what: str, drawings: Iterable[Drawing]) -> list[Sheet]:
    """The drawings one below the other; one that does not fit any more begins a new page."""
    pages = [_new_sheet(protocol, what)]
    for draw in drawings:
        trial = Sheet(list(pages[-1].marks), pages[-1].y)
        draw(trial)
        if trial.y > LOWEST and pages[-1].begun:
            pages.append(_new_sheet(protocol, what))
            trial = Sheet(list(pages[-1].marks), pages[-1].y)
            draw(trial)
        trial.begun = True
        pages[-1] = trial
    return pages


def _new_sheet(protocol: Protocol, what: str) -> Sheet:
    sheet = Sheet()
    _head(sheet, f"{protocol.title} {protocol.version}: {what}", protocol)
    return sheet


def _head(sheet: Sheet, title: str, protocol: Protocol) -> None:
    lines = wrapped(title, TITLE, WIDTH - 2 * MARGIN, bold=True)
    sheet.y = put(sheet, lines, MARGIN, sheet.y, TITLE, bold=True)
    if protocol.approval:
        words = wrapped(f"{protocol.approval.capitalize()}. {protocol.approval_note}", SMALL, WIDTH - 2 * MARGIN)
        sheet.y = put(sheet, words, MARGIN, sheet.y, SMALL)
    sheet.y += 6


def _foot(sheet: Sheet, protocol: Protocol, number: int, count: int) -> None:
    words = f"Rules {protocol.id} {protocol.version}, {protocol.sha256[:16]}. Page {number} of {count}"
    sheet.marks.append(Text(MARGIN, HEIGHT - 18, words, SMALL))


def _ends(sheet: Sheet, flow: Flow) -> None:
    """The start, and the ends outside the scope to the right of it."""
    top = sheet.y
    column = (WIDTH - 2 * MARGIN) / 2
    y = put(sheet, ["Start"], MARGIN + 8, top + 3, HEAD, bold=True)
    words = "Look first whether the protocol is meant for this case. If not, follow the arrow. Each end has a number."
    words = words if flow.ends else "Nothing lies outside this protocol."
    y = put(sheet, wrapped(words, SMALL, column - 30), MARGIN + 8, y, SMALL)
    right = top + 3
    for condition, title in flow.ends:
        x = MARGIN + column + 14
        sheet.marks.append(Arrow(MARGIN + column - 10, right + 6, x - 4, right + 6))
        right = put(sheet, wrapped(f"{_sentence(condition)}: {title}", SMALL, column - 22), x, right, SMALL) + 2
    sheet.y = max(y, right) + 5
    sheet.marks.append(Box(MARGIN, top, WIDTH - 2 * MARGIN, sheet.y - top))
    _down(sheet)


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]


def _down(sheet: Sheet) -> None:
    sheet.marks.append(Arrow(WIDTH / 2, sheet.y, WIDTH / 2, sheet.y + 9))
    sheet.y += 9


def _group(sheet: Sheet, group: Group) -> None:
    """A box with its rules in two columns; the highest level that is met counts."""
    top = sheet.y
    title = f"If {group.title}" if group.title else "Whatever else is known"
    y = put(sheet, [title], MARGIN + 8, top + 2, HEAD, bold=True) + 2
    gap = 12.0
    width = (WIDTH - 2 * MARGIN - 16 - gap) / 2
    heights = [_row_height(row, width) for row in group.rows]
    split = _split(heights)
    bottom = y
    for column, (start, end) in enumerate(((0, split), (split, len(group.rows)))):
        at = y
        for row in group.rows[start:end]:
            at = _row(sheet, row, MARGIN + 8 + column * (width + gap), at, width)
        bottom = max(bottom, at)
    sheet.y = bottom + 4
    sheet.marks.append(Box(MARGIN, top, WIDTH - 2 * MARGIN, sheet.y - top))
    _down(sheet)


def _split(heights: list[float]) -> int:
    """After how many rows the second column begins, so that both are about as high."""
    total, reached = sum(heights), 0.0
    for index, height in enumerate(heights):
        if reached + height / 2 > total / 2:
            return index
        reached += height
    return len(heights)


_SHAPE = 11.0
_INDENT = 17.0


def _row_lines(row: Row, width: float) -> list[str]:
    return wrapped(f"{row.rule}  {_sentence(row.words)}", SMALL, width - _INDENT)


def _row_height(row: Row, width: float) -> float:
    return max(len(_row_lines(row, width)) * SMALL * LEADING, _SHAPE) + 2


def _row(sheet: Sheet, row: Row, x: float, y: float, width: float) -> float:
    if row.level is not None:
        _shape(sheet, row.level, x, y + 0.5, _SHAPE)
    if row.sign == "most":
        sheet.marks.append(Text(x - 1, y + _SHAPE + 6.5, "most", 5.2))
    elif row.sign:
        sheet.marks.append(Text(x, y + SMALL * LEADING, row.sign, BODY, True))
    below = put(sheet, _row_lines(row, width), x + _INDENT, y, SMALL)
    return max(below, y + _SHAPE + (7 if row.sign == "most" else 0)) + 2


_INSIDE = {"triangle": 0.5, "diamond": 0.55}
"""How much of a shape's width its letters may take, where that is less than usual."""


def _shape(sheet: Sheet, level: Level, x: float, y: float, size: float) -> None:
    sheet.marks.append(Shape(level_shape(level.shape, x, y, size), filled=False))
    width = face("bold").width(level.id)
    high = min(size * 0.5, size * _INSIDE.get(level.shape, 0.7) / width)
    middle = y + letter_middle(level.shape) * size + high * 0.36
    sheet.marks.append(Text(x + size / 2 - width * high / 2, middle, level.id, high, True))


def _late(sheet: Sheet, rows: tuple[Row, ...]) -> None:
    top = sheet.y
    words = "The highest level counts. +1 raises every mark by one level; a mark alone does not go past its most."
    y = put(sheet, wrapped(words, BODY, WIDTH - 2 * MARGIN - 16, bold=True), MARGIN + 8, top + 2, BODY, bold=True) + 2
    for row in rows:
        y = _row(sheet, row, MARGIN + 8, y, WIDTH - 2 * MARGIN - 16)
    sheet.y = y + 4
    sheet.marks.append(Box(MARGIN, top, WIDTH - 2 * MARGIN, sheet.y - top))


def _level(sheet: Sheet, level: Level, actions: tuple[str, ...]) -> None:
    top = sheet.y
    _shape(sheet, level, MARGIN + 9, top + 8, 30)
    x, width = MARGIN + 52, WIDTH - 2 * MARGIN - 62
    y = put(sheet, wrapped(f"{level.id}  {level.name}", 11, width, bold=True), x, top + 4, 11, bold=True)
    y = put(sheet, wrapped(level.sentence, BODY, width), x, y, BODY) + 2
    half = (len(actions) + 1) // 2
    bottom = y
    for column, part in enumerate((actions[:half], actions[half:])):
        at = y
        for action in part:
            at = put(sheet, wrapped(f"· {action}", SMALL, width / 2 - 10), x + column * width / 2, at, SMALL)
        bottom = max(bottom, at)
    sheet.y = max(bottom, top + 44) + 5
    sheet.marks.append(Box(MARGIN, top, WIDTH - 2 * MARGIN, sheet.y - top))
    sheet.y += 7
