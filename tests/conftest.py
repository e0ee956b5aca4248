"""For all tests: no window appears on any screen, and Qt is told so before it is loaded."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
