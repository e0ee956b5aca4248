"""What has to be there before Qt is loaded, said in plain words when it is not.

Qt ends the whole process when a system library or the screen is missing, so both are looked for first.
Standard library only, and nothing of bruiseaid: packaging/dev.py reads this file by its path before
anything is installed. The lists below are the only place where the system libraries are named.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from importlib.util import find_spec
from typing import NamedTuple


class Need(NamedTuple):
    """One package of the system, and the library files by which its presence is known.

    `packages` are its names in Debian and Ubuntu, the newest first; the last is known to every release
    (a renamed package still answers to its old name). `files` may include files of packages it depends on.
    """

    packages: tuple[str, ...]
    files: tuple[str, ...]


ALWAYS = (
    Need(("libgl1",), ("libGL.so.1", "libX11.so.6")),
    Need(("libegl1",), ("libEGL.so.1",)),
    Need(("libfontconfig1",), ("libfontconfig.so.1", "libfreetype.so.6")),
    Need(("libxkbcommon0",), ("libxkbcommon.so.0",)),
    Need(("libdbus-1-3",), ("libdbus-1.so.3",)),
    Need(("libglib2.0-0t64", "libglib2.0-0"), ("libglib-2.0.so.0", "libgthread-2.0.so.0")),
    Need(("libstdc++6",), ("libstdc++.so.6",)),
    Need(("libzstd1",), ("libzstd.so.1",)),
    Need(("zlib1g",), ("libz.so.1",)),
)
X11 = (
    Need(
        ("libxcb-cursor0",),
        (
            "libxcb-cursor.so.0",
            "libxcb.so.1",
            "libxcb-image.so.0",
            "libxcb-render.so.0",
            "libxcb-render-util.so.0",
            "libxcb-shm.so.0",
            "libxcb-util.so.1",
        ),
    ),
    Need(("libxcb-icccm4",), ("libxcb-icccm.so.4",)),
    Need(("libxcb-keysyms1",), ("libxcb-keysyms.so.1",)),
    Need(("libxcb-randr0",), ("libxcb-randr.so.0",)),
    Need(("libxcb-shape0",), ("libxcb-shape.so.0",)),
    Need(("libxcb-sync1",), ("libxcb-sync.so.1",)),
    Need(("libxcb-xfixes0",), ("libxcb-xfixes.so.0",)),
    Need(("libxcb-xkb1",), ("libxcb-xkb.so.1",)),
    Need(("libx11-xcb1",), ("libX11-xcb.so.1",)),
    Need(("libxkbcommon-x11-0",), ("libxkbcommon-x11.so.0",)),
)
WAYLAND = (
    Need(("libwayland-client0",), ("libwayland-client.so.0",)),
    Need(("libwayland-cursor0",), ("libwayland-cursor.so.0",)),
)
_END = b"that is all"
NEEDED_FOR: Mapping[str, tuple[Need, ...]] = {"xcb": ALWAYS + X11, "wayland": ALWAYS + WAYLAND}


def problem() -> str | None:
    """The sentence to show instead of a window, or None when Qt can be loaded and a screen answers."""
    if find_spec("PySide6") is None:
        return (
            "Bruiseaid is not fully installed here. In its folder, this line installs and starts it:\n\n"
            "    python3 packaging/dev.py run"
        )
    if not sys.platform.startswith("linux"):
        return None
    return _asked_in_a_child(_problem_of_linux)


def _asked_in_a_child(ask: Callable[[], str | None]) -> str | None:
    """The answer, which a child of this process gives, so that all it takes to ask goes again with the child. Where
    there can be no child, or it does not come to its end, the same is asked here."""
    reading, writing = os.pipe()
    try:
        child = os.fork()
    except OSError:
        os.close(reading)
        os.close(writing)
        return ask()
    if child == 0:
        try:
            with os.fdopen(writing, "wb") as stream:
                stream.write((ask() or "").encode() + _END)
        finally:
            os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as stream:
        said = stream.read()
    with suppress(ChildProcessError):  # where whoever started us lets no child be waited for
        os.waitpid(child, 0)
    return (said.removesuffix(_END).decode() or None) if said.endswith(_END) else ask()


def _problem_of_linux() -> str | None:
    platforms = platforms_tried(os.environ)
    if not platforms:
        return no_window("There is no screen here to open a window on.")
    lacking = [missing(platform) for platform in platforms]
    if all(lacking):
        return missing_message(lacking[0])
    usable = [platform for platform, needs in zip(platforms, lacking, strict=True) if not needs]
    if not any(answers(platform) for platform in usable):
        return no_window(f"The screen that this session names ({screens_named(os.environ)}) does not answer.")
    return None


def platforms_tried(environment: Mapping[str, str]) -> tuple[str, ...]:
    """The ways to draw a window that Qt tries on Linux, in its order; empty when there is no screen."""
    asked = environment.get("QT_QPA_PLATFORM", "")
    if asked:
        return tuple(part.partition(":")[0] for part in asked.split(";") if part)
    x11 = ("xcb",) if environment.get("DISPLAY") else ()
    wayland = ("wayland",) if environment.get("WAYLAND_DISPLAY") else ()
    wayland_first = environment.get("XDG_SESSION_TYPE") == "wayland"
    return wayland + x11 if wayland_first else x11 + wayland


def missing(platform: str) -> tuple[Need, ...]:
    """What Qt needs for this way of drawing (offscreen, xcb, wayland ...) and this Linux cannot load.

    Elsewhere nothing is ever missing: there Qt brings all it needs.
    """
    if not sys.platform.startswith("linux"):
        return ()
    needs = NEEDED_FOR.get(platform, ALWAYS)
    return tuple(need for need in needs if not all(map(can_load, need.files)))


def can_load(file: str) -> bool:
    """Whether the system's own loader finds this shared library and all that it needs in turn."""
    import ctypes

    try:
        ctypes.CDLL(file)
    except OSError:
        return False
    return True


def answers(platform: str) -> bool:
    """Whether the screen can be reached. Only for a platform of which nothing is missing."""
    if platform == "xcb":
        return _x11_answers()
    if platform == "wayland":
        return _wayland_answers(os.environ)
    return True


def _x11_answers() -> bool:
    import ctypes

    xcb = ctypes.CDLL("libxcb.so.1")
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(None, None))
    error: int = xcb.xcb_connection_has_error(connection)
    xcb.xcb_disconnect(connection)
    return error == 0


def _wayland_answers(environment: Mapping[str, str]) -> bool:
    socket = os.path.join(environment.get("XDG_RUNTIME_DIR", ""), environment.get("WAYLAND_DISPLAY", ""))
    if not os.path.exists(socket):  # asked first, since the library complains on standard error
        return False
    import ctypes

    wayland = ctypes.CDLL("libwayland-client.so.0")
    wayland.wl_display_connect.restype = ctypes.c_void_p
    display = wayland.wl_display_connect(None)
    if display:
        wayland.wl_display_disconnect(ctypes.c_void_p(display))
    return bool(display)


def screens_named(environment: Mapping[str, str]) -> str:
    """The screen's settings as they stand in the environment: "DISPLAY=:0"."""
    names = ("DISPLAY", "WAYLAND_DISPLAY")
    return ", ".join(f"{name}={environment[name]}" for name in names if environment.get(name)) or "none"


def no_window(why: str) -> str:
    """Why there is no window, and how to make the record without one."""
    command = os.environ.get("BRUISEAID_COMMAND", "bruiseaid")
    return (
        f"{why}\n"
        "Start bruiseaid from a desktop session; or make a record from a case file, with no window:\n\n"
        f"    {command} assess CASE --pdf OUT.pdf"
    )


def missing_message(needs: Iterable[Need]) -> str:
    """What to do about these missing packages: on Debian and Ubuntu, the one line that installs them."""
    needs = tuple(needs)
    if has_command("apt-get"):
        return (
            "Some system packages that bruiseaid needs are not on this computer yet.\n"
            "This line installs them (it needs an administrator's rights); then start again:\n\n"
            f"    {apt_line(needs)}"
        )
    files = ", ".join(file for need in needs for file in need.files if not can_load(file))
    return (
        f"Some system libraries that bruiseaid needs are not on this computer yet: {files}.\n"
        "Install the packages that hold them, with this system's own package manager, then start again."
    )


def apt_line(needs: Iterable[Need]) -> str:
    """The one line that installs these packages on this Debian or Ubuntu, for whoever reads it."""
    needs = tuple(needs)
    sudo = "sudo " if not is_root() and has_command("sudo") else ""
    update = f"{sudo}apt-get update && " if not all(map(known_name, needs)) else ""
    return f"{update}{sudo}apt-get install --no-install-recommends {' '.join(package_names(needs))}"


def package_names(needs: Iterable[Need]) -> list[str]:
    """The package names that this release uses, in order; where apt has no lists yet, the common names."""
    return [known_name(need) or need.packages[-1] for need in needs]


def known_name(need: Need) -> str | None:
    """The first of the package's names that apt could install now."""
    return next((name for name in need.packages if known_to_apt(name)), None)


def known_to_apt(package: str) -> bool:
    """Whether apt's lists hold a package of exactly this name."""
    import subprocess  # here, not above: it would slow every start

    command = ["apt-cache", "show", "--no-all-versions", package]
    shown = subprocess.run(command, capture_output=True, text=True, check=False)
    return f"Package: {package}\n" in shown.stdout


def has_command(name: str) -> bool:
    """Whether a command of this name can be started."""
    from shutil import which  # here, not above: it would slow every start

    return which(name) is not None


def is_root() -> bool:
    """Whether this process may install packages without asking."""
    return sys.platform != "win32" and os.geteuid() == 0
