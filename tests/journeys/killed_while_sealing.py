"""A window in which an addendum is sealed, and which dies before it notes that. Run as a process of its own; not a
test."""

from __future__ import annotations

import sys
import threading
from datetime import datetime
from pathlib import Path

from tests.journeys.driver import NOW, Driver
from tests.journeys.test_adding import finish, write


class Dying(Driver):
    """Once an addendum lies there, the next look at the clock is the last thing that happens."""

    @property
    def now(self) -> datetime:
        if any((self.data / "records").glob("*-addendum-*.pdf")):
            print("ready", flush=True)
            threading.Event().wait()
        return NOW

    @now.setter
    def now(self, moment: datetime) -> None:
        assert moment == NOW


def main(folder: Path) -> None:
    hands = Dying(folder)
    finish(hands)
    write(hands)
    hands.forward()
    hands.forward()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
