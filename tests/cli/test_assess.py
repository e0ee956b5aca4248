"""`bruiseaid assess`, as people and outside checks use it: a command, its output, its exit status."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from bruiseaid.content_paths import protocol_folder
from bruiseaid.protocol.reader import content_hash, contents
from bruiseaid.store.folders import data_folder
from bruiseaid.store.proofs import ProofResult, proofs_of
from tests.engine.cases import case_data

VIGNETTES = json.loads((Path(__file__).parents[1] / "oracle" / "vignettes.json").read_text("utf-8"))
AT = "2026-11-23T10:20:00+00:00"


@pytest.fixture(autouse=True, scope="module")
def _own_data_folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """The key that seals a record is made in a folder of the tests, not in that of whoever runs them."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("BRUISEAID_DATA", str(tmp_path_factory.mktemp("data")))
        yield


def _run(*arguments: str, cwd: Path | None = None, stdin: str | None = None) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "bruiseaid", "assess", *arguments, "--at", AT]
    return subprocess.run(command, capture_output=True, text=True, cwd=cwd, input=stdin, check=False, timeout=120)


def _case(folder: Path, data: dict[str, Any], name: str = "case.json") -> str:
    path = folder / name
    path.write_text(json.dumps(data), encoding="utf-8")
    return str(path)


@pytest.fixture(scope="module")
def answers_to_vignettes(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, Any]]:
    path = tmp_path_factory.mktemp("cases") / "cases.jsonl"
    path.write_text("".join(json.dumps(one["case"]) + "\n" for one in VIGNETTES), encoding="utf-8")
    done = _run("--jsonl", str(path))
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_every_vignette_gives_its_level_rules_and_actions(answers_to_vignettes: list[dict[str, Any]]) -> None:
    assert len(answers_to_vignettes) == len(VIGNETTES) == 52
    for wanted, found in zip(VIGNETTES, answers_to_vignettes, strict=True):
        expect = wanted["expect"]
        assert found["status"] == "concluded", wanted["id"]
        assert found["level"] == found["least"] == found["greatest"] == expect["level"], wanted["id"]
        assert {rule["id"] for rule in found["rules"]} == set(expect["rules"]), wanted["id"]
        assert set(expect["actions_at_least"]) <= {action["id"] for action in found["actions"]}, wanted["id"]


def test_every_action_says_who_to_whom_by_when_and_from_what_source(
    answers_to_vignettes: list[dict[str, Any]],
) -> None:
    for found in answers_to_vignettes:
        for action in found["actions"]:
            assert action["text"]
            assert action["who"]
            assert action["to"]
            assert action["sources"]
            assert action["due"] is None or action["due"][-6] in "+-"
            assert "contact" in action


def test_the_answer_has_exactly_the_keys_of_the_contract(answers_to_vignettes: list[dict[str, Any]]) -> None:
    keys = (
        "protocol proved status level level_name least greatest act_now rules actions open_questions set_aside reason"
    )
    assert list(answers_to_vignettes[0]) == keys.split()
    assert list(answers_to_vignettes[0]["protocol"]) == ["id", "version", "sha256"]
    assert len(answers_to_vignettes[0]["protocol"]["sha256"]) == 64


def test_a_concluded_case_ends_with_0_and_speaks_in_words(tmp_path: Path) -> None:
    done = _run(_case(tmp_path, case_data(dob="2026-07-20")))
    assert done.returncode == 0
    assert done.stdout.startswith("Level B: Immediate referral")
    assert "0300 303 0440" in done.stdout
    assert "for local approval" in done.stdout


def test_an_open_case_ends_with_1_and_names_what_is_open(tmp_path: Path) -> None:
    done = _run(_case(tmp_path, case_data(explanation=None)), "--json")
    found = json.loads(done.stdout)
    assert done.returncode == 1
    assert found["status"] == "open"
    assert found["open_questions"] == ["explanation"]
    assert found["level"] is None


def test_out_of_scope_ends_with_0_and_gives_a_number(tmp_path: Path) -> None:
    done = _run(_case(tmp_path, case_data(marks=[])), "--json")
    found = json.loads(done.stdout)
    assert (done.returncode, found["status"], found["reason"], found["level"]) == (0, "out_of_scope", "no_mark", None)
    assert any(action["contact"]["phone"] for action in found["actions"] if action["contact"])


FAULTS = [
    ({"dob": "2026-13-01"}, "no such date"),
    ({"dob": "2026-11-24"}, "after the day the mark was seen"),
    ({"explanation": "nobody"}, "no such answer"),
    ({"features": ["none", "cluster"]}, "cannot be ticked together"),
    ({"features": "none"}, "list"),
    ({"weeks_early": "18"}, "from 0 to 17"),
    ({"marks": [{"region": "kneee"}]}, 'Did you mean "knee"?'),
    ({"marks": [{"region": "knee", "kind": "bruse"}]}, 'Did you mean "bruise"?'),
    ({"mobilty": "walking"}, 'Did you mean "mobility"?'),
    ({"delay": True}, "not true or false"),
    ({"marks": {"region": "knee"}}, "A list is needed"),
    ({"marks": ["knee"]}, "A table is needed"),
    ({"household": [{"identified": "perhaps"}]}, "no such answer"),
    ({"dob": "".join(chr(0x660 + int(d)) if d.isdigit() else d for d in "2026-01-01")}, "no such date"),
    ({"marks": [{"region": "knee", "doc_date": "2026-11-23"}]}, "before the day"),
]


@pytest.mark.parametrize(("answers", "says"), FAULTS)
def test_a_faulty_answer_ends_with_2_and_is_told_with_its_place(
    tmp_path: Path, answers: dict[str, Any], says: str
) -> None:
    done = _run(_case(tmp_path, case_data(**answers)))
    assert done.returncode == 2
    assert says in done.stderr
    assert "line " in done.stderr
    assert not done.stdout


def test_what_is_only_recorded_is_kept_as_it_was_written(tmp_path: Path) -> None:
    mark = {"region": "shin", "kind": "bruise", "doc_status": "not_documented", "length_mm": "not measured, moving"}
    spoken = [{"at": "about ten", "who": "A. Nother", "said": "wait", "decision": "waiting"}]
    done = _run(_case(tmp_path, case_data(marks=[mark], people_spoken_to=spoken)), "--text", str(tmp_path / "out.txt"))
    assert done.returncode == 0, done.stderr
    assert "not measured, moving" in (tmp_path / "out.txt").read_text("utf-8")
    assert "about ten" in (tmp_path / "out.txt").read_text("utf-8")


def test_all_faults_of_a_case_are_told_at_once_at_their_lines(tmp_path: Path) -> None:
    path = tmp_path / "case.yaml"
    path.write_text(
        "case: 1\nseen_at: 2026-11-23T10:15:00+00:00\nborough: rochdaal\nanswers:\n  dob: 2027-01-01\n  delay: jes\n",
        encoding="utf-8",
    )
    done = _run(str(path))
    assert done.returncode == 2
    assert [f"line {number}" in done.stderr for number in (3, 5, 6)] == [True, True, True]


@pytest.mark.parametrize("seen_at", ["2026-11-25T10:20:00+00:00", "yesterday", "2026-11-23"])
def test_a_time_that_cannot_be_is_a_fault(tmp_path: Path, seen_at: str) -> None:
    assert _run(_case(tmp_path, case_data(seen_at=seen_at))).returncode == 2


def test_a_yaml_case_means_the_words_it_shows(tmp_path: Path) -> None:
    path = tmp_path / "case.yaml"
    lines = ["case: 1", "seen_at: 2026-11-23T10:15:00+00:00", "borough: rochdale", "answers:"]
    lines += [f"  {key}: {json.dumps(value)}" for key, value in case_data()["answers"].items()]
    text = "\n".join(lines).replace('"no"', "no").replace('"yes"', "yes")
    path.write_text(text, encoding="utf-8")
    found = json.loads(_run(str(path), "--json").stdout)
    assert found == json.loads(_run(_case(tmp_path, case_data()), "--json").stdout)


def test_a_scenario_file_is_taken_for_the_case_it_tells_of() -> None:
    scenario = next((protocol_folder() / "scenarios").glob("v01-*.yaml"))
    done = _run(str(scenario), "--json")
    assert (done.returncode, json.loads(done.stdout)["level"]) == (0, "B")


def test_lines_keep_their_order_and_the_worst_decides_the_exit(tmp_path: Path) -> None:
    path = tmp_path / "cases.jsonl"
    good, is_open = case_data(), case_data(delay=None)
    lines = [json.dumps(good), "{not json", json.dumps(is_open), "", '{"case": 1, "case": 2}']
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    done = _run("--jsonl", str(path))
    found = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode == 2
    assert [one["status"] for one in found] == ["concluded", "unreadable", "open", "unreadable", "unreadable"]
    assert all(one["problems"] for one in found if one["status"] == "unreadable")


def test_three_thousand_cases_take_a_few_seconds(tmp_path: Path) -> None:
    path = tmp_path / "cases.jsonl"
    lines = [json.dumps(VIGNETTES[index % 52]["case"]) for index in range(3000)]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "bruiseaid", "assess", "--jsonl", str(path)],
        capture_output=True, text=True, check=False, timeout=30,
    )  # fmt: skip
    assert len(done.stdout.splitlines()) == 3000


def test_a_protocol_that_cannot_be_read_ends_with_2(tmp_path: Path) -> None:
    (tmp_path / "p").mkdir()
    (tmp_path / "p" / "rules.yaml").write_text("rules: [", encoding="utf-8")
    done = _run(_case(tmp_path, case_data()), "--protocol", str(tmp_path / "p"))
    assert done.returncode == 2
    assert "rules.yaml, line " in done.stderr


def test_another_folder_is_used_as_it_is_and_not_called_proved(tmp_path: Path) -> None:
    folder = tmp_path / "p"
    for path in protocol_folder().rglob("*.yaml"):
        copy = folder / path.relative_to(protocol_folder())
        copy.parent.mkdir(parents=True, exist_ok=True)
        text = path.read_text("utf-8")
        copy.write_text(text.replace("name: Immediate referral", "name: Refer at once"), encoding="utf-8")
    found = json.loads(_run(_case(tmp_path, case_data(dob="2026-07-20")), "--json", "--protocol", str(folder)).stdout)
    assert (found["level"], found["level_name"], found["proved"]) == ("B", "Refer at once", False)


def test_rules_are_called_proved_where_a_proof_is_known_and_only_then(tmp_path: Path) -> None:
    proofs, files = proofs_of(data_folder()), contents(protocol_folder())[0]
    for findings, proved in (((), True), (("rules.yaml, line 3: A promise does not hold.",), False)):
        for name in ("p", "q"):
            folder = tmp_path / f"{name}-{proved}"
            shutil.copytree(protocol_folder(), folder)
            (folder / "rules.yaml").write_bytes(files["rules.yaml"] + f"# {folder.name}\n".encode())
            if name == "p":
                proofs.keep(ProofResult(content_hash(contents(folder)[0]), proofs.shipped, findings))
            done = _run(_case(tmp_path, case_data()), "--json", "--protocol", str(folder))
            assert json.loads(done.stdout)["proved"] == (proved and name == "p")


def test_the_record_is_written_as_a_pdf_without_a_window(tmp_path: Path) -> None:
    data = {**case_data(dob="2026-07-20"), "child": {"name": "Fern Example"}}
    done = _run(_case(tmp_path, data), "--pdf", str(tmp_path / "out.pdf"), "--text", str(tmp_path / "out.txt"))
    assert done.returncode == 0
    pages = PdfReader(tmp_path / "out.pdf").pages
    assert "Fern Example" in pages[0].extract_text()
    assert "Immediate referral" in pages[0].extract_text()
    assert "Fern Example" in (tmp_path / "out.txt").read_text("utf-8")


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    done = _run(_case(tmp_path, case_data()), "--pdf", str(tmp_path / "no such folder" / "out.pdf"))
    assert done.returncode == 2
    assert "could not be written" in done.stderr


FORBIDDEN = ("section 47 will", "no concern", "probability", "likely", "% ")


def test_no_outcome_says_what_the_program_must_never_say(answers_to_vignettes: list[dict[str, Any]]) -> None:
    for found in answers_to_vignettes:
        text = json.dumps(found).lower()
        for words in FORBIDDEN:
            assert words not in text


def test_the_record_comes_out_as_text_for_a_web_form(tmp_path: Path) -> None:
    case = _case(tmp_path, case_data())
    shown, written = _run(case, "--to", "text"), tmp_path / "twin.txt"
    _run(case, "--text", str(written))

    assert shown.returncode == 0
    assert shown.stdout == written.read_text("utf-8")
    assert _run(case, "--to", "portal").stdout.count("What you ask for") == 1


def test_each_form_can_go_into_a_file(tmp_path: Path) -> None:
    case, out = _case(tmp_path, case_data()), tmp_path / "out"

    assert _run(case, "--to", "json", "--out", str(out)).stdout == ""
    assert json.loads(out.read_text("utf-8"))["status"] == "concluded"
    assert _run(case, "--to", "pdf", "--out", str(out)).returncode == 0
    assert out.read_bytes()[:5] == b"%PDF-"
    assert _run(case, "--to", "pdf").returncode == 2
    assert _run(case, "--to", "text", "--out", str(tmp_path)).returncode == 2
