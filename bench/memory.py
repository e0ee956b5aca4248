"""Resident memory of the program as it is started by hand, against an empty PySide6 window; no test is in the process.

    python bench/memory.py [rounds]

The program does what somebody does with one record: it is opened a second time on this computer, a record is begun,
the body map is shown, a story is answered and every page of it looked at, and the PDF is made. Between two pages it is
left alone for a moment, so that pages made ahead count. Both sides run in each round; medians are told.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parents[1]
STORY = "V01"
KNOWN = {
    "borough": "rochdale",
    "name": "Pat Sample",
    "role": "health visitor",
    "organisation": "Example Trust",
    "phone": "0161 496 0000",
    "lead": "Lee Madeup",
    "practitioner_group": "registered_health",
}

TELL = """
def tell(what):
    with open("/proc/self/status") as status:
        print(what, next(line.split()[1] for line in status if line.startswith("VmRSS")), sep="\\t", flush=True)
"""

EMPTY = (
    TELL
    + """
import os
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication([])
window = QMainWindow()
window.resize(1280, 800)
window.show()
QTimer.singleShot(500, lambda: (tell("empty window"), os._exit(0)))
app.exec()
"""
)

OURS = (
    TELL
    + """
import json, os
from types import MappingProxyType
from bruiseaid.app import preflight
assert preflight.problem() is None
from bruiseaid.app import main
from PySide6.QtCore import QTimer

LOOKED_AT_MS = 600

def as_answer(value):
    if isinstance(value, list):
        return tuple(map(as_answer, value))
    if isinstance(value, dict):
        return MappingProxyType({key: str(one) for key, one in value.items()})
    return str(value)

def steps(session):
    from bruiseaid.app.screens.road import places
    yield "start page", 1500
    session.start()
    session.go_to("ask:marks")
    yield "body map", 1500
    for question, value in json.loads(os.environ["ANSWERS"]).items():
        session.answer(question, as_answer(value))
        yield "", 20
    for place in places(session.state):
        session.go_to(place)
        yield "", LOOKED_AT_MS
    yield "before the first PDF", LOOKED_AT_MS
    session.finish(early=True)
    assert session.state.ui.pdf, session.state.ui.problem
    yield "after the first PDF", 1500

def loaded(app, window, *rest):
    main.load(app, window, *rest)
    road = steps(window.session)
    def go_on(before=""):
        if before:
            tell(before)
        what, wait = next(road, ("", None))
        if wait is None:
            window.close()
        else:
            QTimer.singleShot(wait, lambda: go_on(what))
    go_on()

main.run(painted=loaded)
"""
)


def told(script: str, around: dict[str, str]) -> dict[str, float]:
    """What a script says of its memory, in MB, by stage."""
    done = subprocess.run([sys.executable, "-c", script], env=around, stdout=subprocess.PIPE, check=True, text=True)
    lines = [line.split("\t") for line in done.stdout.splitlines()]
    return {what: int(size) / 1024 for what, size in lines}


def main(rounds: int = 3) -> None:
    """Measures and prints the ratios."""
    stories = json.loads((ROOT / "tests" / "oracle" / "vignettes.json").read_text("utf-8"))
    stories = stories if isinstance(stories, list) else stories["vignettes"]
    answers = next(story for story in stories if story["id"] == STORY)["case"]["answers"]
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder) / "data"
        data.mkdir()
        (data / "settings.json").write_text(json.dumps(KNOWN), "utf-8")
        around = dict(os.environ, QT_QPA_PLATFORM="offscreen", PYTHONPATH=str(ROOT / "src"))
        around.update(BRUISEAID_DATA=str(data), PYTHONPYCACHEPREFIX=f"{folder}/bytecode", ANSWERS=json.dumps(answers))
        around.pop("PYTHONDONTWRITEBYTECODE", None)  # bytecode is written first, as an installed program has it
        for script in (EMPTY, OURS):
            told(script, around)
        found = [{**told(EMPTY, around), **told(OURS, around)} for _ in range(rounds)]
    sizes = {what: median(one[what] for one in found) for what in found[0]}
    for what, size in sizes.items():
        print(f"memory, {what}: {size:.0f} MB, ratio {size / sizes['empty window']:.2f}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 3)
