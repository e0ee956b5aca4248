"""The window opens so that all of it can be seen: at its own size where there is room, else maximised."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

OPENED = """
from PySide6.QtWidgets import QApplication
from bruiseaid.app.tokens import LIGHT
from bruiseaid.app.window import Window
app = QApplication([])
window = Window(LIGHT, 1.0)
window.show_fitting()
app.processEvents()
whole = window.frameGeometry()
print(window.isMaximized(), window.screen().availableGeometry().contains(whole))
print(window.width(), window.height())
window.showNormal()
app.processEvents()
print(window.width(), window.height())
"""


def opened(folder: Path, width: int, height: int) -> list[str]:
    """What the window says of itself on a screen of that size."""
    screen = {"name": "one", "x": 0, "y": 0, "width": width, "height": height}
    (folder / "screens.json").write_text(json.dumps({"screens": [screen]}), "utf-8")
    platform = f"offscreen:configfile={folder / 'screens.json'}"
    source = str(Path(__file__).parents[2] / "src")
    surroundings = {**os.environ, "QT_QPA_PLATFORM": platform, "PYTHONPATH": source}
    command = [sys.executable, "-c", OPENED]
    ended = subprocess.run(command, env=surroundings, capture_output=True, text=True, timeout=60, check=True)
    return ended.stdout.split()


@pytest.mark.parametrize("size", [(1366, 768), (1280, 800), (1280, 720), (1024, 700)])
def test_on_a_small_screen_it_is_maximised_and_when_made_smaller_still_fits(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    maximised, inside, _, _, wide, tall = opened(tmp_path, *size)
    assert (maximised, inside) == ("True", "True")
    assert int(wide) < size[0]
    assert int(tall) < size[1]


def test_on_a_large_screen_it_has_its_own_size(tmp_path: Path) -> None:
    assert opened(tmp_path, 1920, 1080)[:4] == ["False", "True", "1280", "800"]
