"""The places on the body, read as data from regions.csv."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import NamedTuple

SHINS_AND_KNEES = ("shin", "knee")


class Place(NamedTuple):
    """One row of regions.csv, as far as the rules look at it."""

    sides: tuple[str, ...]
    area: str
    letter: str
    own_nails_reach: bool


def read_places(table: Path) -> dict[str, Place]:
    with table.open(encoding="utf-8", newline="") as lines:
        return {row["region"]: place(row) for row in csv.DictReader(lines)}


def place(row: dict[str, str]) -> Place:
    return Place(tuple(row["sides"].split()), row["area"], row["class"], row["own_nail_reach"] == "yes")


PLACES = read_places(Path(__file__).with_name("regions.csv"))
