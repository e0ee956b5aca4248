"""Ctrl+C, where the tests themselves may have been started so that it is ignored."""

from __future__ import annotations

import signal


def as_from_a_terminal() -> None:
    """For `preexec_fn`: lets Ctrl+C end the new process. A shell starts what runs in the background with it ignored,
    and each process hands that on to those it starts."""
    signal.signal(signal.SIGINT, signal.default_int_handler)
