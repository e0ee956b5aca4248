"""Python's pickle, of which only the part in C is loaded where there is one.

`pickle` itself is the same once more in Python, kept in memory beside it for as long as the program runs.
"""

from __future__ import annotations

try:
    from _pickle import Unpickler, UnpicklingError, dumps, loads
except ImportError:  # another Python than CPython
    from pickle import Unpickler, UnpicklingError, dumps, loads

__all__ = ["Unpickler", "UnpicklingError", "dumps", "loads"]
