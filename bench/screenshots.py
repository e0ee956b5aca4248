"""Makes a picture of every page of the window.

    python -m bench.screenshots FOLDER [--dark] [--text 200] [--size 1280x800 ...]

It walks five roads with real clicks, offscreen unless QT_QPA_PLATFORM says otherwise: a new computer, a baby with a
bruise, a record that is decided about and closed, answers that hardly go together, and practice. Run it from the top of
the checkout. All people in the pictures are made up.
"""

from __future__ import annotations

import argparse
import os
import tempfile
from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from bench.adding import adding
from bruiseaid.app.look import Look
from bruiseaid.app.parts.link import Link
from bruiseaid.app.screens.state import DO_NOW, asked_at, asking
from bruiseaid.app.tokens import DARK, LIGHT
from bruiseaid.store.settings import Settings
from tests.journeys.driver import KNOWN, Driver
from tests.journeys.test_vignettes import vignette

SIZES = ("1280x800", "1920x1080")
CLOSES = "V08"


class Album:
    """Numbered pictures of one size, of one window after another."""

    def __init__(self, folder: Path, size: str, look: tuple[bool, float]) -> None:
        self._folder, self._size, self._look, self._count = folder / size, size, look, 0
        self._folder.mkdir(parents=True, exist_ok=True)
        self.hands: Driver

    def begin(self, settings: Settings | None = KNOWN) -> Driver:
        """A new window on an empty data folder."""
        width, height = map(int, self._size.split("x"))
        self.hands = Driver(Path(tempfile.mkdtemp()), settings=settings, width=width, height=height)
        dark, scale = self._look
        shown: Look = self.hands.window.look
        shown.become(DARK if dark else LIGHT, scale)
        return self.hands

    def take(self, name: str) -> None:
        """One picture of the whole window."""
        for _ in range(4):
            QApplication.processEvents()
            QTest.qWait(10)
        self._count += 1
        self.hands.window.grab().save(str(self._folder / f"{self._count:02}-{name}.png"))

    def close(self) -> None:
        """Takes the window away."""
        self.hands.window.hide()
        self.hands.window.deleteLater()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--dark", action="store_true")
    parser.add_argument("--text", type=int, default=100, help="text size in per cent")
    parser.add_argument("--size", nargs="*", default=SIZES)
    options = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    for size in options.size:
        album = Album(options.folder, size, (options.dark, options.text / 100))
        for road in (first_run, referral, decided, looked_at_again, practised):
            road(album)
            album.close()


def first_run(album: Album) -> None:
    """A computer on which nobody has said who they are."""
    hands = album.begin(None)
    album.take("first-home")
    hands.click("start")
    album.take("first-settings")
    hands.click("foot_link")
    hands.walk(vignette("V01")["case"]["answers"], to_finish=False)
    album.take("no-borough-what-to-do-now")


def decided(album: Album) -> None:
    """A record at the lowest level: why, what would raise it, going higher, closing it, and what was not ticked."""
    hands = album.begin()
    hands.click("start")
    hands.walk(vignette("V36")["case"]["answers"], to_finish=True)
    hands.window.session.go_to(asking("exhibits"))
    album.take("c-result-ready")
    hands.click("to_result")
    album.take("c-what-to-do-now")
    hands.window.session.leave()
    hands.click("start")
    hands.walk(vignette(CLOSES)["case"]["answers"], to_finish=True)
    album.take("e-what-to-do-now")
    hands.click("what_would_raise")
    source = next(link for link in hands.window.findChildren(Link) if link.objectName().startswith("source:"))
    hands.click(source.objectName())
    album.take("why-and-sources")
    hands.click("what_would_raise")
    hands.click("to_decision")
    album.take("decision")
    hands.window.session.go_to(DO_NOW)
    hands.click("to_closing")
    album.take("closing")
    hands.window.session.go_to(DO_NOW)
    hands.finish()
    album.take("e-finished")


def looked_at_again(album: Album) -> None:
    """Two answers that hardly go together."""
    hands = album.begin()
    hands.click("start")
    hands.walk_to("cooperation", vignette("V36")["case"]["answers"])
    hands.click("cooperation=removing_child")
    album.take("second-look")


def practised(album: Album) -> None:
    """Practice: the stories, a question with its story above it, and what the drill says."""
    hands = album.begin()
    hands.click("practise")
    album.take("practice")
    hands.click("drill:V01")
    album.take("practice-question")
    hands.walk(vignette("V01")["case"]["answers"], to_finish=False)
    hands.forward()
    album.take("drill")


def referral(album: Album) -> None:
    """A baby with a bruise: from the start page over every question to the finished record."""
    hands = album.begin()
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
    hands.click("strip.rung")
    album.take("act-now-rung")
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
    overdue(album)
    hands.click(f"declined:{referral}")
    album.take("call-form")
    hands.click("form.referral_outcome=turned_back")
    hands.write("form.who", "A. Nother, screening officer")
    hands.click("form.save")
    album.take("ladder")
    hands.forward()
    album.take("what-to-do-now-later")
    hands.forward()
    album.take("what-came-of-it")
    hands.click("back")
    hands.walk_after(to_finish=False)
    album.take("check")
    hands.forward()
    album.take("check-missing")
    hands.click("finish_early")
    album.take("finished")
    papers(album)
    adding(album)
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
    hands.window.session.leave()
    hands.desktop.to_open = next((hands.data / "records").glob("*.pdf"))
    hands.click("check_file")
    while hands.state.ui.checked is None or hands.state.ui.checked.found == "looking":
        QApplication.processEvents()
    album.take("file-check")


def overdue(album: Album) -> None:
    """The same page some hours later, with nothing more done; then the clock goes back."""
    hands = album.hands
    hands.now += timedelta(hours=5)
    hands.window.session.tick()
    album.take("overdue")
    hands.now -= timedelta(hours=5)
    hands.window.session.tick()


def papers(album: Album) -> None:
    """The papers of the finished record, and its pieces for a web form."""
    hands = album.hands
    for name in ("paper:record", "paper:call"):
        hands.click(name)
        album.take(name.replace(":", "-"))
        hands.forward()
    hands.click("portal")
    album.take("web-form")
    hands.forward()


if __name__ == "__main__":
    main()
