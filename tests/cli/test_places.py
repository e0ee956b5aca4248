"""The line of a finding is the line of the row that it speaks of, however the row is written."""

from __future__ import annotations

from pathlib import Path

import pytest

from bruiseaid.cli.proof_words import Places
from bruiseaid.proof.stories.finding import Where

FILE = """questions:
  - id: shut
    options:
      - {id: rat, label: A rat}
levels:
  - {name: Shut it, id: shut}
rules: [{because: "id: K1 is not here", id: "K1"},
  {when: {id: K2},
   "id": 'K2'}]
facts:
  -
    means: A rat
    id : rat
sources:
  - {title: Own, key: OWN}
"""
LINES = {
    ("questions", "shut"): 2, ("levels", "shut"): 6, ("rules", "K1"): 7, ("rules", "K2"): 9, ("facts", "rat"): 13,
    ("sources", "OWN"): 15, ("rules", ""): 7,
}  # fmt: skip


@pytest.mark.parametrize(("where", "line"), LINES.items())
def test_a_row_is_found_by_what_it_is_and_not_by_its_looks(where: tuple[str, str], line: int, tmp_path: Path) -> None:
    (tmp_path / "all.yaml").write_text(FILE, encoding="utf-8")
    assert Places(tmp_path).of(Where(*where)) == f"all.yaml, line {line}"


def test_a_borough_is_found_in_its_own_file(tmp_path: Path) -> None:
    (tmp_path / "boroughs").mkdir()
    (tmp_path / "boroughs" / "a.yaml").write_text("# first\nname: Town\nborough: town\n", encoding="utf-8")
    assert Places(tmp_path).of(Where("boroughs", "town")) == "boroughs/a.yaml, line 3"
    assert Places(tmp_path).of(Where("boroughs", "city")) == "boroughs, city"
