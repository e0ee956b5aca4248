"""Which level every case has, and which actions stand; a protocol laid out in its space."""
