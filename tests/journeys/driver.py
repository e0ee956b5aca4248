"""Drives the real window with clicks and keys only, and counts them. It reads the session, never tells it."""

from __future__ import annotations

import gc
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QScrollArea, QWidget
from shiboken6 import isValid

from bruiseaid.app.ask_to_print import ask_and_print
from bruiseaid.app.body_map import BodyMap
from bruiseaid.app.main import application, open_window
from bruiseaid.app.screens.drawings import tab_with
from bruiseaid.app.screens.state import CHECK, DO_NOW, FINISHED, State, asked_at
from bruiseaid.app.surroundings import Surroundings
from bruiseaid.app.window import Window
from bruiseaid.content_paths import protocol_folder
from bruiseaid.engine.details import fields_asked
from bruiseaid.engine.insisted import not_insisted_on
from bruiseaid.protocol.conditions import Always
from bruiseaid.protocol.model import Protocol, Question
from bruiseaid.protocol.reader import read_protocol
from bruiseaid.store.settings import Settings

NOW = datetime(2026, 11, 23, 10, 20, tzinfo=UTC)
EXAMPLE = "Example words"
KNOWN = Settings(
    borough="rochdale",
    name="Pat Sample",
    role="health visitor",
    organisation="Example Trust",
    phone="0161 496 0000",
    lead="Lee Madeup",
    practitioner_group="registered_health",
)


@dataclass
class RecordingDesktop:
    """A desktop that only notes what it was asked."""

    copied: list[str] = field(default_factory=list)
    opened: list[Path] = field(default_factory=list)
    save_at: Path | None = None
    to_open: Path | None = None
    folder: Path | None = None

    def copy(self, text: str) -> None:
        self.copied.append(text)

    def open_file(self, path: Path) -> None:
        self.opened.append(path)

    def open_folder(self, path: Path) -> None:
        self.opened.append(path)

    def where_to_save(self, proposed: Path) -> Path | None:
        return self.save_at

    def which_to_open(self) -> Path | None:
        return self.to_open

    def which_folder(self, words: str) -> Path | None:
        return self.folder

    def print_pdf(self, document: bytes, name: str, said: Callable[[str], None]) -> None:
        ask_and_print(document, name, said)


_open: list[Driver] = []
_walked: dict[str, bytes] = {}
"""The drafts of roads that were walked to "what to do now", by what was answered and by whom."""


@cache
def shipped() -> Protocol:
    """The protocol of this checkout, read once."""
    protocol = read_protocol(protocol_folder()).protocol
    assert protocol is not None
    return protocol


def close_all() -> None:
    """No window of a test stays: what it holds would slow down the later ones."""
    while _open:
        _open[-1].close()


class Driver:
    """A window, and hands."""

    def __init__(self, data: Path, *, settings: Settings | None = KNOWN, width: int = 1280, height: int = 800) -> None:
        if settings is not None:
            settings.save(data)
        _, look = application()
        self.data = data
        self.desktop = RecordingDesktop()
        self.now = NOW
        self._codes = iter(f"R-T{number:03}" for number in range(1, 1000))
        around = Surroundings(lambda: self.now, lambda: next(self._codes), data, self.desktop)
        self.window: Window = open_window(shipped(), look, around)
        self.window.resize(width, height)
        self.window.show()
        self.window.activateWindow()
        QTest.qWaitForWindowActive(self.window)
        self.interactions = 0
        _open.append(self)

    def close(self) -> None:
        """The window is gone, with all that it kept."""
        _open.remove(self)
        if isValid(self.window):
            self.window.session.wait_for_disk()
            self.window.close()
            self.window.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        gc.collect()

    # ---- what is shown --------------------------------------------------------------------------------------------

    @property
    def state(self) -> State:
        return self.window.session.state

    @property
    def place(self) -> str:
        return self.state.ui.place

    def question(self, name: str) -> Question:
        return next(known for known in self.state.protocol.questions if known.id == name)

    def find(self, name: str) -> QWidget | None:
        """The widget of that object name that is shown, if there is one."""
        found = self.window.findChildren(QWidget, name)
        return next((widget for widget in found if widget.isVisible()), None)

    def shown(self, name: str) -> QWidget:
        widget = self.find(name)
        assert widget is not None, f"{name} is not shown at {self.place}"
        return widget

    def words(self) -> str:
        """All words on the window, for looking something up in them."""
        labels = [label.text() for label in self.window.findChildren(QLabel) if label.isVisible()]
        buttons = [button.text() for button in self.window.findChildren(QPushButton) if button.isVisible()]
        return "\n".join(labels + buttons)

    # ---- hands ----------------------------------------------------------------------------------------------------

    def click(self, name: str) -> None:
        """One click in the middle of a widget, which must be where the user can see and hit it."""
        self.rest()
        self._bring_into_view(self.shown(name), None)
        self._click_at(self.shown(name), None)  # looked for again: a page may have been drawn anew meanwhile

    def _click_at(self, widget: QWidget, point: QPoint | None) -> None:
        self._bring_into_view(widget, point)
        at = point if point is not None else widget.rect().center()
        hit = self.window.childAt(widget.mapTo(self.window, at))
        reachable = hit is widget or (hit is not None and widget.isAncestorOf(hit))
        assert reachable, f"{widget.objectName()} cannot be hit: {hit} is in the way"
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
        self._settle()

    def _bring_into_view(self, widget: QWidget, point: QPoint | None) -> None:
        """Scrolls as the wheel would; scrolling is not counted."""
        self.rest()
        parent = widget.parentWidget()
        while parent is not None:
            if isinstance(parent, QScrollArea) and point is None:
                parent.ensureWidgetVisible(widget, 10, 30)
            elif isinstance(parent, QScrollArea) and point is not None:
                page = parent.widget()
                assert page is not None
                inside = widget.mapTo(page, point)
                parent.ensureVisible(inside.x(), inside.y(), 30, 60)
            parent = parent.parentWidget()
        QApplication.processEvents()

    def _settle(self) -> None:
        self.interactions += 1
        for _ in range(2):
            QApplication.processEvents()
        self.rest()

    def rest(self) -> None:
        """Until the window has done what it does at once: no hand is quicker. What goes is gone, as in its loop."""
        QApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        for _ in range(20):
            timers = self.window.findChildren(QTimer)
            if not any(timer.isActive() and timer.interval() == 0 for timer in timers):
                return
            QApplication.processEvents()

    def write(self, name: str, text: str) -> None:
        """Fills one field: it counts as one interaction."""
        widget = self.shown(name)
        self._bring_into_view(widget, None)
        widget.setFocus()
        QTest.keyClick(widget, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClicks(widget, text)
        QTest.keyClick(widget, Qt.Key.Key_Tab)
        self._settle()

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """One key chord, wherever the focus is."""
        QTest.keyClick(QApplication.focusWidget() or self.window, key, modifiers)
        self._settle()

    def type(self, text: str) -> None:
        """Writes where the focus is."""
        QTest.keyClicks(QApplication.focusWidget() or self.window, text)
        self._settle()

    def forward(self) -> None:
        self.click("forward")

    def go_on(self) -> None:
        """Continue; once more, after reading it, where it first brought into sight what is to be looked at again."""
        before = self.place
        self.forward()
        if self.place == before and self.find("second_looks") is not None:
            self.forward()

    # ---- answering ------------------------------------------------------------------------------------------------

    def pick(self, region: str, side: str) -> None:
        """Points at a place of the body, on the tab that has it."""
        key, body = f"{region}-{side}", self.shown("body_map")
        assert isinstance(body, BodyMap)
        kind = self.window.session.screen().page.main.input.figure  # type: ignore[union-attr]
        tab = tab_with(key, kind, self.state.ui.map_tab)
        if tab != self.state.ui.map_tab:
            self.click(f"tab={tab}")
        view = next(view for view in body.views() if key in body.keys(view))
        self._click_at(body, body.place_of(view, key).toPoint())

    def answer(self, question: Question, value: Any, *, to_finish: bool) -> None:
        """Answers one question on the page by hand."""
        match question.type:
            case "choice":
                self.choose(question.id, value)
            case "ticks":
                for tick in value:
                    self.click(f"{question.id}={tick}")
            case "date":
                year, month, day = value.split("-")
                for part, text in (("day", str(int(day))), ("month", str(int(month))), ("year", year)):
                    self.write(f"{question.id}.{part}", text)
            case "number" | "text":
                self.write(question.id, str(value))
            case "marks":
                for mark in value:
                    self.add_mark(question, mark, to_finish=to_finish)
                if not value:
                    self.click(f"{question.id}.none")
            case "group":
                self.fill(question, self._insisted(question, value) if to_finish else value)
            case "people" | "entries":
                self.list_entries(question, [self._insisted(question, one) for one in value] if to_finish else value)

    def choose(self, name: str, value: str) -> None:
        """Chooses an answer; one that goes without saying has no card and needs no click."""
        if self.find(f"{name}={value}") is not None:
            self.click(f"{name}={value}")

    def add_mark(self, question: Question, mark: Mapping[str, Any], *, to_finish: bool) -> None:
        self.pick(mark["region"], mark["side"])
        wanted = {key: str(value) for key, value in mark.items() if key not in ("region", "side", "view")}
        first = [detail for detail in question.fields if detail.needed or detail.if_absent is not None]
        for name in [detail.id for detail in sorted(first, key=lambda detail: not detail.needed)]:
            if name in wanted and self.find(f"{question.id}.{name}={wanted[name]}") is not None:
                self.click(f"{question.id}.{name}={wanted[name]}")
        if to_finish:
            self.click("mark.more")
            more = {"measured": "measured", "length_mm": "10", "shape": "round", "colour": "purple"}
            self._details(question, {**more, **wanted})
        self.click("mark.close")

    def _details(self, question: Question, wanted: Mapping[str, str]) -> None:
        for detail in question.fields:
            name = f"{question.id}.{detail.id}"
            if detail.id not in wanted:
                continue
            if detail.type == "choice" and self.find(f"{name}={wanted[detail.id]}") is not None:
                self.click(f"{name}={wanted[detail.id]}")
            elif detail.type != "choice" and self.find(name) is not None:
                self.write(name, wanted[detail.id])

    def fill(self, question: Question, values: Mapping[str, str]) -> None:
        """Fills the details of a group, or of the open entry of a list."""
        for detail in question.fields:
            if detail.id in values:
                self._details(question, {detail.id: values[detail.id]})

    def list_entries(self, question: Question, entries: Sequence[Mapping[str, str]]) -> None:
        if not entries:
            self.click(f"{question.id}.none")
        for entry in entries:
            self.click(f"{question.id}.add")
            self.fill(question, entry)
            self.click(f"{question.id}.close")

    # ---- whole roads ----------------------------------------------------------------------------------------------

    def reach_result(self, answers: Mapping[str, Any], *, to_finish: bool = False) -> None:
        """From the start page to "what to do now" with those answers: for tests of what comes after it.

        The first who comes walks there. Those who come later with the same open the draft that was saved then.
        """
        known = (self.data / "settings.json").read_text("utf-8")
        road = json.dumps([known, self.now.isoformat(), to_finish, answers])
        if road not in _walked:
            self.click("start")
            self.walk(answers, to_finish=to_finish)
            self.window.session.wait_for_disk()
            assert self.state.draft is not None
            _walked[road] = self._draft_file(self.state.draft.id).read_bytes()
            return
        code = next(self._codes)
        draft = json.loads(_walked[road])
        self._draft_file(code).parent.mkdir(parents=True, exist_ok=True)
        self._draft_file(code).write_text(json.dumps({**draft, "id": code}), "utf-8", newline="\n")
        self.window.session.leave()  # the start page looks for drafts
        self.click(f"open:{code}")
        assert self.place == DO_NOW

    def _draft_file(self, code: str) -> Path:
        return self.data / "drafts" / f"{code}.json"

    def walk(self, answers: Mapping[str, Any], *, to_finish: bool) -> None:
        """From the first question to "what to do now", answering what is given and leaving the rest."""
        while asked_at(self.place):
            before = self.place
            for name in self._on_page():
                if name in answers and name not in self._standing():
                    self.answer(self.question(name), answers[name], to_finish=to_finish)
                elif to_finish and name not in self._standing():
                    self.finishing_needs(self.question(name))
            self.go_on()
            if self.place == before:
                self.click("foot_link")
        assert self.place == DO_NOW

    def walk_after(self, *, to_finish: bool = True) -> None:
        """From "what to do now" through what is asked after it, to the check of the answers."""
        self.forward()
        while asked_at(self.place):
            for name in self._on_page():
                if to_finish and name not in self._standing():
                    self.finishing_needs(self.question(name))
            self.forward()
        assert self.place == CHECK

    def walk_to(self, question: str, answers: Mapping[str, Any]) -> None:
        """Like `walk`, but only up to the page of that question."""
        while asked_at(self.place) != question:
            self.walk_on(answers)

    def walk_on(self, answers: Mapping[str, Any]) -> None:
        """Answers what is given of one page, leaves the rest, and goes on."""
        before = self.place
        for name in self._on_page():
            if name in answers and name not in self._standing():
                self.answer(self.question(name), answers[name], to_finish=False)
        self.go_on()
        if self.place == before:
            self.click("foot_link")

    def _on_page(self) -> tuple[str, ...]:
        assert self.state.journey is not None
        here = asked_at(self.place)
        return next(page.questions for page in self.state.journey.pages if page.questions[0] == here)

    def _standing(self) -> Mapping[str, object]:
        assert self.state.draft is not None
        return self.state.draft.case.answers

    def finishing_needs(self, question: Question) -> None:
        """Gives made-up answers where the window insists on one before it finishes."""
        assert self.state.draft is not None
        if question.id in not_insisted_on(self.state.draft.case):
            return
        if question.type == "group":
            self.fill(question, self._insisted(question, {}))
        elif question.finish and question.type == "text":
            self.write(question.id, EXAMPLE)
        elif question.finish and question.type in ("people", "entries"):
            if self.find(f"{question.id}.none") is not None and isinstance(question.finish_when, Always):
                self.click(f"{question.id}.none")
            else:
                self.list_entries(question, [self._insisted(question, {})])

    def _insisted(self, question: Question, entry: Mapping[str, Any]) -> dict[str, Any]:
        """The entry with made-up words for every detail that the window insists on before it finishes."""
        values = dict(entry)
        for _ in question.fields:
            asked = [detail for detail in fields_asked(question, values) if detail.finish]
            values.update({d.id: d.options[0].id if d.options else EXAMPLE for d in asked if d.id not in values})
        return values

    def finish(self, *, early: bool = False) -> Path:
        """From "what to do now" to the PDF; a closing level asks for its reasons first."""
        if self.find("to_closing") is not None:
            self.write_closing()
        self.walk_after(to_finish=not early)
        self.click("finish_early" if early else "forward")
        assert self.place == FINISHED, self.words()
        return Path(self.state.ui.pdf)

    def write_closing(self) -> None:
        """Past risks, risks now, what changed, what was ruled out."""
        self.click("to_closing")
        for name in ("past", "present", "changed", "ruled_out", "countersigned"):
            self.write(f"form.{name}", EXAMPLE)
        self.forward()
        assert self.place == DO_NOW
