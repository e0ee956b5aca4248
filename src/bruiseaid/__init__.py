"""Bruiseaid: from a mark seen on a child to what to do now, and a record of it."""

__version__ = "0.1.0"
