"""A window that answers some questions and then waits to be killed. Run as a process of its own; not a test."""

from __future__ import annotations

import sys
import threading
from pathlib import Path

from tests.journeys.driver import Driver


def main(folder: Path) -> None:
    hands = Driver(folder)
    hands.click("start")
    hands.click("emergency_signs=none")
    hands.forward()
    hands.click("immediate_danger=no")
    hands.forward()
    hands.click("safe_now=yes")
    hands.forward()
    hands.write("dob.day", "20")
    hands.write("dob.month", "7")
    hands.write("dob.year", "2026")
    hands.forward()
    hands.pick("cheek_soft", "left")
    hands.click("marks.kind=bruise")
    print("ready", flush=True)
    threading.Event().wait()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
