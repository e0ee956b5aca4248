"""Makes a picture of every page of the window.

    python -m bench.screenshots FOLDER [--dark] [--text 200] [--size 1280x800 ...]

It walks the story of a baby with a bruise with real clicks, offscreen unless QT_QPA_PLATFORM says otherwise.
Run it from the top of the checkout. All people in the pictures are made up.
"""

from __future__ import annotations

import argparse
import os
import tempfile
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from bruiseaid.app.look import Look
from bruiseaid.app.screens.state import asked_at
from bruiseaid.app.tokens import DARK, LIGHT
from tests.journeys.driver import Driver
from tests.journeys.test_vignettes import vignette

SIZES = ("1280x800", "1920x1080")


class Album:
    """A window, and the folder its pictures go to."""

    def __init__(self, folder: Path, size: str, look: tuple[bool, float]) -> None:
        self._folder, self._size, self._count = folder / size, size, 0
        self._folder.mkdir(parents=True, exist_ok=True)
        width, height = map(int, size.split("x"))
        self.hands = Driver(Path(tempfile.mkdtemp()), width=width, height=height)
        dark, scale = look
        shown: Look = self.hands.window.look
        shown.become(DARK if dark else LIGHT, scale)

    def take(self, name: str) -> None:
        """One picture of the whole window."""
        for _ in range(4):
            QApplication.processEvents()
        self._count += 1
        self.hands.window.grab().save(str(self._folder / f"{self._count:02}-{name}.png"))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--dark", action="store_true")
    parser.add_argument("--text", type=int, default=100, help="text size in per cent")
    parser.add_argument("--size", nargs="*", default=SIZES)
    options = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    for size in options.size:
        walk(Album(options.folder, size, (options.dark, options.text / 100)))


def walk(album: Album) -> None:
    """From the start page over every question to the finished record."""
    hands = album.hands
    answers = vignette("V01")["case"]["answers"]
    album.take("home")
    hands.click("start")
    while asked_at(hands.place):
        here = asked_at(hands.place)
        if here == "emergency_signs":
            hands.forward()
            album.take(f"{here}-error")
        if here == "marks":
            marks(album, answers["marks"][0])
        elif here in answers:
            hands.answer(hands.question(here), answers[here], to_finish=False)
        elif hands.question(here).type == "group":
            hands.finishing_needs(hands.question(here))
        album.take(here)
        hands.forward()
    ending(album)


def marks(album: Album, mark: dict[str, str]) -> None:
    """The marks page in its states, and the strip that comes with the first mark."""
    hands = album.hands
    album.take("marks-none")
    hands.pick(mark["region"], mark["side"])
    album.take("marks-kind")
    hands.click(f"marks.kind={mark['kind']}")
    hands.click(f"marks.doc_status={mark['doc_status']}")
    album.take("marks-act-now")
    hands.click("act_now")
    album.take("act-now-open")
    hands.click("act_now")
    hands.click("mark.more")
    album.take("marks-more")
    hands.click("mark.close")


def ending(album: Album) -> None:
    """What to do now, the ladder, check, finished, and the pages beside the road."""
    hands = album.hands
    album.take("what-to-do-now")
    assert hands.state.outcome is not None
    referral = next(action.id for action in hands.state.outcome.actions if action.referral)
    hands.click(f"declined:{referral}")
    album.take("call-form")
    hands.write("form.who", "A. Nother, screening officer")
    hands.click("form.save")
    album.take("ladder")
    hands.forward()
    album.take("what-to-do-now-later")
    hands.forward()
    album.take("check")
    hands.forward()
    album.take("check-missing")
    hands.click("finish_early")
    album.take("finished")
    for name in ("emergency", "help"):
        hands.click(name)
        album.take(name)
        hands.forward()
    hands.press(Qt.Key.Key_F9)
    album.take("hidden")
    hands.press(Qt.Key.Key_F9)
    hands.forward()
    album.take("home-with-a-record")
    hands.click("settings")
    album.take("settings")


if __name__ == "__main__":
    main()
