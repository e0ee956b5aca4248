"""A whole number in a unit, as people write it: "10", "10 mm", "1 cm"."""

from __future__ import annotations

import re

_WRITTEN = re.compile(r"0*([0-9]{1,4})(?:\.([0-9]))?\s*([a-z]*)\.?", re.IGNORECASE)
_NAMES = {"mm": ("mm", "millimetre", "millimetres"), "weeks": ("weeks", "week")}
_TEN_TIMES = {"mm": ("cm", "centimetre", "centimetres")}


def in_unit(written: str, unit: str) -> str:
    """That number in figures and in that unit; empty where the writing may mean anything else."""
    found = _WRITTEN.fullmatch(written.strip())
    if found is None:
        return ""
    whole, tenth, named = found[1], found[2], found[3].lower()
    if tenth is None and named in ("", *_NAMES.get(unit, (unit,))):
        return whole
    if named in _TEN_TIMES.get(unit, ()):
        return str(int(whole) * 10 + int(tenth or 0))
    return ""


def with_unit(written: str, unit: str) -> str:
    """The number with its unit; what is not clearly a number stays as it was written."""
    number = in_unit(written, unit)
    return f"{number} {unit}".strip() if number else written


def wrong_with_number(unit: str) -> str:
    """What to write instead, as a sentence."""
    tens = _TEN_TIMES.get(unit)
    example = f" Write 10 for 1 {tens[0]}." if tens else ""
    return f"Write a whole number{f' of {unit}' if unit else ''} here, in figures.{example}"
