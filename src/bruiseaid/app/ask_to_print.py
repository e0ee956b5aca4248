"""Loads what prints only when somebody wants to print: Qt's printing and PDFium are not needed to start."""

from __future__ import annotations

from collections.abc import Callable

CANNOT = "Printing from here is not possible on this computer. Open the PDF and print it from there."


def ask_and_print(document: bytes, name: str, said: Callable[[str], None]) -> None:
    """Asks for printer, pages and copies, and prints; `said` hears what came of it, unless the user thinks better."""
    try:
        from bruiseaid.app.printing import Printing

        Printing(document, name, said).ask()
    except (ImportError, ValueError):
        said(CANNOT)
