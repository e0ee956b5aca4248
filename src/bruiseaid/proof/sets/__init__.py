"""Sets of assignments as decision diagrams."""
