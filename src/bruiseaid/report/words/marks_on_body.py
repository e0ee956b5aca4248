"""Which mark stands on which body drawing, and where: the same for the picture and for the words about it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bruiseaid.record.figures import VIEWS, Figure, Point, figure
from bruiseaid.record.model import Record, RecordMark
from bruiseaid.values import dataclass

_NAMED_VIEWS: Mapping[str, tuple[str, ...]] = {
    "face": ("head-front",),
    "left": ("head-left",),
    "right": ("head-right",),
    "mouth": ("mouth",),
    "hands_feet": ("hands-palm", "hands-back", "feet-top", "feet-sole"),
}
_INSETS = tuple(view for view in VIEWS if not view.startswith(("infant", "child")))
_HEADS = ("head-front", "head-left", "head-right")
_SEEN_FROM_BEHIND = ("hands-back", "feet-sole")
_MOST_DISCS = 3  # more marks than this in one place share a disc


@dataclass(frozen=True, slots=True)
class Label:
    """A number, or several, that belong at one point of a drawing. `numbers` are ranges, as '1 to 4'."""

    text: str
    at: Point
    key: str


@dataclass(frozen=True, slots=True)
class MarkedView:
    """One drawing with what stands on it, and the same in words. `filled`: keys of regions that hold a mark."""

    view: str
    labels: tuple[Label, ...]
    filled: tuple[str, ...]
    marks: tuple[RecordMark, ...]

    @property
    def in_words(self) -> str:
        """What the drawing shows, for somebody who does not see it."""
        title = figure(self.view).title
        if not self.marks:
            return f"{title}. No mark on this drawing."
        places = " ".join(f"Mark {mark.number}: {mark.place}." for mark in self.marks)
        return f"{title}. {places}"


def marked_views(record: Record) -> tuple[MarkedView, ...]:
    """Front and back always, and every other drawing that holds a mark, in the order of VIEWS."""
    shown: dict[str, list[tuple[RecordMark, str]]] = {f"{record.figure}-{side}": [] for side in ("front", "back")}
    for mark in record.marks:
        for view, key in _places(mark, record.figure):
            shown.setdefault(view, []).append((mark, key))
    return tuple(_marked(view, shown[view]) for view in VIEWS if view in shown)


def not_on_a_drawing(record: Record) -> tuple[RecordMark, ...]:
    """Marks whose place is on no drawing: somewhere else, or not sure where."""
    return tuple(mark for mark in record.marks if not _places(mark, record.figure))


def whole(view: str) -> bool:
    """True for a drawing of the whole body."""
    return view not in _INSETS


def _places(mark: RecordMark, age: str) -> tuple[tuple[str, str], ...]:
    """Drawings on which the mark stands, with the region's key there; an inset also on the whole body."""
    key = f"{mark.region}-{mark.side}"
    whole_views = (f"{age}-front", f"{age}-back")
    own = _NAMED_VIEWS.get(mark.view, (f"{age}-{mark.view}", mark.view))
    view = next((view for view in (*own, *whole_views, *_INSETS) if _holds(view, key)), None)
    if view is None:
        return ()
    if view in whole_views:
        return ((view, key), *_closer(view, key))
    return (*_on_whole_body(view, key, whole_views), (view, key))


def _closer(view: str, key: str) -> tuple[tuple[str, str], ...]:
    """A place on the head is small on the whole body, so it is shown on a drawing of the head as well."""
    heads = _HEADS if view.endswith("front") else _HEADS[1:]
    found = next((head for head in heads if _holds(head, key)), None)
    return ((found, key),) if found else ()


def _on_whole_body(view: str, key: str, whole_views: tuple[str, str]) -> tuple[tuple[str, str], ...]:
    front, back = whole_views
    order = (back, front) if view in _SEEN_FROM_BEHIND else (front, back)
    found = next((whole_view for whole_view in order if _holds(whole_view, key)), None)
    if _holds("head-front", key) or view == "mouth":
        return ((front, "zoom-face"),)
    return ((found, key),) if found else ()


def _holds(view: str, key: str) -> bool:
    return view in VIEWS and key in figure(view).regions


def _marked(view: str, held: Sequence[tuple[RecordMark, str]]) -> MarkedView:
    drawing = figure(view)
    by_place: dict[tuple[str, Point], list[int]] = {}
    for mark, key in held:
        by_place.setdefault((key, _anchor(drawing, mark, key)), []).append(mark.number)
    labels = tuple(Label(text, at, key) for (key, at), numbers in by_place.items() for text in _label_texts(numbers))
    filled = tuple(dict.fromkeys(key for _, key in held if not drawing.regions[key].opens))
    return MarkedView(view, labels, filled, tuple(mark for mark, _ in held))


def _label_texts(numbers: Sequence[int]) -> list[str]:
    if len(numbers) <= _MOST_DISCS:
        return [str(number) for number in numbers]
    return [ranges(numbers)]


def ranges(numbers: Sequence[int]) -> str:
    """'1-4, 7': ascending numbers, neighbours joined. A long list is cut after three with a count of the rest."""
    groups: list[list[int]] = []
    for number in sorted(numbers):
        if groups and number == groups[-1][-1] + 1:
            groups[-1].append(number)
        else:
            groups.append([number])
    words = [str(group[0]) if len(group) == 1 else f"{group[0]}-{group[-1]}" for group in groups]
    more = sum(len(group) for group in groups[3:])
    return ", ".join(words[:3]) + (f" +{more}" if more else "")


def _anchor(drawing: Figure, mark: RecordMark, key: str) -> Point:
    region = drawing.regions[key]
    if not region.opens:
        return region.anchor
    face = figure(region.opens).regions
    place = face.get(f"{mark.region}-{mark.side}", face["lips_mouth-middle"])
    head = [part.box for part in face.values() if not part.region.startswith(("neck", "ear"))]
    return _moved(place.anchor, _around(head), region.box)


def _around(boxes: Sequence[tuple[float, float, float, float]]) -> tuple[float, float, float, float]:
    left, top, right, bottom = zip(*boxes, strict=True)
    return min(left), min(top), max(right), max(bottom)


def _moved(point: Point, source: tuple[float, float, float, float], target: tuple[float, float, float, float]) -> Point:
    """The point that stands in one box where the other stands in its own."""
    across = (point[0] - source[0]) / (source[2] - source[0])
    down = (point[1] - source[1]) / (source[3] - source[1])
    return target[0] + across * (target[2] - target[0]), target[1] + down * (target[3] - target[1])
