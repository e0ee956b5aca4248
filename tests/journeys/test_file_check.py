"""A PDF is dropped on the window, or chosen: whether it is an unchanged record is said as on the command line."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from bruiseaid.app.screens.state import EMERGENCY, FILE_CHECK, HOME, asked_at
from bruiseaid.report.check.verify import verify
from bruiseaid.store.keys import known_keys
from bruiseaid.store.known import know
from tests.journeys.driver import Driver
from tests.report.sealed import document, key


def drop(hands: Driver, path: Path) -> None:
    """Drags a file over the window and lets it go there."""
    held = QMimeData()
    held.setUrls([QUrl.fromLocalFile(str(path))])
    copy, button, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    for event in (
        QDragEnterEvent(hands.window.rect().center(), copy, held, button, none),
        QDropEvent(QPointF(hands.window.rect().center()), copy, held, button, none),
    ):
        QApplication.sendEvent(hands.window, event)
        assert event.isAccepted()


def answered(hands: Driver, qtbot: QtBot) -> str:
    """The words of the page once the answer is there."""
    qtbot.waitUntil(lambda: hands.state.ui.checked is not None and hands.state.ui.checked.found != "looking")
    qtbot.waitUntil(lambda: hands.state.ui.checked is not None and hands.state.ui.checked.sentences[0] in hands.words())
    return hands.words()


@pytest.fixture
def record(tmp_path: Path) -> Path:
    path = tmp_path / "record.pdf"
    path.write_bytes(document(0))
    return path


def test_a_record_dropped_on_the_window_is_told_in_the_words_of_the_command_line(
    hands: Driver, qtbot: QtBot, record: Path
) -> None:
    know(hands.data, "Example Trust", key().key)
    drop(hands, record)
    assert hands.place == FILE_CHECK

    words = answered(hands, qtbot)
    assert "Sealed by Example Trust" in words
    for sentence in verify(document(0), known_keys(hands.data)).sentences:
        assert sentence.rstrip(".") in words
    assert words.count("intact") == 1
    assert "This file is intact" in hands.window.session.screen().announcement
    hands.forward()
    assert hands.place == HOME


def test_a_changed_record_is_not_to_be_relied_on(hands: Driver, qtbot: QtBot, record: Path) -> None:
    data = bytearray(record.read_bytes())
    data[len(data) // 2] ^= 1
    record.write_bytes(data)
    hands.desktop.to_open = record
    hands.click("check_file")

    assert "Do not rely on" in answered(hands, qtbot)
    assert "Do not rely on this file" in hands.words()


def test_a_file_is_checked_in_the_middle_of_a_record_and_the_record_is_still_there(
    hands: Driver, qtbot: QtBot, record: Path
) -> None:
    hands.click("start")
    here = hands.place
    drop(hands, record)
    answered(hands, qtbot)
    hands.press(Qt.Key.Key_F2)
    assert hands.place == EMERGENCY
    hands.press(Qt.Key.Key_F2)
    assert hands.place == here
    assert asked_at(here)


@pytest.mark.parametrize("content", [b"", b"hello", b"%PDF-1.7\n" + b"\0" * 3_000_000, b"%PDF-1.4\n%%EOF\n"])
def test_any_other_file_is_told_apart(hands: Driver, qtbot: QtBot, tmp_path: Path, content: bytes) -> None:
    other = tmp_path / "other.pdf"
    other.write_bytes(content)
    drop(hands, other)

    assert "This is not a record" in answered(hands, qtbot)


def test_what_cannot_be_read_is_said(hands: Driver, qtbot: QtBot, tmp_path: Path) -> None:
    drop(hands, tmp_path)
    assert "could not be opened" in answered(hands, qtbot)
    drop(hands, tmp_path / "missing.pdf")
    assert "missing.pdf could not be opened" in answered(hands, qtbot)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="only here a file can be a pipe")
def test_a_pipe_that_never_ends_does_not_hold_the_window(hands: Driver, qtbot: QtBot, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.pdf")
    drop(hands, tmp_path / "pipe.pdf")

    assert "could not be opened" in answered(hands, qtbot)


def test_a_huge_file_is_answered(hands: Driver, qtbot: QtBot, tmp_path: Path) -> None:
    huge = tmp_path / "huge.pdf"
    with huge.open("wb") as stream:
        stream.write(b"%PDF-1.7\n")
        stream.truncate(3_000_000_000)
    drop(hands, huge)

    assert "This is not a record" in answered(hands, qtbot)
    huge.unlink()
