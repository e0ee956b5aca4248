"""`bruiseaid protocol diff`: which kinds of case two folders treat differently, and a draft release note."""

from __future__ import annotations

import json
import sys
from argparse import Namespace
from collections.abc import Iterator, Mapping, Sequence
from textwrap import wrap
from typing import Any

from bruiseaid.cli.numbers_changed import numbers_changed
from bruiseaid.cli.proof_words import WIDTH, Screen, aloud, story_words, told_data
from bruiseaid.cli.reading import read_all
from bruiseaid.proof.diff import ActionChange, Difference, Move, diff
from bruiseaid.proof.stories.finding import Story
from bruiseaid.protocol.model import Protocol


def run_diff(options: Namespace) -> int:
    """Prints what changes; 0 whether or not anything does, 2 where a folder could not be read."""
    read = read_all([options.old, options.new], as_json=options.json)
    if read is None:
        return 2
    found = diff(read[0], read[1])
    numbers = tuple(numbers_changed(read[0], read[1]))
    if options.json:
        print(json.dumps(_data(found, numbers), ensure_ascii=False, indent=1))
    else:
        print("\n".join(_words(read[0], read[1], found, numbers, Screen(sys.stdout))))
    return 0


def _data(found: Difference, numbers: Sequence[str]) -> dict[str, Any]:
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
        "numbers": list(numbers),
    }  # fmt: skip


def _words(old: Protocol, new: Protocol, found: Difference, numbers: Sequence[str], screen: Screen) -> Iterator[str]:
    texts = {action.id: action.text for action in (*old.actions, *new.actions)}
    yield screen.box(f"{old.title} {old.version} and {new.version}")
    higher, lower = aloud(found.higher), aloud(found.lower)
    changed = f"{aloud(found.changed)} kinds of case change: {higher} go higher and {lower} go lower."
    yield from _wrapped(changed[:1].upper() + changed[1:])
    for move in found.moves:
        yield ""
        yield from _move(move)
    for one in found.actions:
        kinds = f", in {aloud(one.kinds)} kinds of case" if one.kinds else ""
        yield from _wrapped(f"{_action(one, texts)} {one.said}{kinds}.")
    for text in (*numbers, *found.texts):
        yield from _wrapped(text)
    yield from ("", "Draft release note")
    for text in _note(found, numbers, texts):
        yield from _wrapped(text, "  ")


def _wrapped(text: str, indent: str = "") -> list[str]:
    return wrap(text, WIDTH, initial_indent=indent, subsequent_indent=indent + "  ", break_on_hyphens=False)


def _action(one: ActionChange, texts: Mapping[str, str]) -> str:
    """The action in its words, with the id by which the keeper of the files finds it."""
    return f'"{texts[one.id]}" ({one.id})' if one.id in texts else one.id


def _move(move: Move) -> Iterator[str]:
    from_to = f"From {move.before or 'no level'} to {move.after or 'no level'}"
    yield from _wrapped(f"{from_to}: {aloud(move.kinds)} kinds of case.")
    for line in move.lies:
        yield from _wrapped(line, "  ")
    for number, pair in enumerate(move.examples, start=1):
        yield f"  Example {number}"
        yield from (f"    {line}" for line in story_words(Story(pair)))


def _note(found: Difference, numbers: Sequence[str], texts: Mapping[str, str]) -> Iterator[str]:
    if not (found.changed or found.actions or found.texts or numbers):
        yield "Nothing changes for any case."
    for move in found.moves:
        where = " ".join(move.lies) or "In many different cases."
        yield f"Some cases that were {move.before or 'at no level'} are now {move.after or 'at no level'}. {where}"
    yield from (f"{_action(one, texts)} {one.said}." for one in found.actions)
    yield from (*numbers, *found.texts)
