"""Keeps dates and times whole where a line is broken: "23-Nov-" at its end is no date any more.

Only what is painted is changed: the words of a label, what a screen reader says and what is copied stay plain.
"""

from __future__ import annotations

import re

_MONTH = (
    "(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sep(?:tember)?|Oct(?:ober)?"
    "|Nov(?:ember)?|Dec(?:ember)?)"
)
_DATE = rf"[0-9]{{1,2}}[- ]{_MONTH}(?:[- ][0-9]{{4}})?"
_TIME = r"(?:at|today|Mon|Tue|Wed|Thu|Fri|Sat|Sun) [0-9]{1,2}:[0-9]{2}"
_WHOLE = re.compile(rf"\b(?:{_DATE}|{_TIME})\b")
_KEPT = str.maketrans({" ": "\u00a0", "-": "\u2011"})


def unbroken(text: str) -> str:
    """The text with blanks and hyphens in its dates and times at which no line is broken. It keeps its length."""
    return _WHOLE.sub(lambda found: found[0].translate(_KEPT), text)
