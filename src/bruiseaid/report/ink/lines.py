"""Lines of type: words of several styles set one after another and broken at a width."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TypeAlias

from bruiseaid.report.ink.drawing import BLACK, SOFT, Colour, Mark, Shape, Text
from bruiseaid.report.ink.fonts import Weight, face
from bruiseaid.report.ink.letters import Piece, Unshown, pieces, text_lines
from bruiseaid.report.ink.shapes import sign
from bruiseaid.values import dataclass

SIGN_WIDTH = 0.85  # of the type size


@dataclass(frozen=True, slots=True)
class Style:
    """Size and distance of lines in points."""

    size: float
    leading: float
    weight: Weight = "regular"
    colour: Colour = BLACK

    @property
    def baseline(self) -> float:
        """Distance of the letters' foot from the top of the line."""
        return self.leading / 2 + self.size * 0.34


BODY = Style(9.75, 13)
BOLD = replace(BODY, weight="bold")
LABEL = replace(BODY, colour=SOFT)
SMALL = Style(8.8, 11.5)
SMALL_BOLD = replace(SMALL, weight="bold")
SMALL_LABEL = replace(SMALL, colour=SOFT)
QUOTE = Style(10.25, 14)
HEADING = Style(11, 14, "bold")
SUBHEADING = Style(9.75, 13, "bold")
PART = Style(14, 19, "bold")
TITLE = Style(19, 24, "bold")
LARGE = Style(13, 19)


@dataclass(frozen=True, slots=True)
class Span:
    """Words in one style. Line ends in the text stand."""

    text: str
    style: Style


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of a line, `x` from its start."""

    x: float
    width: float
    piece: Piece
    style: Style


@dataclass(frozen=True, slots=True)
class Line:
    """One line. Runs of the same style and face are joined."""

    runs: tuple[Run, ...]
    width: float

    def marks(self, x: float, baseline: float) -> Iterator[Mark]:
        """What is drawn when the line starts at x and stands on this baseline."""
        for run in self.runs:
            yield _mark(run, x + run.x, baseline)


def set_lines(spans: Iterable[Span], width: float, unshown: Unshown) -> list[Line]:
    """Those words as lines no wider than `width`; a word that is wider by itself is broken inside."""
    setter = _Setter(width)
    for span in spans:
        for number, text in enumerate(text_lines(span.text)):
            if number:
                setter.end_line()
            for piece in pieces(text, face(span.style.weight), unshown):
                setter.add(piece, span.style)
    setter.end_line()
    return setter.lines


def width_of(text: str, style: Style, unshown: Unshown) -> float:
    """Width of a text set on one line."""
    return sum(_width(piece, style) for piece in pieces(text, face(style.weight), unshown))


class _Open:
    """A run that may still grow. Its texts are joined once, when the line ends."""

    __slots__ = ("face", "sign", "style", "texts", "true_words", "width", "x")

    def __init__(self, x: float, width: float, text: str, piece: Piece, true_words: str | None, style: Style) -> None:
        self.x, self.width, self.texts, self.style = x, width, [text], style
        self.face, self.true_words, self.sign = piece.face, true_words, piece.sign

    def takes(self, piece: Piece, true_words: str | None, style: Style) -> bool:
        """Whether such a text goes on in this run."""
        if self.style is not style or self.face is not piece.face or self.sign or piece.sign:
            return False
        return true_words is None if self.true_words is None else true_words == ""

    def run(self) -> Run:
        """The run as a value."""
        return Run(self.x, self.width, Piece("".join(self.texts), self.face, self.true_words, self.sign), self.style)


_Part: TypeAlias = tuple[str, Piece, str | None, Style, float]  # text, the piece it is of, its true words, style, width


class _Setter:
    """Fills lines word by word. A word is letters between two spaces, which may change face or style inside."""

    def __init__(self, width: float) -> None:
        self.lines: list[Line] = []
        self._limit = width
        self._runs: list[_Open] = []
        self._x = 0.0
        self._word: list[_Part] = []
        self._word_width = 0.0
        self._space: tuple[Piece, Style] | None = None

    def add(self, piece: Piece, style: Style) -> None:
        """The words of a piece; the last one stays open, for the next piece may go on with it."""
        if piece.sign:
            self._put_in_word(piece.text, piece, piece.true_words, style, style.size * SIGN_WIDTH)
            return
        width_of_word = piece.face.width
        for number, word in enumerate(piece.text.split(" ")):
            if number:
                self._end_word()
                self._space = (piece, style)
            if word:
                self._put_in_word(word, piece, _true_words(piece, number), style, width_of_word(word) * style.size)

    def end_line(self) -> None:
        """Ends the line, empty or not."""
        self._end_word()
        self._space = None
        self._finish()

    def _put_in_word(self, text: str, piece: Piece, true_words: str | None, style: Style, width: float) -> None:
        self._word.append((text, piece, true_words, style, width))
        self._word_width += width

    def _end_word(self) -> None:
        word, width = self._word, self._word_width
        if not word:
            return
        self._word, self._word_width = [], 0.0
        gap = self._gap()
        if self._runs and self._x + gap + width > self._limit:
            self._finish()
            gap = 0.0
        if gap and self._space is not None:
            piece, style = self._space
            self._place(" ", piece, _true_words(piece, 1), style, gap)
        for part in word:
            self._place_or_break(*part)
        self._space = None

    def _gap(self) -> float:
        if self._space is None or not self._runs:
            return 0.0
        piece, style = self._space
        return piece.face.width(" ") * style.size

    def _place_or_break(self, text: str, piece: Piece, true_words: str | None, style: Style, width: float) -> None:
        if self._x + width <= self._limit or piece.sign:
            self._place(text, piece, true_words, style, width)
            return
        if self._runs and self._x + piece.face.width(text[:1]) * style.size > self._limit:
            self._finish(inside_a_word=True)
        for number, (cut, cut_width) in enumerate(self._slices(text, piece, style)):
            if number:
                self._finish(inside_a_word=True)
            self._place(cut, piece, "" if true_words is not None and number else true_words, style, cut_width)

    def _slices(self, text: str, piece: Piece, style: Style) -> Iterator[tuple[str, float]]:
        """A word cut where the line is full, at least one letter each time."""
        widths, start, used = piece.face.widths, 0, 0.0
        room = self._limit - self._x
        for place, letter in enumerate(text):
            width = widths[letter] * style.size
            if used + width > room and place > start:
                cut = _good_cut(text, start, place)
                yield text[start:cut], piece.face.width(text[start:cut]) * style.size
                used = piece.face.width(text[cut:place]) * style.size
                start, room = cut, self._limit
            used += width
        yield text[start:], used

    def _place(self, text: str, piece: Piece, true_words: str | None, style: Style, width: float) -> None:
        last = self._runs[-1] if self._runs else None
        if last is not None and last.takes(piece, true_words, style):
            last.texts.append(text)
            last.width += width
        else:
            self._runs.append(_Open(self._x, width, text, piece, true_words, style))
        self._x += width

    def _finish(self, *, inside_a_word: bool = False) -> None:
        """Ends the line, with a space that nobody sees: its last word and the next one are never read as one."""
        last = self._runs[-1] if self._runs else None
        if last is not None and not inside_a_word:
            if last.sign or last.true_words is not None:
                end = last.x + last.width
                self._runs.append(_Open(end, 0.0, " ", Piece(" ", last.face), None, last.style))
            else:
                last.texts.append(" ")
        self.lines.append(Line(tuple([held.run() for held in self._runs]), self._x))
        self._runs, self._x = [], 0.0


def _good_cut(word: str, start: int, end: int) -> int:
    """Where to cut a word that is too long: after a mark of an address in its last third, else where it is full."""
    marks = [place + 1 for place in range(start + (end - start) * 2 // 3, end) if word[place] in "/-_.?&=,;"]
    return marks[-1] if marks else end


def _true_words(piece: Piece, number: int) -> str | None:
    """The first word of a piece carries what the whole piece stands for, the others stand for nothing."""
    return "" if piece.true_words is not None and number else piece.true_words


def _width(piece: Piece, style: Style) -> float:
    return style.size * (SIGN_WIDTH if piece.sign else piece.face.width(piece.text))


def _mark(run: Run, x: float, baseline: float) -> Mark:
    piece, style = run.piece, run.style
    if piece.sign:
        lines = sign(piece.sign, x + style.size * 0.06, baseline, style.size * 0.72)
        return Shape(lines, style.colour, true_words=piece.true_words)
    return Text(x, baseline, piece.text, piece.face, style.size, style.colour, piece.true_words)
