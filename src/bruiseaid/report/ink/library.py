"""ReportLab, brought in so that nothing outside this program has a say in what a page looks like.

On import ReportLab runs the user's own `~/.reportlab_settings` and heeds RL_ variables of the environment.
Neither may change a record, so both are kept away. Everything in `report/` takes ReportLab from here.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType

_SETTINGS_MODULES = ("reportlab_settings", "reportlab.local_rl_settings", "local_reportlab_settings")


def _shut_out_settings_files() -> None:
    for name in _SETTINGS_MODULES:
        sys.modules.setdefault(name, ModuleType(name))


@contextmanager
def _without_outside_variables() -> Iterator[None]:
    names = [name for name in os.environ if name.startswith("RL_")]
    kept = {name: os.environ.pop(name) for name in names}
    try:
        yield
    finally:
        os.environ.update(kept)


_shut_out_settings_files()
with _without_outside_variables():
    from reportlab import rl_config
    from reportlab.pdfbase import pdfdoc
    from reportlab.pdfbase.pdfmetrics import getRegisteredFontNames, registerFont
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.pdfgen.canvas import Canvas

# Said here, not left to a default that may move: plain binary streams, no comments, no time of the clock.
rl_config.useA85 = 0
rl_config.pdfComments = 0
rl_config.invariant = 1
rl_config.pdfMultiLine = 0
rl_config.ttfAsciiReadable = 1

__all__ = ["Canvas", "TTFont", "getRegisteredFontNames", "pdfdoc", "registerFont"]
