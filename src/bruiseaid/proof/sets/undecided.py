"""What is raised where a question of the proof takes too much."""

from __future__ import annotations


class Undecided(Exception):
    """It was neither shown nor refuted within the tries, or the memory, allowed."""
