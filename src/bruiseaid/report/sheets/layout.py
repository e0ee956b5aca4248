"""Bands laid on pages: what belongs together stays together, and nothing is cut or lost however long it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bruiseaid.report.ink.drawing import Band, Page


def lay_out(chapters: Sequence[Sequence[Band]], top: float, bottom: float) -> list[Page]:
    """Those bands on as many pages as they need, between `top` and `bottom` of each; at least one page.

    A chapter begins a new page, unless the one before it has just run over onto another page.
    """
    flow = _Flow(top, bottom)
    for bands in chapters:
        before = len(flow.pages)
        for chain in _chains(bands):
            flow.add(chain)
        if len(flow.pages) == before:
            flow.new_page()
    return [page for page in flow.pages if page.placed] or flow.pages[:1]


def beside(left: list[Band], right: list[Band], limit: float) -> list[Band]:
    """Two columns side by side as one band; one after the other when they are higher than `limit`."""
    height = max(height_of(left), height_of(right))
    if height > limit:
        return left + right
    joined = Band(height)
    for column in (left, right):
        y = 0.0
        for band in column:
            joined.placed.append((y, band))
            y += band.height
    return [joined]


def height_of(bands: Sequence[Band]) -> float:
    """Their heights together."""
    return sum(band.height for band in bands)


def space(height: float) -> Band:
    """Empty paper between two blocks."""
    return Band(height, blank=True, keep=True)


def _chains(bands: Sequence[Band]) -> Iterator[list[Band]]:
    """The bands in groups that want to stay on one page."""
    chain: list[Band] = []
    for band in bands:
        chain.append(band)
        if not band.keep:
            yield chain
            chain = []
    if chain:
        yield chain


class _Flow:
    """Pages being filled from the top."""

    def __init__(self, top: float, bottom: float) -> None:
        self.pages = [Page()]
        self._top, self._bottom = top, bottom
        self._y = top

    def add(self, chain: list[Band]) -> None:
        if self._y + height_of(chain) > self._bottom and self._fits_on_a_page(chain):
            self.new_page(chain[0].repeat)
        for band in chain:
            self._place(band)

    def _fits_on_a_page(self, chain: list[Band]) -> bool:
        return height_of(chain) + height_of(chain[0].repeat) <= self._bottom - self._top

    def _place(self, band: Band) -> None:
        if self._y + band.height > self._bottom and self._y > self._top:
            self.new_page(band.repeat)
        if band.blank and self._y == self._top:
            return
        self.pages[-1].placed.append((self._y, band))
        self._y += band.height

    def new_page(self, repeated: tuple[Band, ...] = ()) -> None:
        if not self.pages[-1].placed:
            return
        self.pages.append(Page())
        self._y = self._top
        for band in repeated:
            self.pages[-1].placed.append((self._y, band.as_decoration()))
            self._y += band.height
