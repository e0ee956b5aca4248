"""Two cases compared, or one case under two protocols."""
