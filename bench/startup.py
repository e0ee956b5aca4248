"""Start-up against an empty PySide6 window, in pairs: process, first page painted, exit.

    python bench/startup.py [pairs]

Prints the ratio of the medians for the first page painted, and for the window with rules and records loaded.
Bytecode is written first, as an installed program has it.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

SOURCE = Path(__file__).resolve().parents[1] / "src"

EMPTY = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow

class Window(QMainWindow):
    painted = False
    def paintEvent(self, event):
        super().paintEvent(event)
        if not Window.painted:
            Window.painted = True
            QTimer.singleShot(0, QApplication.quit)

app = QApplication(sys.argv)
window = Window()
window.resize(1280, 800)
window.show()
app.exec()
"""

PAINTED = """
import sys
from bruiseaid.app import preflight
assert preflight.problem() is None
from bruiseaid.app import main
main.run(painted=lambda app, *_: app.quit())
"""

READY = """
import sys
from PySide6.QtCore import QTimer
from bruiseaid.app import preflight
assert preflight.problem() is None
from bruiseaid.app import main
def loaded(app, *rest):
    main.load(app, *rest)
    QTimer.singleShot(0, lambda: QTimer.singleShot(0, app.quit))
main.run(painted=loaded)
"""


def seconds(script: str, around: dict[str, str]) -> float:
    """How long that script takes as a process of its own."""
    begun = time.perf_counter()
    subprocess.run([sys.executable, "-c", script], check=True, env=around)
    return time.perf_counter() - begun


def main() -> None:
    """Measures in pairs and prints the ratios."""
    pairs = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    with tempfile.TemporaryDirectory() as folder:
        around = dict(os.environ, QT_QPA_PLATFORM="offscreen", PYTHONPATH=str(SOURCE))
        around.update(BRUISEAID_DATA=f"{folder}/data", PYTHONPYCACHEPREFIX=f"{folder}/bytecode")
        around.pop("PYTHONDONTWRITEBYTECODE", None)
        scripts = {"empty window": EMPTY, "first page painted": PAINTED, "rules and records loaded": READY}
        for script in scripts.values():
            seconds(script, around)
        taken: dict[str, list[float]] = {name: [] for name in scripts}
        for _ in range(pairs):
            for name, script in scripts.items():
                taken[name].append(seconds(script, around))
    floor = median(taken["empty window"])
    for name, times in taken.items():
        print(f"{name}: median {1000 * median(times):.0f} ms, {median(times) / floor:.2f} of an empty window")


if __name__ == "__main__":
    main()
