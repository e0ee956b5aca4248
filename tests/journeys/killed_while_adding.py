"""A window in which somebody begins an addendum to a finished record, and then waits to be killed. Not a test."""

from __future__ import annotations

import sys
import threading
from pathlib import Path

from tests.journeys.driver import Driver
from tests.journeys.test_vignettes import vignette


def main(folder: Path) -> None:
    hands = Driver(folder)
    hands.click("start")
    hands.walk(vignette("V01")["case"]["answers"], to_finish=False)
    hands.finish(early=True)
    hands.click("add_to_record")
    hands.write("addendum.text", "The X-rays show no broken bone.")
    hands.write("addendum.told_by", "Dr Imaginary")
    print("ready", flush=True)
    threading.Event().wait()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
