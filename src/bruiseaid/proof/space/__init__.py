"""The space of all cases, derived from what conditions look at, and what conditions mean in it."""
