"""Another protocol is proved without a word of Python being changed: more levels, more questions, a number."""

from __future__ import annotations

from dataclasses import replace

from bruiseaid.proof.checks.alive import alive
from bruiseaid.proof.checks.floored import floored
from bruiseaid.proof.checks.total import total
from bruiseaid.proof.levels.prover import Prover, prover_of
from bruiseaid.proof.prove import prove
from bruiseaid.proof.space.space import space_of
from bruiseaid.protocol.conditions import AllOf, Between, Is
from bruiseaid.protocol.model import Place, Protocol
from bruiseaid.protocol.reader import read_contents, read_protocol
from bruiseaid.record.case_file import as_tree, case_as_data, case_of_tree
from tests.proof.kitchens import KITCHEN
from tests.proof.little import asked, little, rule
from tests.proof.setting import changed, files, shipped

LEVEL = """  - id: TOP
    name: Everyone at once
    sentence: Ring everyone.
    shape: octagon
    opens_act_now: yes

# A mark alone leads"""
QUESTIONS = """
  - id: hours_alone
    step: safe
    type: number
    unit: hours
    least: 0
    greatest: 48
    if_absent: "0"
    ask: For how many hours was the child alone?
    short: Hours alone
    sources: [APP]
    record_part: presentation
  - id: pets
    step: safe
    type: choice
    needed: yes
    ask: Is there an animal in the home?
    short: Animal
    options:
      - {id: none, label: No animal}
      - {id: dog, label: A dog}
      - {id: snake, label: A snake}
    sources: [APP]
    record_part: presentation
"""
RULES = """
  - id: RX1
    when: {hours_alone: {from: 12}}
    at_least: C
    because: A long time alone.
    sources: [APP]
  - id: RX2
    when: {pets: snake, hours_alone: {from: 24}}
    at_least: TOP
    because: A snake, and nobody there.
    sources: [APP]
"""


def other(rules: str = RULES) -> Protocol:
    """The shipped protocol with a level, two questions and two rules more."""
    here = dict(files())
    here["bruising.yaml"] = here["bruising.yaml"].replace(b"# A mark alone leads", LEVEL.lstrip("\n").encode(), 1)
    here["questions.yaml"] += QUESTIONS.encode()
    here["rules.yaml"] += rules.encode()
    result = read_contents(here)
    assert result.protocol is not None, [str(problem) for problem in result.problems]
    return result.protocol


def test_a_protocol_with_more_of_everything_is_proved() -> None:
    protocol = other()
    space = space_of((protocol, shipped()))
    prover, yardstick = Prover(protocol, space), Prover(shipped(), space)
    assert list(total(prover)) == []
    assert list(floored(prover, yardstick)) == []
    assert [one for one in alive(prover, shipped()) if one.place.section != "sources"] == []


def test_a_number_that_can_never_be_reached_makes_a_rule_dead() -> None:
    protocol = other(RULES.replace("from: 12", "from: 60"))
    found = [one for one in alive(prover_of(protocol), shipped()) if one.place.id == "RX1"]
    assert [one.message.split(":")[0] for one in found] == ["The rule RX1 never fires"]


def test_the_new_level_is_reached_by_a_true_case() -> None:
    prover = prover_of(other())
    found = prover.find(prover.diagrams.both(prover.in_scope, prover.reached[-1]))
    assert found is not None
    story = prover.story(found)
    assert [one.replayed for one in story.cases] == ["TOP"]
    assert story.is_reproduced
    assert story.cases[0].case.answers["pets"] == "snake"
    assert int(str(story.cases[0].case.answers["hours_alone"])) >= 24


def kitchen() -> Protocol:
    """A protocol of another domain: three levels, no dates, no child, ticks of which two are worse than one."""
    result = read_protocol(KITCHEN)
    assert result.protocol is not None, [str(problem) for problem in result.problems]
    return result.protocol


def test_a_protocol_about_kitchens_is_proved() -> None:
    proof = prove(kitchen(), kitchen())
    assert proof.findings == ()
    assert (proof.cases, proof.kinds_of_mark) == (36, 4)
    assert [name for name, _ in proof.promises] == ["P1", "P2", "P3"]


def test_two_animals_that_are_worse_than_one_are_told_apart() -> None:
    prover = prover_of(kitchen())
    shut = prover.diagrams.less(prover.reached[-1], prover.meaning.holds(Is("pests", ("rat",))))
    cold = prover.meaning.holds(AllOf((Between("fridge", None, 9), Between("bad_stains", None, 2))))
    found = prover.find(prover.diagrams.every([prover.in_scope, shut, cold]))
    assert found is not None
    story = prover.story(found)
    assert story.is_reproduced
    assert len(story.cases[0].case.answers["pests"]) == 2


def test_a_protocol_about_something_else_is_held_to_its_own_promises_alone() -> None:
    proof = prove(kitchen(), shipped())
    assert proof.findings == ()
    assert proof.cases == 36
    assert any("about something else than the shipped one (gm-bruising)" in note for note in proof.notes)


def test_a_copy_of_the_shipped_protocol_stays_under_its_floor_whatever_it_calls_itself() -> None:
    lowered = changed("rules.yaml", "own_worry: very}\n    at_least: C", "own_worry: very}\n    at_least: D")
    for one in (lowered, replace(lowered, id="our-own", sha256="x")):
        assert "floored" in {finding.check for finding in prove(one, shipped()).findings}


def test_a_story_about_people_without_names_can_be_read_back() -> None:
    field = "{id: age, type: choice, label: Age, options: [{id: child, label: Child}, {id: adult, label: Adult}]}"
    protocol = little(
        "calm high", questions=(asked("folk", "people", f"fields: [{field}]"),),
        rules=(rule("ANY", "at_least: calm"), rule("CHILD", "at_least: high", "{any_in: {folk: {age: child}}}")),
    )  # fmt: skip
    prover = prover_of(protocol)
    found = prover.find(prover.diagrams.both(prover.in_scope, prover.reached[-1]))
    assert found is not None
    told = prover.story(found).cases[0]
    read = case_of_tree(as_tree(case_as_data(told.case), Place("case", 1, 1)), protocol, told.case.seen_at)
    assert read.case is not None, read.problems
    assert read.case.answers == told.case.answers
