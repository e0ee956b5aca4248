"""Every single edit of the rules, and whether scenarios or the proof notice it."""
