"""The house, in sentences: who may import whom, and that Python knows no word of the protocol."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from bruiseaid.content_paths import protocol_folder
from bruiseaid.protocol.reader import read_protocol

SOURCE = Path(__file__).parents[1] / "src" / "bruiseaid"
BELOW = {
    "protocol": set(),
    "engine": {"protocol"},
    "proof": {"protocol", "engine"},
    "record": {"protocol", "engine", "proof"},
    "report": {"protocol", "engine", "proof", "record"},
    "store": {"protocol", "engine", "proof", "record"},
    "app": {"protocol", "engine", "proof", "record", "report", "store"},
    "cli": {"protocol", "engine", "proof", "record", "report", "store"},
}  # fmt: skip
FEWEST_FILES = 60


def _files(room: str = "") -> list[Path]:
    return sorted((SOURCE / room).rglob("*.py"))


def _imports(path: Path) -> Iterator[tuple[str, int]]:
    """Every module that a file imports, inside functions too, with the line."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path} imports relatively"
            module = node.module or ""
            yield module, node.lineno
            yield from ((f"{module}.{alias.name}", node.lineno) for alias in node.names)


def _room(path: Path) -> str:
    parts = path.relative_to(SOURCE).parts
    return parts[0] if len(parts) > 1 else ""


def test_the_scan_finds_the_house() -> None:
    assert len(_files()) >= FEWEST_FILES
    assert {_room(path) for path in _files()} - {""} >= set(BELOW) - {"proof"}


@pytest.mark.parametrize("room", BELOW)
def test_an_import_goes_down(room: str) -> None:
    for path in _files(room):
        for module, line in _imports(path):
            found = re.match(r"bruiseaid\.(\w+)", module)
            if found and found[1] in BELOW and found[1] != room:
                assert found[1] in BELOW[room], f"{path.relative_to(SOURCE)}:{line} imports {module}"


ROOMS_WITHIN: dict[str, dict[str, set[str]]] = {
    "report": {
        "words": set(),
        "ink": set(),
        "sheets": {"words", "ink"},
        "front": {"words", "ink", "sheets"},
        "file": {"ink", "sheets"},
        "": {"words", "ink", "sheets", "front", "file"},
        "check": {"file", "", "words"},
        "flow": {"ink"},
    },
    "proof": {
        "sets": set(),
        "space": {"sets"},
        "lists": {"sets", "space"},
        "stories": {"lists", "space"},
        "levels": {"sets", "space", "lists", "stories"},
        "pairs": {"sets", "space", "lists", "levels"},
        "promises": {"sets", "space", "lists", "stories", "levels", "pairs"},
        "checks": {"sets", "space", "lists", "stories", "levels", "pairs", "promises"},
        "": {"sets", "space", "lists", "stories", "levels", "promises", "checks"},
        "scenarios": {"sets", "space", "lists", "stories", "levels", "pairs", ""},
    },
}  # fmt: skip
"""The rooms within a room. '' is where its front doors are: the papers themselves; the proof, and two protocols told
apart."""
WITHIN = [(outer, room) for outer, rooms in ROOMS_WITHIN.items() for room in rooms]


@pytest.mark.parametrize(("outer", "room"), WITHIN)
def test_an_import_goes_down_between_the_rooms_within_a_room(outer: str, room: str) -> None:
    folder, below = SOURCE / outer / room, ROOMS_WITHIN[outer]
    paths = sorted(folder.rglob("*.py") if room else folder.glob("*.py"))
    assert paths
    for path in paths:
        for module, line in _imports(path):
            found = re.match(rf"bruiseaid\.{outer}\.(\w+)", module)
            there = found[1] if found and found[1] in below else ""
            if found and there != room:
                assert there in below[room], f"{path.relative_to(SOURCE)}:{line} imports {module}"


@pytest.mark.parametrize("outer", ROOMS_WITHIN)
def test_every_room_within_a_room_has_its_place(outer: str) -> None:
    assert {path.parent.name for path in (SOURCE / outer).glob("*/*.py")} == set(ROOMS_WITHIN[outer]) - {""}


ONLY_THERE: dict[str, Callable[[Path], bool]] = {
    "PySide6": lambda path: _room(path) == "app" and "screens" not in path.parts and path.name != "screen.py",
    "yaml": lambda path: path.relative_to(SOURCE).as_posix() == "protocol/parsing.py",
    "reportlab": lambda path: _room(path) == "report",
    "cryptography": lambda path: path.relative_to(SOURCE).as_posix() in ("record/seal.py", "store/keys.py"),
    "pypdfium2": lambda path: path.relative_to(SOURCE).as_posix() == "report/pictures.py",
    "sqlite3": lambda path: _room(path) == "store",
}


@pytest.mark.parametrize("library", ONLY_THERE)
def test_a_library_stays_in_its_room(library: str) -> None:
    for path in _files():
        for module, line in _imports(path):
            if module.split(".")[0] == library:
                assert ONLY_THERE[library](path), f"{path.relative_to(SOURCE)}:{line} imports {library}"


IMPURE = {
    "os",
    "time",
    "random",
    "secrets",
    "uuid",
    "subprocess",
    "socket",
    "io",
    "tempfile",
    "pathlib",
    "shutil",
}


@pytest.mark.parametrize("room", ["engine", "proof", "protocol"])
def test_the_core_has_no_files_clock_chance_or_environment(room: str) -> None:
    for path in _files(room):
        if path.relative_to(SOURCE).as_posix() == "protocol/reader.py":
            continue
        for module, line in _imports(path):
            assert module.split(".")[0] not in IMPURE, f"{path.relative_to(SOURCE)}:{line} imports {module}"


def test_the_clock_is_asked_only_where_a_front_end_is_put_together() -> None:
    allowed = {"__main__.py", "app/main.py", "app/system.py"}
    for path in _files():
        text = path.read_text("utf-8")
        if re.search(r"\b(datetime\.now|date\.today|datetime\.utcnow|time\.time)\(", text):
            assert path.relative_to(SOURCE).as_posix() in allowed, path


def _ids() -> set[str]:
    protocol = read_protocol(protocol_folder()).protocol
    assert protocol is not None
    ids = {rule.id for rule in protocol.rules} | {action.id for action in protocol.actions}
    return ids | {step.id for step in protocol.ladder} | {promise.id for promise in protocol.promises}


def test_no_rule_or_action_stands_in_python() -> None:
    ids = _ids()
    for path in _files():
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value in ids:
                pytest.fail(f"{path.relative_to(SOURCE)}:{node.lineno} names {node.value}")


def test_no_level_is_named_in_python() -> None:
    for path in _files():
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Compare):
                for side in (node.left, *node.comparators):
                    is_level = isinstance(side, ast.Constant) and side.value in ("A", "B", "C", "D", "E")
                    assert not is_level, f"{path.relative_to(SOURCE)}:{node.lineno} compares with a level"


RECORD_FIELDS = {
    "child",
    "practitioner",
    "child_words",
    "explanation_verbatim",
    "people_spoken_to",
    "seen_at",
}


def test_no_question_that_decides_stands_in_python() -> None:
    protocol = read_protocol(protocol_folder()).protocol
    assert protocol is not None
    deciding = {q.id for q in protocol.questions if "_" in q.id} - RECORD_FIELDS
    for path in _files():
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value in deciding:
                assert _is_settings(path), f"{path.relative_to(SOURCE)}:{node.lineno} names {node.value}"


def _is_settings(path: Path) -> bool:
    """The settings keep the practitioner's group under the name of the case format."""
    return "settings" in path.name


def test_files_stay_small() -> None:
    lengths = {path: len(path.read_text("utf-8").splitlines()) for path in _files()}
    assert sorted(lengths.values())[len(lengths) // 2] <= 140
    too_long = {str(path.relative_to(SOURCE)): length for path, length in lengths.items() if length > 400}
    assert not too_long


def test_the_first_paint_asks_for_no_names_in_qt() -> None:
    """The first of them makes PySide build hundreds of enumerations, and the first paint a seventh later."""
    for name in ("opening", "window"):
        path = SOURCE / "app" / f"{name}.py"
        assert "PySide6.QtCore.Qt" not in {module for module, _ in _imports(path)}


def test_the_window_asks_qt_neither_for_children_nor_to_fill_a_box() -> None:
    """Each has PySide make what nobody needs: an object for every widget, all gradients (docs/adr/0025)."""
    for path in sorted((SOURCE / "app").rglob("*.py")):
        for call in (".findChild(", ".findChildren(", ".fillRect("):
            assert call not in path.read_text("utf-8"), f"{path.name} calls {call[1:-1]}"


def test_what_goes_is_kept_until_qt_has_deleted_it() -> None:
    """A widget that Python takes apart before Qt's own deletion comes ends the process (docs/adr/0036)."""
    callers = {path.name for path in _files("app") if ".deleteLater()" in path.read_text("utf-8")}
    assert callers == {"letting_go.py"}
