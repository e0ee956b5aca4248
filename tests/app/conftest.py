"""A window with hands for the tests of the window."""

from tests.windows import hands as hands
from tests.windows import no_window_stays as no_window_stays
