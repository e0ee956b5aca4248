"""Only rules that were proved are put in force, the last good ones stay until then, and a record keeps its own."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from bruiseaid.app.proving import NOT_COMPARED, command, told
from bruiseaid.app.screens.state import asking
from bruiseaid.content_paths import protocol_folder
from bruiseaid.report.check.file_check import check_file
from bruiseaid.report.check.verification import INTACT
from bruiseaid.store.keys import known_keys
from bruiseaid.store.settings import Settings
from tests.app.ruled import (
    ANOTHER_WORD,
    BROKEN_PROMISE,
    MISTAKE,
    QUESTIONS,
    RULES,
    Ruled,
    edit,
    folder_at,
    hash_of,
    known_to,
)
from tests.journeys.test_vignettes import vignette
from tests.proof.kitchens import KITCHEN
from tests.report.reading import attached

PROOF_MS = 300_000
REASON = "rules.yaml, line 31: A child with a strong sign comes to less than before."
SHIPPED = protocol_folder()


@pytest.fixture
def data(tmp_path: Path) -> Path:
    made = tmp_path / "data"
    known_to(made, {})
    return made


def test_rules_that_are_known_to_hold_are_in_force_at_once_and_called_proved(
    qtbot: QtBot, tmp_path: Path, data: Path
) -> None:
    folder = folder_at(tmp_path / "local", ANOTHER_WORD)
    known_to(data, {folder: ()})
    hands = Ruled(qtbot, data, folder)
    assert (hands.in_force, hands.state.protocol.sha256, hands.banner) == (hash_of(folder), hash_of(folder), "")
    assert hands.state.proved
    assert "Rules: Greater Manchester bruising, 2026.1, proved" in hands.words()
    hands.click("home_help")
    assert "Their promises are proved for every case." in hands.words()


def test_a_folder_with_a_mistake_is_told_of_with_its_line_and_the_last_good_rules_stay(
    qtbot: QtBot, tmp_path: Path, data: Path
) -> None:
    folder = folder_at(tmp_path / "local", ANOTHER_WORD)
    known_to(data, {folder: ()})
    good = hash_of(folder)
    Ruled(qtbot, data, folder).ends()
    edit(folder, MISTAKE)
    hands = Ruled(qtbot, data, folder)
    assert hands.in_force == good
    hands.waits_for_banner("Last good rules in force.")
    for words in ("have one mistake", "rules.yaml, line 30", "feture", f"bruiseaid protocol check {folder}"):
        assert words in hands.banner
    hands.click("start")
    assert hands.banner.endswith("Changed ones were not taken up. Tell the person who keeps them.")
    assert (hands.state.protocol.sha256, hands.state.proved) == (good, True)


def test_a_folder_that_never_held_leaves_the_shipped_rules_in_force(qtbot: QtBot, tmp_path: Path, data: Path) -> None:
    folder = folder_at(tmp_path / "local", BROKEN_PROMISE)
    known_to(data, {folder: (REASON, "Another reason.")})
    hands = Ruled(qtbot, data, folder)
    hands.waits_for_banner("The shipped rules are in force.")
    assert "for two reasons" in hands.banner
    assert REASON in hands.banner
    assert hands.in_force == hash_of(SHIPPED)


def test_a_folder_that_is_not_there_leaves_the_shipped_rules_in_force_and_is_taken_up_when_it_comes(
    qtbot: QtBot, tmp_path: Path, data: Path
) -> None:
    ready, later = folder_at(tmp_path / "ready", ANOTHER_WORD), tmp_path / "later"
    known_to(data, {ready: ()})
    hands = Ruled(qtbot, data, later)
    hands.waits_for_banner("There is no such protocol folder.")
    assert hands.in_force == hash_of(SHIPPED)
    ready.rename(later)
    hands.waits_for_rules(hash_of(later))
    assert hands.banner == ""


def test_a_folder_that_is_put_in_the_place_of_another_is_taken_up(qtbot: QtBot, tmp_path: Path, data: Path) -> None:
    folder, ready = folder_at(tmp_path / "local"), folder_at(tmp_path / "ready", ANOTHER_WORD)
    known_to(data, {ready: ()})
    hands = Ruled(qtbot, data, folder)
    folder.rename(tmp_path / "before")
    ready.rename(folder)
    hands.waits_for_rules(hash_of(folder))
    shutil.copy(SHIPPED / RULES, folder / RULES)
    hands.waits_for_rules(hash_of(SHIPPED))


def test_new_rules_are_proved_beside_the_window_and_refused_or_taken_up_for_the_next_record(
    qtbot: QtBot, tmp_path: Path, data: Path
) -> None:
    """With the real proof, in the real process."""
    folder = folder_at(tmp_path / "local", BROKEN_PROMISE)
    hands = Ruled(qtbot, data, folder)
    hands.waits_for_banner("New rules are being checked. Until then the rules that came with the program")
    assert hands.in_force == hash_of(SHIPPED)
    hands.waits_for_banner("did not pass their checks", PROOF_MS)
    assert "for eight reasons. The first: facts.yaml, line" in hands.banner
    shutil.copy(SHIPPED / RULES, folder / RULES)
    edit(folder, ANOTHER_WORD)
    hands.waits_for_banner("New rules are being checked.")
    hands.click("start")
    assert hands.banner == ""
    hands.waits_for_rules(hash_of(folder), PROOF_MS)
    assert hands.state.protocol.sha256 == hash_of(SHIPPED)
    assert "(other rules are for the next record)" in hands.words()
    hands.window.session.leave()
    hands.click("start")
    assert hands.state.protocol.sha256 == hash_of(folder)
    assert hands.state.proved
    hands.ends()
    assert Ruled(qtbot, data, folder).in_force == hash_of(folder)


def test_a_saved_edit_is_read_once_it_is_left_alone_and_by_hand_at_once(
    qtbot: QtBot, tmp_path: Path, data: Path
) -> None:
    folder, other = folder_at(tmp_path / "local"), folder_at(tmp_path / "other", ANOTHER_WORD)
    known_to(data, {other: ()})
    hands = Ruled(qtbot, data, folder)
    assert hands.in_force == hash_of(SHIPPED)
    shutil.copy(other / RULES, folder / RULES)
    hands.waits_for_rules(hash_of(other))
    edit(folder, MISTAKE)
    hands.click("home_help")
    hands.click("read_rules_again")
    hands.waits_for_banner("have one mistake")
    assert hands.in_force == hash_of(other)
    shutil.copy(other / RULES, folder / RULES)
    hands.click("read_rules_again")
    qtbot.waitUntil(lambda: hands.banner == "")


def test_a_record_is_finished_under_its_rules_and_encloses_them_when_newer_ones_are_in_force(
    qtbot: QtBot, tmp_path: Path, data: Path
) -> None:
    folder, other = folder_at(tmp_path / "local", ANOTHER_WORD), folder_at(tmp_path / "other")
    known_to(data, {folder: ()})
    old = hash_of(folder)
    hands = Ruled(qtbot, data, folder)
    hands.click("start")
    shutil.copy(other / RULES, folder / RULES)
    hands.waits_for_rules(hash_of(SHIPPED))
    hands.walk(vignette("V01")["case"]["answers"], to_finish=False)
    pdf = hands.finish(early=True)
    checked = check_file(pdf, known_keys(data), {})
    assert checked.exit_status == INTACT, checked.sentences
    copy = attached(pdf.read_bytes())
    assert (copy["protocol"]["sha256"], copy["record"]["protocol"]["proved"]) == (old, True)
    assert copy["protocol"]["files"][RULES].count(ANOTHER_WORD[1]) == 1


def test_after_a_restart_a_draft_goes_on_under_the_rules_it_was_begun_under(
    qtbot: QtBot, tmp_path: Path, data: Path
) -> None:
    folder = folder_at(tmp_path / "local", ANOTHER_WORD)
    known_to(data, {folder: ()})
    old = hash_of(folder)
    hands = Ruled(qtbot, data, folder)
    hands.click("start")
    hands.click("emergency_signs=none")
    hands.ends()
    shutil.copy(SHIPPED / RULES, folder / RULES)
    again = Ruled(qtbot, data, folder)
    assert again.in_force == hash_of(SHIPPED)
    again.click("open:R-T001")
    assert (again.state.protocol.sha256, again.state.proved) == (old, True)
    assert again.state.draft is not None
    assert again.state.draft.case.answers["emergency_signs"] == ("none",)
    again.window.session.leave()
    again.click("start")
    assert again.state.protocol.sha256 == hash_of(SHIPPED)


@pytest.mark.parametrize("damage", ["gone", "cut"])
def test_a_draft_whose_rules_are_gone_says_so_and_goes_on_under_those_in_force(
    qtbot: QtBot, tmp_path: Path, data: Path, damage: str
) -> None:
    folder = folder_at(tmp_path / "local", ANOTHER_WORD)
    known_to(data, {folder: ()})
    hands = Ruled(qtbot, data, folder)
    hands.click("start")
    hands.click("emergency_signs=none")
    hands.ends()
    kept = data / "kept" / "rules" / f"{hash_of(folder)}.json"
    if damage == "gone":
        kept.unlink()
    else:
        kept.write_bytes(kept.read_bytes()[:1000])
    shutil.copy(SHIPPED / RULES, folder / RULES)
    again = Ruled(qtbot, data, folder)
    again.click("open:R-T001")
    assert "The rules that this record was begun under are not on this computer any more." in again.banner
    assert again.state.protocol.sha256 == hash_of(SHIPPED)
    assert again.state.draft is not None
    assert again.state.draft.case.answers["emergency_signs"] == ("none",)
    assert any("Went on under the rules" in event.text for event in again.state.draft.events)
    assert again.place == asking("emergency_signs")


def test_damaged_kept_files_mean_only_a_new_proof(qtbot: QtBot, tmp_path: Path, data: Path) -> None:
    folder = folder_at(tmp_path / "local", ANOTHER_WORD)
    known_to(data, {folder: ()})
    Ruled(qtbot, data, folder).ends()
    for path in (data / "kept").rglob("*"):
        if path.is_file():
            path.write_bytes(b'{"program": 1')
    hands = Ruled(qtbot, data, folder)
    assert hands.in_force == hash_of(SHIPPED)
    hands.waits_for_banner("New rules are being checked.")


def test_a_program_that_is_closed_during_a_proof_leaves_no_process_behind_and_proves_at_the_next_start(
    qtbot: QtBot, tmp_path: Path, data: Path
) -> None:
    folder = folder_at(tmp_path / "local", ANOTHER_WORD)
    hands = Ruled(qtbot, data, folder)
    qtbot.waitUntil(lambda: hands.window.rules.process_id > 0, timeout=30_000)
    process = hands.window.rules.process_id
    hands.ends()
    with pytest.raises(ProcessLookupError):
        os.kill(process, 0)
    Ruled(qtbot, data, folder).waits_for_banner("New rules are being checked.")


def test_a_proof_that_is_killed_says_so_and_can_be_begun_again(qtbot: QtBot, tmp_path: Path, data: Path) -> None:
    folder = folder_at(tmp_path / "local", ANOTHER_WORD)
    hands = Ruled(qtbot, data, folder)
    qtbot.waitUntil(lambda: hands.window.rules.process_id > 0, timeout=30_000)
    os.kill(hands.window.rules.process_id, signal.SIGKILL)
    hands.waits_for_banner("did not come to its end")
    assert hands.in_force == hash_of(SHIPPED)
    hands.window.session.read_rules_again()
    hands.waits_for_banner("New rules are being checked.")


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="asks Linux for the children of a process")
def test_a_program_that_is_killed_during_a_proof_begins_again_with_good_rules(
    qtbot: QtBot, tmp_path: Path, data: Path
) -> None:
    folder = folder_at(tmp_path / "local", ANOTHER_WORD)
    command = [sys.executable, "-m", "bruiseaid", "--protocol", str(folder)]
    with subprocess.Popen(command, env={**os.environ, "BRUISEAID_DATA": str(data)}) as program:
        children = Path(f"/proc/{program.pid}/task/{program.pid}/children")
        qtbot.waitUntil(lambda: children.read_text() != "", timeout=60_000)
        proof = int(children.read_text())
        program.kill()
    os.kill(proof, signal.SIGKILL)
    hands = Ruled(qtbot, data, folder)
    assert (hands.in_force, hands.state.proved) == (hash_of(SHIPPED), True)
    hands.waits_for_banner("New rules are being checked.")


def test_the_proof_yields_to_the_window(qtbot: QtBot, tmp_path: Path, data: Path) -> None:
    hands = Ruled(qtbot, data, folder_at(tmp_path / "local", ANOTHER_WORD))
    qtbot.waitUntil(lambda: hands.window.rules.process_id > 0, timeout=30_000)
    process = hands.window.rules.process_id
    qtbot.waitUntil(lambda: os.getpriority(os.PRIO_PROCESS, process) > os.getpriority(os.PRIO_PROCESS, 0))


def to_settings(hands: Ruled) -> None:
    hands.click("settings")


def test_the_settings_can_name_the_folder_of_the_rules_and_take_it_back(
    qtbot: QtBot, tmp_path: Path, data: Path
) -> None:
    folder = folder_at(tmp_path / "local", ANOTHER_WORD)
    known_to(data, {folder: ()})
    hands = Ruled(qtbot, data, None)
    assert hands.in_force == hash_of(SHIPPED)
    to_settings(hands)
    hands.desktop.folder = folder
    hands.click("settings.rules_folder.browse")
    assert hands.shown("settings.rules_folder").text() == str(folder)  # type: ignore[attr-defined]
    hands.forward()
    assert Settings.load(data).rules_folder == str(folder)
    assert (hands.in_force, hands.state.protocol.sha256) == (hash_of(folder), hash_of(folder))
    to_settings(hands)
    hands.shown("settings.rules_folder").setFocus()
    hands.press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    hands.press(Qt.Key.Key_Delete)
    hands.forward()
    assert hands.in_force == hash_of(SHIPPED)
    assert Settings.load(data).rules_folder == ""


def test_a_folder_named_in_the_settings_that_does_not_hold_is_not_put_in_force_and_it_says_why(
    qtbot: QtBot, tmp_path: Path, data: Path
) -> None:
    bad, broken = folder_at(tmp_path / "bad", BROKEN_PROMISE), folder_at(tmp_path / "broken", MISTAKE)
    known_to(data, {bad: (REASON,)})
    hands = Ruled(qtbot, data, None)
    for folder, words in ((bad, REASON), (broken, "have one mistake")):
        to_settings(hands)
        hands.write("settings.rules_folder", str(folder))
        hands.forward()
        hands.waits_for_banner(words)
        assert hands.in_force == hash_of(SHIPPED)


def test_rules_about_something_else_are_not_put_in_force_even_if_they_hold(
    qtbot: QtBot, tmp_path: Path, data: Path
) -> None:
    hands = Ruled(qtbot, data, None)
    to_settings(hands)
    hands.write("settings.rules_folder", str(KITCHEN))
    hands.forward()
    hands.waits_for_banner(NOT_COMPARED, PROOF_MS)
    assert hands.in_force == hash_of(SHIPPED)


def test_a_folder_that_is_not_there_cannot_be_named_in_the_settings(qtbot: QtBot, tmp_path: Path, data: Path) -> None:
    hands = Ruled(qtbot, data, None)
    to_settings(hands)
    hands.write("settings.rules_folder", str(tmp_path / "nowhere"))
    hands.forward()
    assert "There is no such folder for the local rules." in hands.words()
    assert Settings.load(data).rules_folder == ""


def test_an_open_record_keeps_its_rules_when_another_folder_is_named(qtbot: QtBot, tmp_path: Path, data: Path) -> None:
    folder = folder_at(tmp_path / "local", ANOTHER_WORD)
    known_to(data, {folder: ()})
    hands = Ruled(qtbot, data, None)
    hands.click("start")
    hands.window.session.settings()
    hands.write("settings.rules_folder", str(folder))
    hands.forward()
    assert (hands.in_force, hands.state.protocol.sha256) == (hash_of(folder), hash_of(SHIPPED))


def test_a_record_is_shown_in_the_words_of_the_rules_it_was_begun_under_and_the_next_one_in_the_new_words(
    qtbot: QtBot, tmp_path: Path, data: Path
) -> None:
    """In the same window, on going back to the record, and after a restart."""
    old, new = "Is the child ill or badly hurt now?", "Is the child unwell or badly hurt now?"
    folder, changed = folder_at(tmp_path / "local"), folder_at(tmp_path / "changed")
    questions = changed / QUESTIONS
    questions.write_text(questions.read_text("utf-8").replace(f"ask: {old}", f"ask: {new}"), "utf-8")
    known_to(data, {changed: ()})
    hands = Ruled(qtbot, data, folder)
    hands.click("start")
    hands.click("emergency_signs=none")
    shutil.copy(questions, folder / QUESTIONS)
    hands.waits_for_rules(hash_of(changed))
    assert old in hands.words()
    hands.forward()
    hands.click("back")
    assert old in hands.words()
    hands.click("leave")
    hands.click("start")
    assert new in hands.words()
    hands.click("leave")
    hands.click("open:R-T001")
    assert old in hands.words()
    assert new not in hands.words()
    hands.click("step:check")
    hands.click("change:emergency_signs")
    assert old in hands.words()
    hands.ends()
    again = Ruled(qtbot, data, folder)
    assert again.in_force == hash_of(changed)
    again.click("open:R-T001")
    assert old in again.words()
    assert new not in again.words()
    again.click("leave")
    again.click("open:R-T002")
    assert new in again.words()


def test_without_any_rules_the_program_says_so_and_ends(tmp_path: Path) -> None:
    """In a copy of the program whose own protocol has a mistake."""
    copy = tmp_path / "program"
    for name in ("src", "protocol", "resources", "docs/help"):
        shutil.copytree(SHIPPED.parent / name, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
    edit(copy / "protocol", MISTAKE)
    surroundings = {**os.environ, "PYTHONPATH": str(copy / "src"), "BRUISEAID_DATA": str(tmp_path / "data")}
    ended = subprocess.run(
        [sys.executable, "-m", "bruiseaid"], cwd=copy, env=surroundings, capture_output=True, text=True, timeout=120
    )
    assert ended.returncode == 2
    assert "The protocol could not be read" in ended.stderr
    assert "feture" in ended.stderr


def test_what_a_process_says_that_is_no_result_is_none() -> None:
    assert told(b"", "") is None
    assert told(b'{"protocol": {}}', "") is None
    assert command(Path("rules"))[-4:] == ("protocol", "check", "rules", "--json")
