"""What changes between two folders, against cases tried one by one."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest

from bruiseaid.engine.recommend import recommend
from bruiseaid.proof.diff import Comparison, Difference, diff
from bruiseaid.proof.levels.prover import Prover, replayed
from bruiseaid.proof.lists.search import Witness
from bruiseaid.proof.pairs.across import case_that_falls
from bruiseaid.proof.scenarios.edits import Edit, edits
from bruiseaid.protocol.conditions import ALWAYS
from bruiseaid.protocol.model import Field, Protocol, Question
from bruiseaid.protocol.reader import read_contents
from tests.engine.cases import case_of
from tests.oracle.cases import random_case
from tests.proof.brute import Brute
from tests.proof.setting import changed, files, shipped, told
from tests.proof.small import small_protocol
from tests.proof.test_agreement import as_text


def test_comments_and_spaces_change_nothing() -> None:
    other = {name: b"# A remark.\n" + data.replace(b"\n\n", b"\n\n\n") for name, data in files().items()}
    result = read_contents(other)
    assert result.protocol is not None
    found = diff(replace(shipped(), scenarios=()), result.protocol)
    assert (found.changed, found.moves, found.actions) == (0, (), ())


def test_a_new_order_changes_nothing() -> None:
    turned = turned_round(shipped())
    assert diff(shipped(), replace(turned, actions=shipped().actions)) == Difference(0, 0, 0, (), (), ())


@pytest.mark.parametrize("what", ["rules", "questions", "regions"])
def test_a_new_order_of_one_thing_makes_nothing_new_to_tell_apart(what: str) -> None:
    turned = turned_round(shipped())
    both = Comparison(shipped(), replace(shipped(), **{what: getattr(turned, what)}))
    assert len(both.space.atoms) == len(Comparison(shipped(), shipped()).space.atoms)
    assert both.old.reached == both.new.reached


def test_an_order_that_matters_is_told() -> None:
    found = diff(shipped(), replace(shipped(), actions=shipped().actions[::-1]))
    assert found.changed > 0
    assert [one.id for one in found.actions] == ["A-PARENTS-NOT", "A-PARENTS"]
    assert not found.moves


def test_what_changes_in_the_list_of_actions_alone_is_told_and_moves_no_case() -> None:
    rules = shipped()
    first, second, *others = rules.actions
    by_answer = next(action for action in rules.actions if action.done_by is not None)
    headings = replace(rules, groups=tuple(replace(group, title=group.title.upper()) for group in rules.groups))
    order = replace(rules, actions=(second, first, *others))
    recorded = tuple(replace(one, done_by=None) if one is by_answer else one for one in rules.actions)
    told_of = {
        "The headings of the list of actions changed.": headings,
        "The order of the list of actions changed.": order,
        f"The wording or details of the action {by_answer.id} changed.": replace(rules, actions=recorded),
    }
    for said, other in told_of.items():
        assert diff(rules, other) == Difference(0, 0, 0, (), (), (said,))


def test_a_time_that_is_only_said_in_other_words_is_not_told_as_another_time() -> None:
    found = diff(shipped(), changed("actions.yaml", "words: after the call,", "words: once you rang,"))
    assert [(one.id, one.said) for one in found.actions] == [
        ("A-PARENTS", "is due within 1 hour as before, in other words or other cases")
    ]


@pytest.mark.parametrize("seed", range(50))
def test_an_edit_is_told_alike_in_whatever_order_the_rest_is_written(seed: int) -> None:
    protocol = small_protocol(seed)
    edit = Random(seed).choice([*edits(protocol)])
    straight, turned = diff(protocol, edit.protocol), diff(protocol, turned_round(edit.protocol))
    assert moved(turned) == moved(straight)
    assert (turned.changed, turned.higher, turned.lower) == (straight.changed, straight.higher, straight.lower)


def moved(found: Difference) -> list[tuple[str | None, str | None, int]]:
    return [(one.before, one.after, one.kinds) for one in found.moves]


def turned_round(protocol: Protocol) -> Protocol:
    """The protocol with the last rule, effect, action, question, option and place first, and the last detail."""
    return replace(
        protocol,
        rules=tuple(replace(one, effects=one.effects[::-1]) for one in protocol.rules[::-1]),
        actions=protocol.actions[::-1],
        regions=protocol.regions[::-1],
        questions=tuple(
            replace(
                one,
                options=one.options[::-1],
                fields=details_turned_round(one),
            )
            for one in protocol.questions[::-1]
        ),
    )


def details_turned_round(question: Question) -> tuple[Field, ...]:
    """The details with the last option first, and the last detail first unless one is asked because of another."""
    found = tuple(replace(one, options=one.options[::-1]) for one in question.fields)
    return found[::-1] if all(one.ask_when == ALWAYS for one in found) else found


def test_a_raised_rule_is_told_with_examples_that_are_true() -> None:
    old = "only_scratches: yes, registered: yes}\n    at_least: D"
    found = diff(shipped(), changed("rules.yaml", old, old[:-1] + "C"))
    assert (found.lower, len(found.moves)) == (0, 1)
    assert found.higher == found.moves[0].kinds > 0
    assert (found.moves[0].before, found.moves[0].after) == ("D", "C")
    assert len(found.moves[0].examples) == 3
    for before, after in found.moves[0].examples:
        assert (before.replayed, after.replayed) == ("D", "C")


@pytest.mark.parametrize("seed", range(50))
def test_the_difference_of_small_protocols_is_the_one_found_by_trying_every_case(seed: int) -> None:
    protocol = small_protocol(seed)
    edit = Random(seed).choice([*edits(protocol)])
    ids = [*(level.id for level in protocol.levels), None]
    there, back = diff(protocol, edit.protocol), diff(edit.protocol, protocol)
    both = Comparison(protocol, edit.protocol)
    old, new = Brute(protocol, both.old), Brute(edit.protocol, both.new)
    tried = {
        (ids[one.level], ids[new.tried[key].level])
        for key, one in old.tried.items()
        if one.in_scope and new.tried[key].in_scope and one.level != new.tried[key].level
    }
    found = {(move.before, move.after) for move in there.moves}
    assert found == {(move.after, move.before) for move in back.moves}, edit.said
    assert tried <= found, edit.said
    assert (there.higher, there.lower) == (back.lower, back.higher)
    assert_true(there, edit)
    assert falls(both.old, both.new) == any(lower(ids, move) for move in found), edit.said
    assert falls(both.new, both.old) == any(lower(ids, (after, before)) for before, after in found), edit.said


def falls(one: Prover, other: Prover) -> bool:
    """Whether a case is said to come to less under the second; then the engine has to say so too."""
    found = case_that_falls(one, other)
    if found is None:
        return False
    witness = Witness({**one.calm.values, **found[1].answers}, found[1].lists)
    ids = [None, *(level.id for level in one.protocol.levels)]
    before, after = one.told_case(witness), other.told_case(witness)
    assert (before.proved, after.proved) == (before.replayed, after.replayed)
    assert ids.index(after.replayed) < ids.index(before.replayed)
    return True


def lower(ids: list[str | None], move: tuple[str | None, str | None]) -> bool:
    order = [None, *ids[:-1]]
    return order.index(move[1]) < order.index(move[0])


def assert_true(found: Difference, edit: Edit) -> None:
    """Each move has an example, and the engine comes to its levels."""
    for move in found.moves:
        assert move.examples
        for before, after in move.examples:
            assert (before.replayed, after.replayed) == (move.before, move.after), edit.said


@pytest.mark.parametrize("seed", range(50))
def test_the_difference_is_the_one_found_case_by_case(seed: int) -> None:
    rng = Random(seed)
    edit = rng.choice(rule_edits())
    both = Comparison(shipped(), edit.protocol)
    for _ in range(20):
        case = case_of(as_text(random_case(rng)))
        there = replace(case, protocol=edit.protocol)
        if any(recommend(one, one.seen_at).reason not in (None, "no_mark") for one in (case, there)):
            continue
        here = (told(both.old, case).level(both.old.ladder), told(both.new, there).level(both.new.ladder))
        ids = [None if level < 0 else shipped().levels[level].id for level in here]
        assert ids == [replayed(case), replayed(there)], edit.said


_edits: list[Edit] = []


def rule_edits() -> list[Edit]:
    """Every single edit of the shipped rules and facts, made once."""
    if not _edits:
        _edits.extend(edit for edit in edits(shipped()) if edit.section != "actions")
    return _edits
