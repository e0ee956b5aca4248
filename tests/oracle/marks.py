"""Random marks: any at all, or of one of the sorts that lead to the lower levels."""

from __future__ import annotations

from random import Random
from typing import Any

from .places import PLACES, SHINS_AND_KNEES
from .vocabulary import DOC_NATURES, KINDS, OPINIONS, SEEN_BY, VIEWS

Mark = dict[str, Any]

REGIONS = tuple(PLACES)
NAIL_REGIONS = tuple(region for region, place in PLACES.items() if place.own_nails_reach)
USUAL_REGIONS = tuple(region for region, place in PLACES.items() if place.letter == "N")
OTHER_REGIONS = tuple(region for region, place in PLACES.items() if place.letter == "K")


def random_marks(rng: Random) -> list[Mark]:
    """None to four marks; most of one sort, now and then with a stranger among them."""
    number = rng.choices((0, 1, 2, 3, 4), (7, 48, 23, 13, 9))[0]
    sorts = (any_mark, recorded, maybe_natural, scratch, shin_or_knee, usual_bruise, other_bruise)
    sort = rng.choices(sorts, (30, 16, 15, 9, 8, 12, 10))[0]
    return [(any_mark if rng.random() < 0.06 else sort)(rng) for _ in range(number)]


def any_mark(rng: Random) -> Mark:
    kind = rng.choice(KINDS if rng.random() < 0.65 else ("bruise", "bruise", "cut_abrasion"))
    mark = undocumented(rng, rng.choice(REGIONS), kind)
    mark |= {"seen_by": rng.choice(SEEN_BY), "opinion": rng.choice(OPINIONS)}
    return document(mark, rng.choice(DOC_NATURES)) if rng.random() < 0.3 else mark


def recorded(rng: Random) -> Mark:
    kind = rng.choice(("bruise", "swelling", "eye_bleed", "unclear_mark", "other", "superficial_scratch"))
    region = rng.choice(("scalp_top", "occiput")) if kind == "swelling" else rng.choice(REGIONS)
    return document(undocumented(rng, region, kind), rng.choice(DOC_NATURES[:3]))


def maybe_natural(rng: Random) -> Mark:
    mark = undocumented(rng, rng.choice(REGIONS), rng.choice(("unclear_mark", "other")))
    return mark | {"opinion": rng.choice(OPINIONS[1:])}


def scratch(rng: Random) -> Mark:
    region = rng.choice(NAIL_REGIONS if rng.random() < 0.9 else REGIONS)
    return undocumented(rng, region, "superficial_scratch")


def shin_or_knee(rng: Random) -> Mark:
    return undocumented(rng, rng.choice(SHINS_AND_KNEES), "bruise")


def usual_bruise(rng: Random) -> Mark:
    return undocumented(rng, rng.choice(USUAL_REGIONS), "bruise")


def other_bruise(rng: Random) -> Mark:
    return undocumented(rng, rng.choice(OTHER_REGIONS), "bruise")


def undocumented(rng: Random, region: str, kind: str) -> Mark:
    mark = {
        "region": region,
        "side": rng.choice(PLACES[region].sides),
        "view": rng.choice(VIEWS),
        "kind": kind,
        "opinion": "injury_or_probable",
        "doc_status": "not_documented",
        "seen_by": "me",
    }
    return mark | {"length_mm": rng.randint(1, 60)} if rng.random() < 0.3 else mark


def document(mark: Mark, nature: str) -> Mark:
    return mark | {"doc_status": "documented_same_mark", "doc_nature": nature}
