"""What can be seen of lists together, and a case found in a set of cases."""
