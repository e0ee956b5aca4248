"""What Python no longer needs goes in the thread of the window, between two events, and nowhere else.

Objects that hold each other are taken apart by whichever thread happens to make new ones, wherever it is. Where that is
the thread that saves drafts, a part of a page may be taken apart there while Qt is about to delete it: PySide then
finds a wrapper that is no longer one, and the process ends. Where it is in the middle of what Qt deletes, both wait for
each other, and the process never ends (docs/adr/0036).
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

EVERY_MS = 1_000
"""How often is looked whether there is enough to sweep; Python's own thresholds say how much that is."""


class Sweeping(QObject):
    """Sweeps in the thread in which it was made, for as long as it lives. By itself Python sweeps no more, not even
    when it is gone: then the window is being taken apart."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        timer = QTimer(self, interval=EVERY_MS)
        timer.timeout.connect(self.sweep)
        timer.start()

    def sweep(self) -> None:
        """Sweeps what is young, or all, if that much has gathered."""
        gathered, enough = gc.get_count(), gc.get_threshold()
        for generation in (2, 1, 0):
            if gathered[generation] > enough[generation] > 0:
                gc.collect(generation)
                return
