"""The program's own typeface, loaded from its package."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

from PySide6.QtGui import QFontDatabase

_PACKAGE = "fontpkg_atkinson_hyperlegible"
_FIRST = ("Regular", "Bold")


def load_first_fonts() -> bool:
    """Loads what the first paint needs. Without the typeface Qt's default is used and nothing else changes."""
    return _load([file for file in _files() if file.stem.endswith(_FIRST)])


def load_other_fonts() -> bool:
    """Loads the rest of the typeface."""
    return _load([file for file in _files() if not file.stem.endswith(_FIRST)])


def _load(files: list[Path]) -> bool:
    return bool(files) and all(QFontDatabase.addApplicationFont(str(file)) >= 0 for file in files)


def _files() -> list[Path]:
    spec = find_spec(_PACKAGE)
    if spec is None or spec.origin is None:
        return []
    return sorted((Path(spec.origin).parent / "files").glob("*.ttf"))
