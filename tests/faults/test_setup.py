"""The two commands of the README where something is missing: what they do, and what they say.

The system's own commands (apt-get, apt-cache, sudo) are stood in for by small scripts, put first on PATH.
"""

import ast
import importlib.util
import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Callable, Sequence
from pathlib import Path

import dev
import pytest
import system_packages
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet

PROJECT = tomllib.loads((dev.ROOT / "pyproject.toml").read_text("utf-8"))
GLIB = system_packages.preflight.Need(("libglib2.0-0t64", "libglib2.0-0"), ("libbruiseaid-none.so.0",))
GL = system_packages.preflight.Need(("libgl1",), ("libbruiseaid-none.so.1",))
posix = pytest.mark.skipif(os.name == "nt", reason="apt-get and shell scripts are not for Windows")


class Machine:
    """Stand-ins for the system's commands; what was asked of apt-get stands in `asked`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.log = folder / "log"
        self.command("apt-get", f'echo "$@" >> {self.log}')
        self.command("sudo", 'shift; exec "$@"')
        self.lists_hold()

    def command(self, name: str, body: str) -> None:
        file = self.folder / name
        file.write_text(f"#!/bin/sh\n{body}\n", "utf-8")
        file.chmod(0o755)

    def lists_hold(self, *names: str) -> None:
        known = "|".join(names) or "none-at-all"
        self.command("apt-cache", f'case "$3" in {known}) echo "Package: $3";; *) exit 100;; esac')

    @property
    def asked(self) -> list[str]:
        lines = self.log.read_text("utf-8").splitlines() if self.log.exists() else []
        return [re.sub(r"^-qq -o \S+ ", "", line) for line in lines]


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Machine:
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.defpath}")
    return Machine(tmp_path)


@posix
def test_missing_packages_are_installed_under_the_name_this_release_uses(machine: Machine) -> None:
    machine.lists_hold("libgl1", "libglib2.0-0t64")
    system_packages.apt_install(["sudo", "-n"], [GL, GLIB])
    assert machine.asked == ["install --yes --no-install-recommends libgl1 libglib2.0-0t64"]


@posix
def test_empty_lists_are_fetched_first_and_the_common_name_is_used(machine: Machine) -> None:
    system_packages.apt_install([], [GL, GLIB])
    assert machine.asked == ["update", "install --yes --no-install-recommends libgl1 libglib2.0-0"]


@posix
def test_lists_that_are_too_old_are_fetched_and_tried_again(machine: Machine, tmp_path: Path) -> None:
    machine.lists_hold("libgl1")
    fresh = tmp_path / "fresh"
    once = f'echo "$@" >> {machine.log}; case "$*" in *update) touch {fresh};; *) test -e {fresh};; esac'
    machine.command("apt-get", once)
    system_packages.apt_install([], [GL])
    install = "install --yes --no-install-recommends libgl1"
    assert machine.asked == [install, "update", install]


@posix
def test_when_apt_get_fails_its_own_words_are_shown(machine: Machine) -> None:
    machine.command("apt-get", "echo 'E: no space left' >&2; exit 100")
    with pytest.raises(system_packages.Stop, match=r"(?s)apt-get update did not succeed.*E: no space left"):
        system_packages.apt_install([], [GL])


@posix
def test_a_sudo_that_would_ask_is_not_used(machine: Machine) -> None:
    machine.command("sudo", "exit 1")
    assert system_packages.privileged() == ([] if system_packages.preflight.is_root() else None)


@posix
@pytest.mark.parametrize(
    ("known", "line"),
    [
        (("libgl1", "libglib2.0-0"), "apt-get install --no-install-recommends libgl1 libglib2.0-0"),
        (("libgl1", "libglib2.0-0t64"), "apt-get install --no-install-recommends libgl1 libglib2.0-0t64"),
        ((), "apt-get update && apt-get install --no-install-recommends libgl1 libglib2.0-0"),
    ],
)
def test_others_are_told_one_line_to_run(machine: Machine, known: Sequence[str], line: str) -> None:
    machine.lists_hold(*known)
    last = system_packages.preflight.missing_message([GL, GLIB]).splitlines()[-1]
    assert last.replace("sudo ", "") == f"    {line}"
    assert ("sudo" in last) == (not system_packages.preflight.is_root())


def test_the_venv_package_is_asked_for_only_where_python_lacks_it() -> None:
    has_it = importlib.util.find_spec("ensurepip") is not None
    assert [need.packages[-1] for need in dev.venv_needs()] == ([] if has_it else ["python3-venv"])


@pytest.mark.parametrize("version", [(3, 9), (3, 10), (3, 15), (4, 0)])
def test_a_python_that_will_not_do_is_told_so(version: tuple[int, int]) -> None:
    with pytest.raises(system_packages.Stop, match=r"needs Python 3\.11 to 3\.14, and this is"):
        dev.check_python(version)


def test_the_pythons_accepted_are_those_of_the_project() -> None:
    accepted = SpecifierSet(PROJECT["project"]["requires-python"])
    for minor in range(8, 18):
        fits = dev.OLDEST <= (3, minor) <= dev.NEWEST
        assert (f"3.{minor}" in accepted) == fits


def test_old_pythons_can_read_the_script_that_refuses_them() -> None:
    for script in ("dev.py", "screen_reader.py", "system_packages.py"):
        ast.parse((dev.ROOT / "packaging" / script).read_text("utf-8"), feature_version=(3, 8))


@pytest.mark.parametrize("arguments", [[], ["fly"], ["--help"]])
def test_any_other_command_is_answered_with_how_to_use_it(arguments: list[str]) -> None:
    command = [sys.executable, dev.__file__, *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "python3 packaging/dev.py run" in done.stderr


def test_a_command_that_fails_is_told_in_words_and_with_its_last_lines() -> None:
    code = "import sys; print('old news\\n' * 40); sys.exit('the disk is full')"
    with pytest.raises(system_packages.Stop, match=r"(?s)^It could not be done\..*    the disk is full$") as stop:
        system_packages.quietly([sys.executable, "-c", code], "It could not be done.")
    assert len(str(stop.value).splitlines()) < 10


@pytest.mark.parametrize(
    ("arguments", "window"),
    [
        ([], True),
        (["open", "case.yaml"], True),
        (["--protocol=folder"], True),
        (["assess", "case.yaml"], False),
        (["--version"], False),
    ],
)
def test_libraries_for_a_window_are_asked_for_only_when_one_opens(arguments: list[str], window: bool) -> None:
    assert dev.opens_window(arguments) is window


@pytest.mark.parametrize("kind", ["run", "test"])
def test_every_locked_package_has_a_version_and_hashes_and_no_address(kind: str) -> None:
    text = dev.lock_file(kind).read_text("utf-8")
    entries = [entry for entry in re.split(r"\n(?=\S)", text) if not entry.startswith("#")]
    assert len(entries) > 10
    for entry in entries:
        assert re.match(r"[a-z0-9-]+==\S+", entry)
        assert re.search(r"--hash=sha256:[0-9a-f]{64}", entry)
    assert "://" not in text
    assert "index" not in text


def test_the_tests_run_on_the_very_versions_that_the_program_gets() -> None:
    assert locked("run").items() <= locked("test").items()


def test_the_locked_versions_are_within_what_the_project_asks_for() -> None:
    wanted = [*PROJECT["project"]["dependencies"], *PROJECT["dependency-groups"]["test"]]
    for requirement in map(Requirement, wanted):
        assert locked("test")[requirement.name.lower()] in requirement.specifier
    assert "6.12.0" not in Requirement(wanted[0]).specifier


def locked(kind: str) -> dict[str, str]:
    return dict(re.findall(r"^([a-z0-9-]+)==(\S+)", dev.lock_file(kind).read_text("utf-8"), re.MULTILINE))


Finder = Callable[[], Path]


@pytest.fixture(params=["checkout", "installed"])
def content(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[Path, Finder, Finder]:
    """A copy of content_paths in one of the two layouts: where the folders are, and its two functions."""
    package = tmp_path / "src/bruiseaid"
    place = tmp_path if request.param == "checkout" else package / "_content"
    package.mkdir(parents=True)
    copy = package / "content_paths.py"
    copy.write_bytes((dev.ROOT / "src/bruiseaid/content_paths.py").read_bytes())
    spec = importlib.util.spec_from_file_location("copied_content_paths", copy)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return place, module.protocol_folder, module.resources_folder


def test_the_content_is_found_in_either_layout(content: tuple[Path, Finder, Finder]) -> None:
    place, protocol_folder, resources_folder = content
    for name in ("protocol", "resources"):
        (place / name).mkdir(parents=True)
    assert (protocol_folder(), resources_folder()) == (place / "protocol", place / "resources")


def test_content_that_is_nowhere_is_named(content: tuple[Path, Finder, Finder]) -> None:
    with pytest.raises(FileNotFoundError, match="'protocol' is missing"):
        content[1]()


@posix
@pytest.mark.parametrize(
    ("output", "code"), [("5 passed in 1s", 0), ("no tests ran", 1), ("3 skipped", 1), ("0 passed", 1)]
)
def test_ci_fails_where_no_test_ran(machine: Machine, output: str, code: int) -> None:
    machine.command("python3", f"echo '{output}'")
    ran = subprocess.run(["bash", dev.ROOT / ".ci/run"], capture_output=True, text=True, check=False)
    assert ran.returncode == code
