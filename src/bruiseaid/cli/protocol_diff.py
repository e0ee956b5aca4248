"""`bruiseaid protocol diff`: which kinds of case two folders treat differently, and a draft release note."""

from __future__ import annotations

import json
import sys
from argparse import Namespace
from collections.abc import Iterator
from typing import Any

from bruiseaid.cli.proof_words import Screen, story_words, told_data
from bruiseaid.cli.reading import read_all
from bruiseaid.proof.diff import Difference, Move, diff
from bruiseaid.proof.finding import Story
from bruiseaid.protocol.model import Protocol


def run_diff(options: Namespace) -> int:
    """Prints what changes; 0 whether or not anything does, 2 where a folder could not be read."""
    read = read_all([options.old, options.new], as_json=options.json)
    if read is None:
        return 2
    found = diff(read[0], read[1])
    if options.json:
        print(json.dumps(_data(found), ensure_ascii=False, indent=1))
    else:
        print("\n".join(_words(read[0], read[1], found, Screen(sys.stdout))))
    return 0


def _data(found: Difference) -> dict[str, Any]:
    return {
        "changed": found.changed,
        "higher": found.higher,
        "lower": found.lower,
        "levels": [
            {
                "before": move.before, "after": move.after, "kinds": move.kinds, "lies": list(move.lies),
                "examples": [[told_data(one) for one in pair] for pair in move.examples],
            }
            for move in found.moves
        ],
        "actions": [{"id": one.id, "said": one.said, "kinds": one.kinds} for one in found.actions],
        "texts": list(found.texts),
    }  # fmt: skip


def _words(old: Protocol, new: Protocol, found: Difference, screen: Screen) -> Iterator[str]:
    yield screen.box(f"{old.title} {old.version} and {new.version}")
    yield f"{found.changed:,} kinds of case change: {found.higher:,} go higher and {found.lower:,} go lower."
    for move in found.moves:
        yield ""
        yield from _move(move)
    for one in found.actions:
        kinds = f", in {one.kinds:,} kinds of case" if one.kinds else ""
        yield f"{one.id} {one.said}{kinds}."
    yield from found.texts
    yield from ("", "Draft release note", *_note(found))


def _move(move: Move) -> Iterator[str]:
    yield f"From {move.before or 'no level'} to {move.after or 'no level'}: {move.kinds:,} kinds of case."
    yield from (f"  {line}" for line in move.lies)
    for number, pair in enumerate(move.examples, start=1):
        yield f"  Example {number}"
        yield from (f"    {line}" for line in story_words(Story(pair)))


def _note(found: Difference) -> Iterator[str]:
    if not found.changed and not found.actions and not found.texts:
        yield "  Nothing changes for any case."
    for move in found.moves:
        where = " ".join(move.lies) or "In many different cases."
        yield f"  Some cases that were {move.before or 'at no level'} are now {move.after or 'at no level'}. {where}"
    for one in found.actions:
        yield f"  {one.id} {one.said}."
    yield from (f"  {text}" for text in found.texts)
