"""What frames every page: marking, record, page number, what must not be overlooked, and the rules in the foot."""

from __future__ import annotations

from collections.abc import Iterator
from math import cos, pi, sin

from bruiseaid.report.ink.drawing import (
    BAND,
    BLACK,
    HAIR,
    LEFT,
    PAPER_HEIGHT,
    PAPER_WIDTH,
    RIGHT,
    WIDTH,
    Band,
    Box,
    Mark,
    Node,
    Slanted,
    Stroke,
)
from bruiseaid.report.ink.fonts import face
from bruiseaid.report.ink.letters import Unshown
from bruiseaid.report.ink.lines import SMALL, SMALL_BOLD, Line, Span, Style, set_lines
from bruiseaid.values import dataclass

BOTTOM = PAPER_HEIGHT - 38.0
_HEAD_BASELINE, _HEAD_RULE = 33.0, 41.0
_FOOT = Style(8.2, 11)
_NOTICE_TOP = _HEAD_RULE + 6
_PAD = 4.0


@dataclass(frozen=True, slots=True)
class Surround:
    """The words that frame every page; each may be empty. `notices`: a bold word or two and a sentence.

    `rules` and `check` stand in the foot; `across` stands large and pale across the page.
    """

    marking: str
    about: str
    notices: tuple[tuple[str, str], ...] = ()
    rules: str = ""
    check: str = ""
    across: str = ""


class Furniture:
    """The frame of the pages of one document."""

    def __init__(self, surround: Surround, unshown: Unshown) -> None:
        self._surround, self._unshown = surround, unshown
        self._notice_lines = [
            line
            for bold, words in surround.notices
            for line in set_lines([Span(f"{bold} ", SMALL_BOLD), Span(words, SMALL)], WIDTH - 16, unshown)
        ]

    @property
    def top(self) -> float:
        """Where the content of a page begins."""
        return self._notice_bottom() + 7 if self._notice_lines else _HEAD_RULE + 10

    def head(self, root: Node | None, number: int, total: int) -> Band:
        """Marking, record, page, and the notices. With a root they are read aloud: on the first page."""
        band = Band(0)
        titles = (self._surround.marking, self._surround.about, f"Page {number} of {total}")
        for place, words in enumerate(titles):
            style = SMALL_BOLD if place == 0 else SMALL
            line = set_lines([Span(words, style)], WIDTH, self._unshown)[0]
            _set(band, root, line, _across(place, line.width), _HEAD_BASELINE)
        band.marks.append((None, Stroke(LEFT, _HEAD_RULE, RIGHT, _HEAD_RULE, 0.75, BLACK)))
        self._add_notices(band, root)
        return band

    def foot(self, root: Node | None, number: int, total: int) -> Band:
        """Rules and fingerprint, how to check the file, page. With a root the first two are read aloud: on page 1."""
        y = PAPER_HEIGHT - 33
        band = Band(0, [(None, Stroke(LEFT, y, RIGHT, y, 0.5, HAIR))])
        words = (self._surround.rules, self._surround.check, f"Page {number} of {total}")
        end = 0.0
        for place, text in enumerate(words):
            line = set_lines([Span(text, _FOOT)], WIDTH, self._unshown)[0]
            x = max(_across(place, line.width), end)
            end = x + line.width + 12
            _set(band, root if place < 2 else None, line, x, y + 12)
        return band

    def under(self) -> tuple[Mark, ...]:
        """The words across a page that is not a finished record of a real child."""
        return tuple(_slanted(self._surround.across)) if self._surround.across else ()

    def _notice_bottom(self) -> float:
        return _NOTICE_TOP + len(self._notice_lines) * SMALL.leading + 2 * _PAD

    def _add_notices(self, band: Band, root: Node | None) -> None:
        if not self._notice_lines:
            return
        height = self._notice_bottom() - _NOTICE_TOP
        band.marks.append((None, Box(LEFT, _NOTICE_TOP, WIDTH, height, 0, 0.75, BLACK, dash=2.5)))
        for number, line in enumerate(self._notice_lines):
            y = _NOTICE_TOP + _PAD + number * SMALL.leading + SMALL.baseline
            _set(band, root, line, LEFT + 8, y)


def _set(band: Band, root: Node | None, line: Line, x: float, baseline: float) -> None:
    node = root.child("P") if root and line.runs else None
    band.marks += [(node, mark) for mark in line.marks(x, baseline)]


def _across(place: int, width: float) -> float:
    """Left edge of the first, middle or last of three words of a line."""
    return LEFT + (0.0, (WIDTH - width) / 2, WIDTH - width)[place]


def _slanted(words: str) -> Iterator[Mark]:
    """The words three times, at 30 degrees across the paper."""
    bold, size, angle = face("bold"), 34.0, 30.0
    length = bold.width(words) * size
    across, up = cos(angle * pi / 180) * length / 2, sin(angle * pi / 180) * length / 2
    for height in (0.22, 0.52, 0.82):
        x, y = PAPER_WIDTH / 2 - across, PAPER_HEIGHT * height + up
        yield Slanted(x, y, words, bold, size, BAND, angle)
