"""What takes much to make is made in a child, and if that cannot be, here; what comes back is the same."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from bruiseaid.app.apart import made_apart

ROOT = Path(__file__).parents[2]
HERE = os.getpid()
linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere nothing is made in a child")


def in_child() -> bool:
    return os.getpid() != HERE


@linux
def test_what_is_made_comes_from_a_child_whole() -> None:
    assert made_apart(in_child)
    assert made_apart(lambda: [bytes(3_000_000), b"x"]) == [bytes(3_000_000), b"x"]


@linux
def test_of_a_child_that_is_killed_it_is_made_here() -> None:
    def make() -> str:
        if in_child():
            os.kill(os.getpid(), signal.SIGKILL)
        return "made here"

    assert made_apart(make) == "made here"


@linux
def test_of_a_child_that_never_ends_it_is_made_here() -> None:
    def make() -> str:
        if in_child():
            threading.Event().wait()
        return "made here"

    assert made_apart(make, at_most_s=0.3) == "made here"


def test_what_goes_wrong_in_the_making_is_told_here() -> None:
    def make() -> bytes:
        raise PermissionError("no room")

    with pytest.raises(PermissionError, match="no room"):
        made_apart(make)


@linux
def test_a_record_is_made_and_what_it_takes_is_not_kept_in_memory(tmp_path: Path) -> None:
    program = """
import sys
from pathlib import Path
from tests.journeys.driver import Driver
from tests.journeys.test_vignettes import vignette
hands = Driver(Path(sys.argv[1]))
hands.click("start")
hands.walk(vignette("V01")["case"]["answers"], to_finish=False)
print(hands.finish(early=True))
print("reportlab" in sys.modules)
"""
    done = subprocess.run([sys.executable, "-c", program, str(tmp_path)], cwd=ROOT, capture_output=True, check=True)
    made, kept = done.stdout.decode().splitlines()
    assert Path(made).read_bytes().startswith(b"%PDF-")
    assert kept == "False"
