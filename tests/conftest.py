"""For all tests: no window appears on any screen, and Qt is told so before it is loaded."""

import gc
import os
import sys
from collections.abc import Iterator

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture(autouse=True, scope="module")
def python_sweeps_again() -> Iterator[None]:
    """A window has Python sweep no more by itself, for good. The tests go on when it is gone."""
    yield
    if not gc.isenabled():
        qt = sys.modules.get("PySide6.QtCore")
        if qt is not None:  # first what Qt is still to delete: swept before, it would be deleted twice
            qt.QCoreApplication.sendPostedEvents(None, qt.QEvent.Type.DeferredDelete.value)
        gc.collect()
        gc.enable()
