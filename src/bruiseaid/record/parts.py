"""The parts of the record."""

from __future__ import annotations

from collections.abc import Mapping

# In the order of print; `record_part` of a question names one of them.
PARTS: Mapping[str, str] = {
    "child": "The child",
    "practitioner": "Who makes this record",
    "household": "Adults in the home",
    "siblings": "Other children",
    "presentation": "How the mark came to be seen",
    "injury": "The marks",
    "explanations": "The account",
    "child_words": "The child's words",
    "development": "How the child moves",
    "history": "Family and past",
    "community": "Concern from family or community",
    "calls": "Calls",
    "parents": "What parents were told",
    "safety": "Who is safe now",
    "decision": "What you thought yourself",
    "other": "Other answers",
}
