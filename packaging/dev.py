#!/usr/bin/env python3
"""Installs bruiseaid into .venv, and starts it or tests it. Standard library only.

    python3 packaging/dev.py run [arguments of bruiseaid ...]
    python3 packaging/dev.py test [arguments of pytest ...]
    python3 packaging/dev.py lint
    python3 packaging/dev.py prove    proves the shipped protocol, and keeps the result for those who install it
    python3 packaging/dev.py lock     writes the lock files anew from pyproject.toml; needs uv

Exact versions and their hashes come from packaging/requirements-*.txt. Where system packages are missing,
root (or a sudo that asks nothing) installs them with apt-get; anybody else is told which line to run.
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import screen_reader
from system_packages import Stop, apt_install, preflight, privileged, quietly

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
OLDEST, NEWEST = (3, 11), (3, 14)  # as in pyproject.toml
OPENING = ("open", "--protocol")  # bruiseaid opens a window on these, and on no arguments at all
# Some files need gigabytes each. In the order of their names the last are short ones, so that all end together.
SIDE_BY_SIDE = ("-n", "auto", "--maxprocesses", "4", "--dist", "loadfile", "--no-loadscope-reorder")
LOCK = ("--universal", "--python-version", "3.11", "--generate-hashes", "--no-annotate", "-Uq")


def main(arguments: list[str]) -> int:
    """The exit status of the command that the arguments name."""
    command = COMMANDS.get(arguments[0]) if arguments else None
    if command is None:
        print(__doc__, file=sys.stderr)
        return 2
    try:
        check_python(sys.version_info[:2])
        return command(arguments[1:])
    except Stop as stop:
        print(stop, file=sys.stderr)
    except KeyboardInterrupt:
        return 130
    return 1


def run(arguments: list[str]) -> int:
    """Starts the program, in the folder from which it was called."""
    platforms = preflight.platforms_tried(os.environ) if opens_window(arguments) else ()
    set_up("run", platforms)
    here = {**os.environ, "BRUISEAID_COMMAND": f"{Path(sys.executable).name} {sys.argv[0]} run"}
    return status(subprocess.call([PYTHON, "-P", "-m", "bruiseaid", *arguments], env=here))


def test(arguments: list[str]) -> int:
    """Runs the tests, with no window on any screen."""
    set_up("test", ("offscreen",))
    ensure_screen_reader()
    headless = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    return status(subprocess.call([PYTHON, "-m", "pytest", *SIDE_BY_SIDE, *arguments], cwd=ROOT, env=headless))


def lint(_arguments: list[str]) -> int:
    """Reads all code with ruff and mypy, and tells the worse of the two answers."""
    set_up("test", ())
    checks = (["ruff", "check", "."], ["mypy", "--strict"])
    return max(status(subprocess.call([PYTHON, "-m", *check], cwd=ROOT)) for check in checks)


def prove(_arguments: list[str]) -> int:
    """Proves the shipped protocol; what was found, and where it holds the result in resources/proof.json."""
    set_up("run", ())
    check = ["protocol", "check", "--keep", str(ROOT / "resources" / "proof.json")]
    return status(subprocess.call([PYTHON, "-P", "-m", "bruiseaid", *check], cwd=ROOT))


def lock(_arguments: list[str]) -> int:
    """Writes both lock files anew, for every system and Python that pyproject.toml allows."""
    if not preflight.has_command("uv"):
        raise Stop("The lock files are written by uv, which is not here. Install uv, then start again.")
    header = ("--custom-compile-command", "python3 packaging/dev.py lock")
    base = ["uv", "pip", "compile", "pyproject.toml", *LOCK, *header, "--group", "build"]
    run_file, test_file = (str(lock_file(kind).relative_to(ROOT)) for kind in ("run", "test"))
    code = subprocess.call([*base, "--output-file", run_file], cwd=ROOT)
    more = ["--group", "test", "--constraints", run_file, "--output-file", test_file]
    return code or subprocess.call([*base, *more], cwd=ROOT)


def check_python(version: tuple[int, ...]) -> None:
    """Stops where this Python is too old or too new for the locked packages."""
    if not OLDEST <= version <= NEWEST:
        found = ".".join(map(str, version))
        raise Stop(f"Bruiseaid needs Python 3.11 to 3.14, and this is {found} ({sys.executable}).")


def opens_window(arguments: list[str]) -> bool:
    """Whether bruiseaid, given these arguments, opens a window."""
    return not arguments or arguments[0].partition("=")[0] in OPENING


def status(code: int) -> int:
    """The exit status of a process, in the shell's way where a signal ended it."""
    return code if code >= 0 else 128 - code


def set_up(kind: str, platforms: tuple[str, ...]) -> None:
    """Makes all that this kind of work ("run" or "test") needs present, and does nothing where it is."""
    stamp = VENV / f".bruiseaid-{kind}"
    up_to_date = PYTHON.exists() and stamp.exists() and stamp.read_text("utf-8") == fingerprint(kind)
    ensure_system(platforms, with_venv=not (up_to_date or has_pip()))
    if not up_to_date:
        print("Installing bruiseaid into .venv. The first time takes some minutes.", file=sys.stderr)
        make_venv()
        install(lock_file(kind))
        for done in {kind, "run"}:  # what the tests need includes what the program needs
            (VENV / f".bruiseaid-{done}").write_text(fingerprint(done), "utf-8")


def lock_file(kind: str) -> Path:
    """The exact versions, with hashes, for this kind of work."""
    return ROOT / "packaging" / f"requirements-{kind}.txt"


def fingerprint(kind: str) -> str:
    """What decides whether the installation is still the right one."""
    files = (lock_file(kind), ROOT / "pyproject.toml")
    content = b"".join(file.read_bytes() for file in files)
    return f"{hashlib.sha256(content).hexdigest()} {sys.version_info[:2]} {ROOT}"


def has_pip() -> bool:
    """Whether .venv is there and whole enough to install into."""
    if not PYTHON.exists():
        return False
    return subprocess.run([PYTHON, "-c", "import pip"], capture_output=True, check=False).returncode == 0


def make_venv() -> None:
    """Makes .venv, anew if what is there cannot be installed into."""
    if not has_pip():
        quietly([sys.executable, "-m", "venv", "--clear", str(VENV)], "Python could not make .venv.")


def install(requirements: Path) -> None:
    """Installs the locked packages, then this checkout as it stands."""
    pip = [str(PYTHON), "-m", "pip", "--disable-pip-version-check", "--no-input", "install", "--quiet"]
    failed = "The packages could not be installed. Look at the network and the disk, then start again."
    quietly([*pip, "--only-binary=:all:", "--require-hashes", "-r", str(requirements)], failed)
    quietly([*pip, "--no-deps", "--no-build-isolation", "--editable", str(ROOT)], failed)


def ensure_system(platforms: tuple[str, ...], *, with_venv: bool) -> None:
    """Installs the system packages that are missing, or stops and names them."""
    needs = system_needs(platforms, with_venv=with_venv)
    if not needs:
        return
    runner = privileged()
    if runner is None:
        raise Stop(preflight.missing_message(needs))
    apt_install(runner, needs)
    if system_needs(platforms, with_venv=with_venv):
        raise Stop("apt-get installed the packages, yet this Python cannot use them. Is it the system's own?")


def ensure_screen_reader() -> None:
    """Installs what the journey by screen reader needs. Where it cannot, all other tests run, save in CI."""
    if not sys.platform.startswith("linux"):
        return
    packages = (preflight.Need((name,), ()) for name in screen_reader.missing())
    needs = (*packages, *preflight.missing("xcb"))
    runner = privileged() if needs else None
    try:
        if runner is not None:
            apt_install(runner, needs)
            return
    except Stop as stop:
        if screen_reader.must_be_there():
            raise
        print(stop, file=sys.stderr)
    if needs:
        print(screen_reader.left_out(preflight.package_names(needs)), file=sys.stderr)


def system_needs(platforms: tuple[str, ...], *, with_venv: bool) -> tuple[preflight.Need, ...]:
    """The packages missing for the first of the platforms, or for none where one of them is complete."""
    importlib.invalidate_caches()
    lacking = [preflight.missing(platform) for platform in platforms]
    libraries = lacking[0] if all(lacking) and lacking else ()
    return (*venv_needs(), *libraries) if with_venv else libraries


def venv_needs() -> tuple[preflight.Need, ...]:
    """The package of Python's venv module where Debian and Ubuntu have left it out."""
    if importlib.util.find_spec("ensurepip"):
        return ()
    version = "python{}.{}-venv".format(*sys.version_info[:2])
    return (preflight.Need((version, "python3-venv"), ("ensurepip",)),)


COMMANDS: Mapping[str, Callable[[list[str]], int]] = {
    "run": run, "test": test, "lint": lint, "prove": prove, "lock": lock,
}  # fmt: skip

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
