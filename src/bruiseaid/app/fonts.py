"""The program's own typeface, loaded from its package."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

from PySide6.QtGui import QFontDatabase

_PACKAGE = "fontpkg_atkinson_hyperlegible"


def load_fonts() -> bool:
    """Whether the typeface is there. Without it Qt's default is used and nothing else changes."""
    spec = find_spec(_PACKAGE)
    if spec is None or spec.origin is None:
        return False
    files = sorted((Path(spec.origin).parent / "files").glob("*.ttf"))
    return bool(files) and all(QFontDatabase.addApplicationFont(str(file)) >= 0 for file in files)
