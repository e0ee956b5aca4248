"""The pages of a PDF as pictures, drawn from the file itself: what is seen and printed is what is in the file.

PDFium draws them, the library that also draws PDFs in browsers. It is loaded when the first page is asked for. One
thread at a time: PDFium takes no two calls at once.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from bruiseaid.values import dataclass

_POINTS_AN_INCH = 72.0


@dataclass(frozen=True, slots=True)
class Picture:
    """One page: rows of pixels from the top, each of blue, green, red and one byte of nothing; `stride` bytes a row."""

    width: int
    height: int
    stride: int
    pixels: bytes


class Pages:
    """The pages of one PDF. To be closed after use."""

    def __init__(self, document: Any) -> None:
        self._document = document
        self.sizes: tuple[tuple[float, float], ...] = tuple(
            document.get_page_size(place) for place in range(len(document))
        )

    def picture(self, place: int, dots_an_inch: float) -> Picture:
        """The page at that place, counted from 0."""
        page = self._document[place]
        try:
            drawn = page.render(scale=dots_an_inch / _POINTS_AN_INCH, prefer_bgrx=True, may_draw_forms=False)
            return Picture(drawn.width, drawn.height, drawn.stride, bytes(drawn.buffer))
        finally:
            page.close()

    def words(self, place: int) -> str:
        """What is written on the page at that place, for those who hear it."""
        page = self._document[place]
        try:
            text: str = page.get_textpage().get_text_bounded()
            return text
        finally:
            page.close()

    def close(self) -> None:
        """Gives the memory back."""
        self._document.close()


@contextmanager
def pages_of(document: bytes) -> Iterator[Pages]:
    """The pages of a PDF, closed at the end."""
    pages = open_pages(document)
    try:
        yield pages
    finally:
        pages.close()


def open_pages(document: bytes) -> Pages:
    """The pages of a PDF.

    Raises:
        ValueError: the bytes are no PDF that can be drawn, or PDFium is not there.
    """
    try:
        import pypdfium2
    except (ImportError, OSError) as error:
        raise ValueError("PDFium is not installed, or cannot be loaded") from error
    try:
        return Pages(pypdfium2.PdfDocument(document))
    except pypdfium2.PdfiumError as error:
        raise ValueError("this is no PDF that can be drawn") from error
