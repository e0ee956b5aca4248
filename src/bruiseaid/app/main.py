"""Puts the window together: clock, codes, folders, protocol, session, look.

A picture of the start page is painted first; rules, drafts and widgets are loaded after it. So nothing that the first
paint does not need is imported at the top.
"""

from __future__ import annotations

import builtins
import linecache
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from collections.abc import Callable

    from bruiseaid.app.look import Look
    from bruiseaid.app.surroundings import Surroundings
    from bruiseaid.app.tokens import Tokens
    from bruiseaid.app.window import Window
    from bruiseaid.protocol.model import Protocol

_STYLE = "Fusion"
_TIME_ZONES = "/usr/share/zoneinfo:/usr/lib/zoneinfo:/usr/share/lib/zoneinfo:/etc/zoneinfo"
"""Where Python looks on Linux; not told, it reads all that it knows of how it was built, a quarter of a megabyte."""
Loader: TypeAlias = "Callable[[QApplication, Window, Path | None, Path | None], None]"


def quick_imports() -> None:
    """Turns PySide's hook round `import` off: nothing here needs it, and it slows every later import.

    And has Python forget the source of a module that PySide had it read.
    """
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
    linecache.clearcache()


def application() -> tuple[QApplication, Look]:
    """The application, dressed once, and a look as the system asks for."""
    app = QApplication.instance() or _new()
    assert isinstance(app, QApplication)
    return app, dressed(app)


def _new() -> QApplication:
    """An application; on Linux, where it is Qt's own anyway, with its style from the first.

    PySide makes half a megabyte of classes for the style that `setStyle` returns, and nobody looks at.
    """
    styled = sys.platform == "linux"
    app = QApplication([*sys.argv[:1], *(("-style", _STYLE) if styled else ())])
    app.setProperty("styled", styled)
    return app


def dressed(app: QApplication) -> Look:
    """Gives the application its style and typeface, once; the look as the system asks for."""
    from bruiseaid.app.fonts import load_first_fonts, load_other_fonts
    from bruiseaid.app.look import Look

    look = Look(_tokens(app))
    if app.property("dressed") is None:
        app.setProperty("dressed", True)
        if not app.property("styled"):
            app.setStyle(_STYLE)
        load_first_fonts()
        load_other_fonts()
        app.setFont(look.font("body"))
    return look


def _tokens(app: QApplication) -> Tokens:
    """Light or dark, as the system's own windows are."""
    from bruiseaid.app.tokens import DARK, LIGHT

    return DARK if app.palette().window().color().lightness() < 128 else LIGHT


def open_window(protocol: Protocol, look: Look, around: Surroundings) -> Window:
    """The window on that protocol, with drafts and settings of the data folder."""
    from bruiseaid.app.window import Window

    window = Window(look.tokens, look.scale)
    _begin(window, protocol, look, around)
    return window


def _begin(window: Window, protocol: Protocol, look: Look, around: Surroundings) -> None:
    from bruiseaid.app.session import Session
    from bruiseaid.store.drafts_beside import DraftsBeside
    from bruiseaid.store.settings import Settings

    drafts = DraftsBeside(around.data / "drafts")
    window.begin(look, Session(protocol, Settings.load(around.data), drafts, around))


def run(argv_case: Path | None = None, protocol_folder: Path | None = None, painted: Loader | None = None) -> int:
    """Shows the window until it is closed; the exit status. A protocol or case that cannot be read is told.

    `painted` is done after the first paint; if left out, the rest is loaded then.
    """
    quick_imports()
    from bruiseaid.app.fonts import load_first_fonts
    from bruiseaid.app.window import Window

    os.umask(0o077)
    if sys.platform == "linux":
        os.environ.setdefault("PYTHONTZPATH", _TIME_ZONES)
    app = _new()
    app.setApplicationName("bruiseaid")
    load_first_fonts()
    window = Window(_tokens(app), 1.0)
    window.opening.painted.connect(lambda: (painted or load)(app, window, argv_case, protocol_folder))
    window.show_fitting()
    return app.exec()


def load(app: QApplication, window: Window, argv_case: Path | None, folder: Path | None) -> None:
    """Loads what the first paint did not need; ends the program if the rules or the case cannot be read."""
    from bruiseaid.app import last_resort
    from bruiseaid.app.following import Following
    from bruiseaid.app.idle import lock_when_idle
    from bruiseaid.app.system import surroundings

    folder = folder or _folder_of_settings()
    look = dressed(app)
    if not begin_with_rules(window, look, surroundings(folder)):
        app.exit(2)
        return
    Following(look, window.session)
    lock_when_idle(window)
    last_resort.install(window.session.tell)
    if argv_case is not None and not open_case(window, argv_case, folder):
        app.exit(2)


def _folder_of_settings() -> Path | None:
    """The folder of the protocol that the settings name; None for the shipped one."""
    from bruiseaid.store.folders import data_folder
    from bruiseaid.store.settings import Settings

    named = Settings.load(data_folder()).rules_folder
    return Path(named) if named else None


def begin_with_rules(window: Window, look: Look, around: Surroundings) -> bool:
    """Begins the window with the best rules there are, and keeps them in step with their folder from then on.

    False, after saying so, if no rules at all can be read.
    """
    from bruiseaid.app.rulebook import Rulebook
    from bruiseaid.app.rules_in_force import RulesInForce

    book = Rulebook(around.data, around.rules)
    start = book.at_start()
    if start is None:
        print("The protocol could not be read:", *map(str, book.problems()), sep="\n", file=sys.stderr)
        return False
    _begin(window, start.protocol, look, around)
    window.session.take_up(start.protocol, proved=start.proved)
    book.sweep(window.session.state.drafts, start.protocol)
    window.rules = RulesInForce(window.session, book, start)
    return True


def open_case(window: Window, path: Path, folder: Path | None) -> bool:
    """Opens the window at a case; False, after saying so, if it cannot be read.

    Under rules of a folder that are not in force it is only looked at: the story of a finding, for one.
    """
    from bruiseaid.protocol.reader import read_protocol
    from bruiseaid.record.case_file import read_case

    session = window.session
    protocol = in_force = session.state.protocol
    if folder is not None and (own := read_protocol(folder).protocol) is not None:
        protocol = own
    try:
        result = read_case(path.read_bytes(), protocol, session.now(), path.name)
    except OSError as error:
        print(f"The case could not be opened: {error.strerror}.", file=sys.stderr)
        return False
    if result.case is None:
        print(*map(str, result.problems), sep="\n", file=sys.stderr)
        return False
    if protocol.sha256 == in_force.sha256:
        session.begin_with(result.case)
    else:
        session.look_at(result.case)
    return True
