"""The proof makes millions of small tuples and no cycles, so nothing is gained by looking for cycles meanwhile."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest


@pytest.fixture(autouse=True, scope="module")
def no_looking_for_cycles() -> Iterator[None]:
    gc.disable()
    yield
    gc.freeze()
    gc.enable()
