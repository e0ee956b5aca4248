"""Each screen against its outline on disk. BRUISEAID_UPDATE_GOLDEN=1 writes the outlines anew."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtWidgets import QApplication

from bruiseaid.app.window import Window
from tests.app.outline import outline
from tests.app.walking import all_screens, first_screens
from tests.journeys.driver import Driver

GOLDEN = Path(__file__).parents[1] / "golden"


def shown_on_both(hands: Driver, folder: Path) -> Iterator[tuple[str, Window]]:
    """Every screen of a computer in use, and the first ones of a new computer."""
    for screen in all_screens(hands):
        yield screen, hands.window
    new = Driver(folder / "new", settings=None)
    for screen in first_screens(new):
        yield screen, new.window
    new.window.close()


def test_each_screen_is_as_its_outline_says(hands: Driver, tmp_path: Path) -> None:
    update = os.environ.get("BRUISEAID_UPDATE_GOLDEN") == "1"
    differ, seen = [], set()
    for screen, window in shown_on_both(hands, tmp_path):
        QApplication.processEvents()
        found = outline(window).replace(str(tmp_path), "FOLDER")
        path = GOLDEN / f"{screen}.txt"
        seen.add(path)
        if update:
            path.write_text(found, "utf-8", newline="\n")
        elif not path.is_file() or path.read_text("utf-8") != found:
            differ.append(screen)
            (tmp_path / path.name).write_text(found, "utf-8", newline="\n")
    assert not differ, f"look at {tmp_path} beside tests/golden: {', '.join(differ)}"
    assert set(GOLDEN.glob("*.txt")) == seen
