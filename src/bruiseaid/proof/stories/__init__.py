"""A finding and the case that shows it, as it can be opened; what examples show."""
