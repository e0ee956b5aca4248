"""Frozen values of ours behave as those of `dataclasses` do, though their methods are made otherwise."""

from __future__ import annotations

import copy
import pickle
from dataclasses import FrozenInstanceError, field, replace

import pytest

from bruiseaid.values import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """A value with a default, and one that is made anew each time."""

    name: str
    floor: int = 2
    doors: list[str] = field(default_factory=list)


def test_what_is_left_out_has_its_default_and_none_shares_a_list() -> None:
    assert Place("a") == Place(name="a", floor=2, doors=[])
    assert Place("a").doors is not Place("a").doors
    assert repr(Place("a", doors=["x"])) == "Place(name='a', floor=2, doors=['x'])"


def test_a_wrong_call_names_the_class() -> None:
    with pytest.raises(TypeError, match=r"Place\.__init__\(\) missing 1 required positional argument: 'name'"):
        Place()  # type: ignore[call-arg]


@pytest.mark.parametrize("name", ["name", "other"])
def test_nothing_can_be_changed_or_taken_away(name: str) -> None:
    with pytest.raises(FrozenInstanceError):
        setattr(Place("a"), name, "b")
    with pytest.raises(FrozenInstanceError):
        delattr(Place("a"), name)


def test_copies_and_kept_values_are_equal() -> None:
    place = Place("a", 3, ["x"])
    assert place == copy.copy(place) == copy.deepcopy(place) == pickle.loads(pickle.dumps(place))
    assert replace(place, floor=4) == Place("a", 4, ["x"])
