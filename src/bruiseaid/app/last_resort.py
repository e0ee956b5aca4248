"""When the program itself goes wrong: it is said calmly, the draft is kept, nothing personal is logged."""

from __future__ import annotations

import sys
import traceback
from collections.abc import Callable
from types import TracebackType

WORDS = "Something in the program went wrong. Your answers are kept. Try again, or ring the number you have."


def install(tell: Callable[[str], None]) -> None:
    """From now on every fault that nobody caught ends in `tell` with a calm sentence."""

    def caught(kind: type[BaseException], _fault: BaseException, trace: TracebackType | None) -> None:
        print(described(kind, trace), file=sys.stderr)
        tell(WORDS)

    sys.excepthook = caught


def described(kind: type[BaseException], trace: TracebackType | None) -> str:
    """Kind and places of a fault, without its message: that may hold what somebody wrote."""
    frames = traceback.extract_tb(trace)
    places = "\n".join(f"  {frame.filename}:{frame.lineno} in {frame.name}" for frame in frames)
    return f"{kind.__name__}\n{places}"
