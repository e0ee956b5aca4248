"""The body drawings on paper: marked places filled, numbers beside them that never lie on one another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import cos, hypot, pi, sin

from bruiseaid.record.figures import Box as FigureBox
from bruiseaid.record.figures import Figure, figure
from bruiseaid.report.ink.drawing import BLACK, SOFT, WHITE, Body, Disc, Mark, Point, Stroke, Text
from bruiseaid.report.ink.fonts import face
from bruiseaid.report.words.marks_on_body import Label, MarkedView
from bruiseaid.values import dataclass

WORDS_HEIGHT = 22.0  # side words and title under a drawing
_WORDS_SIZE = 7.6
_NUMBER_SIZE = 8.4
_RADIUS = 6.3
_APART = 1.0
_RINGS, _ROUND = 24, 16  # how far and how finely a free place is looked for


@dataclass(frozen=True, slots=True)
class Frame:
    """The room a drawing has on the paper, in points."""

    x: float
    y: float
    width: float
    height: float


def drawing_marks(marked: MarkedView, frame: Frame) -> list[Mark]:
    """The drawing as large as the room allows, its numbers, which side is which, and its title."""
    drawing = figure(marked.view)
    left, top, right, bottom = bounds(drawing)
    room = Frame(frame.x, frame.y, frame.width, frame.height - WORDS_HEIGHT)
    scale = min(room.width / (right - left), room.height / (bottom - top))
    x = room.x + (room.width - scale * (right - left)) / 2 - scale * left
    y = room.y + (room.height - scale * (bottom - top)) / 2 - scale * top
    body = Body(marked.view, x, y, scale, marked.filled)
    return [body, *_numbers(marked.labels, body, room), *_words_below(drawing, frame)]


def bounds(drawing: Figure) -> FigureBox:
    """The box round the outline of a drawing, with a little air."""
    xs = [x for line in drawing.outlines for x, _ in line]
    ys = [y for line in drawing.outlines for _, y in line]
    return min(xs) - 4, min(ys) - 4, max(xs) + 4, max(ys) + 4


@dataclass(frozen=True, slots=True)
class _Plate:
    """A number's place: `reach` is half its width, `rise` half its height."""

    x: float
    y: float
    reach: float
    rise: float

    def meets(self, other: _Plate) -> bool:
        across = abs(self.x - other.x) < self.reach + other.reach + _APART
        return across and abs(self.y - other.y) < self.rise + other.rise + _APART

    def inside(self, room: Frame) -> bool:
        across = room.x <= self.x - self.reach and self.x + self.reach <= room.x + room.width
        return across and room.y <= self.y - self.rise and self.y + self.rise <= room.y + room.height


def _numbers(labels: Sequence[Label], body: Body, room: Frame) -> Iterator[Mark]:
    """Discs at their places; one that finds no free place is left out: the table has every mark."""
    taken: list[_Plate] = []
    for label in labels:
        at = _number_place(label, body)
        plate = _free_place(label, at, taken, room)
        if plate is not None:
            taken.append(plate)
            yield from _disc(label, plate, at)


def _number_place(label: Label, body: Body) -> Point:
    """Where the number wants to stand: in its place, the same on every drawing however small that is.

    A place of one side that it would hide altogether keeps it half out, further from the middle of the body, so that
    the filling is seen. A place on the middle of the body never does: beside it the number would tell of a side.
    """
    x, y = body.x + label.at[0] * body.scale, body.y + label.at[1] * body.scale
    if label.key not in body.filled:
        return x, y
    drawing = figure(body.view)
    left, top, right, bottom = drawing.regions[label.key].box
    middle = drawing.view_box[0] + drawing.view_box[2] / 2
    hidden = max(right - left, bottom - top) * body.scale <= 2 * _RADIUS
    if not hidden or left < middle < right:
        return x, y
    outwards = 1 if label.at[0] >= middle else -1
    return x + outwards * min((right - left) * body.scale * 0.4, _RADIUS * 1.2), y


def _free_place(label: Label, at: Point, taken: Sequence[_Plate], room: Frame) -> _Plate | None:
    reach = max(_RADIUS, face("bold").width(label.text) * _NUMBER_SIZE / 2 + 3.2)
    for x, y in _around(at):
        plate = _Plate(x, y, reach, _RADIUS)
        if plate.inside(room) and not any(plate.meets(other) for other in taken):
            return plate
    return None


def _around(at: Point) -> Iterator[Point]:
    """The point itself, then points on wider and wider rings."""
    yield at
    for ring in range(1, _RINGS):
        distance = ring * (_RADIUS + _APART) * 0.75
        for step in range(_ROUND):
            angle = 2 * pi * step / _ROUND
            yield at[0] + distance * cos(angle), at[1] + distance * sin(angle)


def _disc(label: Label, plate: _Plate, at: Point) -> Iterator[Mark]:
    if hypot(plate.x - at[0], plate.y - at[1]) > _RADIUS * 1.6:
        yield Stroke(at[0], at[1], plate.x, plate.y, 0.8, BLACK)
    yield Disc(plate.x, plate.y, _RADIUS, plate.reach - _RADIUS, BLACK, WHITE)
    width = face("bold").width(label.text) * _NUMBER_SIZE
    baseline = plate.y + _NUMBER_SIZE * 0.34
    yield Text(plate.x - width / 2, baseline, label.text, face("bold"), _NUMBER_SIZE, WHITE)


def _words_below(drawing: Figure, frame: Frame) -> Iterator[Mark]:
    y = frame.y + frame.height - WORDS_HEIGHT + 9
    regular, bold = face("regular"), face("bold")
    right_width = regular.width(drawing.right_words) * _WORDS_SIZE
    left_width = regular.width(drawing.left_words) * _WORDS_SIZE
    size = _WORDS_SIZE * min(1.0, (frame.width - 4) / (right_width + left_width + 6))
    shrunk = size / _WORDS_SIZE
    end = frame.x + frame.width - 2 - right_width * shrunk
    yield Text(frame.x + 2, y, drawing.left_words, regular, size, SOFT)
    yield Text(end, y, drawing.right_words, regular, size, SOFT)
    title_width = bold.width(drawing.title) * _WORDS_SIZE
    middle = frame.x + (frame.width - title_width) / 2
    yield Text(middle, y + 9.5, drawing.title, bold, _WORDS_SIZE, BLACK)
