"""What promises say, read from their tables, and whether they hold."""
