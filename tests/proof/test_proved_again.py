"""What was worked out for one version of a protocol changes nothing in what is found in the next."""

from __future__ import annotations

from functools import cache
from random import Random

from bruiseaid.proof.prove import prove
from bruiseaid.proof.scenarios.edits import Edit, edits
from bruiseaid.proof.spaces import Spaces
from bruiseaid.protocol.model import CountFact, Protocol
from bruiseaid.protocol.reader import read_protocol
from tests.proof.kitchens import KITCHEN
from tests.proof.setting import shipped


@cache
def kitchen() -> Protocol:
    found = read_protocol(KITCHEN).protocol
    assert found is not None
    return found


def found(protocol: Protocol, floor: Protocol, spaces: Spaces | None = None) -> tuple[object, ...]:
    proof = prove(protocol, floor, spaces=spaces)
    findings = sorted((one.check, str(one.place), len(one.story.cases) if one.story else 0) for one in proof.findings)
    return findings, proof.undecided, [note for note in proof.notes if "can be certain" in note]


def test_every_edit_of_a_small_protocol_is_judged_as_if_it_were_the_first() -> None:
    spaces = Spaces()
    changed = list(edits(kitchen()))
    Random(1).shuffle(changed)
    for edit in changed:
        again = found(edit.protocol, kitchen(), spaces)
        assert again[0] == found(edit.protocol, kitchen())[0], f"{edit.section} {edit.id} {edit.said}"
    assert found(kitchen(), kitchen(), spaces) == found(kitchen(), kitchen())


def some_edits() -> list[Edit]:
    return Random(3).sample([edit for edit in edits(shipped()) if edit.section == "rules"], 2)


def test_edits_of_the_shipped_protocol_are_judged_as_if_each_were_the_first() -> None:
    spaces = Spaces()
    assert found(shipped(), shipped(), spaces)[0] == []
    for edit in some_edits():
        again = found(edit.protocol, shipped(), spaces)
        assert again[0] == found(edit.protocol, shipped())[0], f"{edit.section} {edit.id} {edit.said}"
    assert found(shipped(), shipped(), spaces)[0] == []


def test_an_edit_that_moves_only_the_border_of_a_count_needs_no_new_space() -> None:
    counts = [fact.id for fact in shipped().facts if isinstance(fact, CountFact)]
    moved = [edit for edit in edits(shipped()) if any(f"{count} moved" in edit.said for count in counts)]
    assert moved
    spaces = Spaces()
    space = spaces.space((shipped(),), ())
    for edit in moved:
        assert spaces.space((edit.protocol, shipped()), ()) is space, f"{edit.section} {edit.id} {edit.said}"
    for edit in Random(4).sample(moved, 2):
        again = found(edit.protocol, shipped(), spaces)
        assert again[0] == found(edit.protocol, shipped())[0], f"{edit.section} {edit.id} {edit.said}"
