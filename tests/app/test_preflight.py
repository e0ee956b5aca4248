"""What is said when Qt could not start, and whether the list of system libraries is the one Qt asks for."""

import ast
import mmap
import os
import struct
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import PySide6
import pytest
import shiboken6

from bruiseaid.app import preflight

QT = Path(PySide6.__file__).parent
PLUGINS = {"offscreen": "libqoffscreen.so", "xcb": "libqxcb.so", "wayland": "libqwayland.so"}
EVERYWHERE = ("ld-linux", "libc.", "libdl.", "libgcc_s.", "libm.", "libpthread.", "librt.")  # Python's own
on_linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux leaves libraries out")


@pytest.mark.parametrize(
    ("environment", "platforms"),
    [
        ({}, ()),
        ({"DISPLAY": ""}, ()),
        ({"DISPLAY": ":0"}, ("xcb",)),
        ({"WAYLAND_DISPLAY": "wayland-0"}, ("wayland",)),
        ({"DISPLAY": ":0", "WAYLAND_DISPLAY": "w"}, ("xcb", "wayland")),
        ({"DISPLAY": ":0", "WAYLAND_DISPLAY": "w", "XDG_SESSION_TYPE": "wayland"}, ("wayland", "xcb")),
        ({"QT_QPA_PLATFORM": "offscreen"}, ("offscreen",)),
        ({"QT_QPA_PLATFORM": "wayland;xcb:size=9", "DISPLAY": ":0"}, ("wayland", "xcb")),
    ],
)
def test_platforms_are_those_qt_tries(environment: Mapping[str, str], platforms: tuple[str, ...]) -> None:
    assert preflight.platforms_tried(environment) == platforms


@on_linux
@pytest.mark.parametrize("platform", list(PLUGINS))
def test_the_list_names_every_library_that_qt_needs(platform: str) -> None:
    starts = [QT / f"{module}.abi3.so" for module in ("QtCore", "QtGui", "QtWidgets", "QtSvg", "QtTest")]
    wanted = needed_from_system([*starts, QT / "Qt/plugins/platforms" / PLUGINS[platform]])
    listed = {file for need in preflight.NEEDED_FOR.get(platform, preflight.ALWAYS) for file in need.files}
    assert len(wanted) > 8
    assert {file for file in wanted if not file.startswith(EVERYWHERE)} <= listed


@on_linux
def test_nothing_is_missing_where_these_tests_run() -> None:
    assert preflight.missing("offscreen") == ()


def test_a_library_that_is_nowhere_cannot_be_loaded() -> None:
    assert not preflight.can_load("libbruiseaid-is-not-a-library.so.1")


@on_linux
def test_without_a_screen_it_says_how_to_do_without_one() -> None:
    words = problem_with(BRUISEAID_COMMAND="start-it")
    assert words.startswith("There is no screen here")
    assert "    start-it assess CASE --pdf OUT.pdf" in words


@on_linux
@pytest.mark.parametrize("screen", [{"DISPLAY": ":4097"}, {"WAYLAND_DISPLAY": "nobody", "XDG_RUNTIME_DIR": "/nowhere"}])
def test_a_screen_that_does_not_answer_is_told_from_missing_libraries(screen: dict[str, str]) -> None:
    words = problem_with(**screen)
    assert "does not answer" in words or "not on this computer yet" in words
    assert "Traceback" not in words


def test_offscreen_is_no_problem() -> None:
    assert problem_with(QT_QPA_PLATFORM="offscreen") == "None\n"


def test_where_there_is_no_apt_the_files_are_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    words = preflight.missing_message([preflight.Need(("libnone1",), ("libnone.so.1",))])
    assert "libnone.so.1" in words
    assert "apt" not in words


def test_it_needs_only_the_standard_library_and_any_python_3_can_read_it() -> None:
    source = Path(preflight.__file__).read_text("utf-8")
    tree = ast.parse(source, feature_version=(3, 8))
    imported = {name for node in ast.walk(tree) for name in modules_named(node)}
    assert "ctypes" in imported
    assert imported <= sys.stdlib_module_names


def modules_named(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Import):
        yield from (alias.name.partition(".")[0] for alias in node.names)
    elif isinstance(node, ast.ImportFrom):
        yield (node.module or "bruiseaid").partition(".")[0]


def problem_with(**settings: str) -> str:
    """What a fresh process with exactly these settings about screens prints."""
    gone = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "XDG_SESSION_TYPE")
    environment = {name: value for name, value in os.environ.items() if name not in gone}
    code = "from bruiseaid.app import preflight; print(preflight.problem())"
    command = [sys.executable, "-P", "-c", code]
    environment |= settings
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout


def needed_from_system(starts: list[Path]) -> set[str]:
    """The libraries outside PySide6 that these files, and those of PySide6 that they use, are linked to."""
    folders = (QT, Path(shiboken6.__file__).parent)
    own = {file.name: file for folder in folders for file in folder.rglob("*.so*")}
    seen: set[Path] = set()
    outside: set[str] = set()
    waiting = list(starts)
    while waiting:
        file = waiting.pop()
        if file not in seen:
            seen.add(file)
            names = set(linked_to(file))
            outside |= names - own.keys()
            waiting += [own[name] for name in names & own.keys()]
    return outside


def linked_to(file: Path) -> Iterator[str]:
    """The names that a 64-bit little-endian ELF file asks the loader for."""
    load, dynamic = 1, 2  # kinds of segment
    needed, string_table = 1, 5  # tags in the dynamic segment
    with file.open("rb") as stream, mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ) as data:
        (table,) = struct.unpack_from("<Q", data, 0x20)
        size, count = struct.unpack_from("<HH", data, 0x36)
        segments = [struct.unpack_from("<IIQQQQ", data, table + i * size) for i in range(count)]
        start, length = next((at, filled) for kind, _, at, _, _, filled in segments if kind == dynamic)
        entries = list(struct.iter_unpack("<QQ", data[start : start + length]))
        address = next(value for tag, value in entries if tag == string_table)
        loaded = [(at, first, filled) for kind, _, at, first, _, filled in segments if kind == load]
        strings = next(at + address - first for at, first, filled in loaded if 0 <= address - first < filled)
        for place in (strings + value for tag, value in entries if tag == needed):
            yield data[place : data.find(b"\0", place)].decode("ascii")


@on_linux
def test_the_window_opens_and_papers_are_made_where_no_child_can_be_waited_for() -> None:
    """Some programs start others so that the system forgets their children at once."""
    script = (
        "import signal; signal.signal(signal.SIGCHLD, signal.SIG_IGN)\n"
        "from bruiseaid.app import apart, preflight\n"
        "print(preflight.problem(), apart.made_apart(lambda: 'made'))\n"
    )
    around = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run([sys.executable, "-c", script], env=around, capture_output=True, text=True, check=False)
    assert (done.stdout, done.stderr) == ("None made\n", "")
