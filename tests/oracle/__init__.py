"""A second, independent statement of the rules, and the cases to hold it against."""

from .cases import one_worsening, partial, random_case, worsenings
from .statement import Outcome, outcome

__all__ = ["Outcome", "one_worsening", "outcome", "partial", "random_case", "worsenings"]
