"""What changes between two folders, against cases tried one by one."""

from __future__ import annotations

import os
from dataclasses import replace
from random import Random

import pytest

from bruiseaid.engine.recommend import recommend
from bruiseaid.proof.diff import Comparison, diff
from bruiseaid.proof.edits import edits
from bruiseaid.proof.prover import replayed
from bruiseaid.protocol.reader import read_contents
from tests.engine.cases import case_of
from tests.oracle.cases import random_case
from tests.proof.setting import changed, files, shipped, told
from tests.proof.test_agreement import as_text

pytestmark = pytest.mark.skipif(not os.environ.get("BRUISEAID_LONG"), reason="takes minutes; BRUISEAID_LONG=1")


def test_comments_and_spaces_change_nothing() -> None:
    other = {name: b"# A remark.\n" + data.replace(b"\n\n", b"\n\n\n") for name, data in files().items()}
    result = read_contents(other)
    assert result.protocol is not None
    found = diff(replace(shipped(), scenarios=()), result.protocol)
    assert (found.changed, found.moves, found.actions) == (0, (), ())


def test_a_raised_rule_is_told_with_examples_that_are_true() -> None:
    old = "only_scratches: yes, registered: yes}\n    at_least: D"
    found = diff(shipped(), changed("rules.yaml", old, old[:-1] + "C"))
    assert (found.lower, len(found.moves)) == (0, 1)
    assert found.higher == found.moves[0].kinds > 0
    assert (found.moves[0].before, found.moves[0].after) == ("D", "C")
    assert len(found.moves[0].examples) == 3
    for before, after in found.moves[0].examples:
        assert (before.replayed, after.replayed) == ("D", "C")


@pytest.mark.parametrize("seed", range(8))
def test_the_difference_is_the_one_found_case_by_case(seed: int) -> None:
    rng = Random(seed)
    every = [edit for edit in edits(shipped()) if edit.section != "actions"]
    edit = rng.choice(every)
    both = Comparison(shipped(), edit.protocol)
    for _ in range(60):
        case = case_of(as_text(random_case(rng)))
        there = replace(case, protocol=edit.protocol)
        if any(recommend(one, one.seen_at).reason not in (None, "no_mark") for one in (case, there)):
            continue
        here = (told(both.old, case).level(both.old.ladder), told(both.new, there).level(both.new.ladder))
        ids = [None if level < 0 else shipped().levels[level].id for level in here]
        assert ids == [replayed(case), replayed(there)], edit.said
