"""Prints a PDF: asks for printer, pages and copies, and prints the file's own pages one after another.

The system's print dialog is shown; where there is no printing system it still prints into a file. The window stays
alive between two pages.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from typing import TypeAlias

from PySide6.QtCore import QMarginsF, QObject, QRectF, Qt, QTimer
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QApplication, QWidget

from bruiseaid.app.parts.letting_go import let_go
from bruiseaid.app.parts.page_image import image_of
from bruiseaid.app.parts.plain_text import PlainTextFilter
from bruiseaid.app.preflight import can_load
from bruiseaid.report.pictures import Pages, open_pages

MOST_DOTS_AN_INCH = 300.0
PRINTING_LIBRARY, PRINTING_PACKAGE = "libcups.so.2", "libcups2"
_NO_PRINTER = "No printer was found. You can print into a file, or open the PDF and print it from there."
COULD_NOT = "It could not be printed. Look at the printer, or open the PDF and print it from there."

Said: TypeAlias = Callable[[str], None]


class Printing(QObject):
    """One wish to print. It ends with a sentence about what was done, or with nothing if it was called off."""

    def __init__(self, document: bytes, name: str, said: Said) -> None:
        super().__init__(_window())
        self._document, self._said = document, said
        self._printer = a4_printer(name)
        self._work: Iterator[None] = iter(())

    def ask(self) -> None:
        """Shows the print dialog; what is chosen there is printed."""
        self._pages = open_pages(self._document)
        last = len(self._pages.sizes)
        self._printer.setFromTo(1, last)
        self._printer.setPrintRange(QPrinter.PrintRange.AllPages)
        self._plain = PlainTextFilter(self)
        self._dialog = QPrintDialog(self._printer, _window())
        self._dialog.setWindowTitle("Print")
        self._dialog.setMinMax(1, last)
        self._dialog.setOption(QPrintDialog.PrintDialogOption.PrintToFile)
        self._dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
        self._dialog.accepted.connect(self._chosen)
        self._dialog.rejected.connect(self._end)
        self._dialog.setWindowModality(Qt.WindowModality.WindowModal)
        self._dialog.show()
        self._said(no_printer_words())

    def _chosen(self) -> None:
        self._work = print_pages(self._pages, self._printer, self._said)
        QTimer.singleShot(0, self._step)

    def _step(self) -> None:
        try:
            next(self._work)
        except StopIteration:
            self._end()
        except OSError:
            self._said(COULD_NOT)
            self._end()
        else:
            QTimer.singleShot(0, self._step)

    def _end(self) -> None:
        self._pages.close()
        let_go(self._dialog)
        let_go(self)


def _window() -> QWidget | None:
    """The window in front, or any that is shown: it holds the dialog, and is held back by it."""
    shown = (widget for widget in QApplication.topLevelWidgets() if widget.isVisible())
    return QApplication.activeWindow() or next(shown, None)


def no_printer_words() -> str:
    """What to say where only printing into a file is possible; empty where there is a printer."""
    if QPrinterInfo.availablePrinterNames():
        return ""
    if sys.platform.startswith("linux") and not can_load(PRINTING_LIBRARY):
        return f"{_NO_PRINTER} Printers need the system package {PRINTING_PACKAGE} here."
    return _NO_PRINTER


def a4_printer(name: str) -> QPrinter:
    """The user's own printer, set to whole A4 pages. `name` is shown in the printer's queue."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(name)
    printer.setCreator("bruiseaid")
    printer.setFullPage(True)
    layout = QPageLayout(QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, QMarginsF())
    layout.setMode(QPageLayout.Mode.FullPageMode)
    printer.setPageLayout(layout)
    return printer


def print_pages(pages: Pages, printer: QPrinter, said: Said) -> Iterator[None]:
    """Prints what the printer was set to, a page at each step; says what was done.

    Raises:
        OSError: the printer takes nothing.
    """
    order = places(printer, len(pages.sizes))
    if not order:
        said("None of the pages chosen is in this document. Nothing was printed.")
        return
    painter = QPainter()
    if not painter.begin(printer):
        raise OSError("the printer takes nothing")
    painter.setRenderHint(QPainter.RenderHint.LosslessImageRendering)
    try:
        for number, place in enumerate(order):
            if number and not printer.newPage():
                raise OSError("the printer takes no more pages")
            _paint(painter, printer, pages, place)
            yield
    finally:
        painter.end()
    said(_done_words(printer, len(set(order))))


def places(printer: QPrinter, count: int) -> list[int]:
    """The pages to send, from 0, in the order of the printer's settings; copies too where the printer makes none."""
    chosen = [place for place in range(count) if _wanted(printer, place + 1)]
    if printer.pageOrder() == QPrinter.PageOrder.LastPageFirst:
        chosen.reverse()
    copies = 1 if printer.supportsMultipleCopies() else printer.copyCount()
    if printer.collateCopies():
        return chosen * copies
    return [place for place in chosen for _ in range(copies)]


def _wanted(printer: QPrinter, page: int) -> bool:
    ranges = printer.pageRanges()
    if not ranges.isEmpty():
        return bool(ranges.contains(page))
    if printer.printRange() != QPrinter.PrintRange.PageRange or not printer.fromPage():
        return True
    return printer.fromPage() <= page <= (printer.toPage() or page)


def _paint(painter: QPainter, printer: QPrinter, pages: Pages, place: int) -> None:
    """Draws one page at its own size from the corner of the paper."""
    dots = float(printer.resolution())
    width, height = pages.sizes[place]
    picture = pages.picture(place, min(dots, MOST_DOTS_AN_INCH))
    painter.drawImage(QRectF(0, 0, width * dots / 72, height * dots / 72), image_of(picture))


def _done_words(printer: QPrinter, pages: int) -> str:
    copies = printer.copyCount()
    what = "1 page" if pages == 1 else f"{pages} pages"
    many = f", {copies} copies" if copies > 1 else ""
    where = "Written into the file you chose" if printer.outputFileName() else "Sent to the printer"
    return f"{where}: {what}{many}."
