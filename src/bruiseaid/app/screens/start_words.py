"""The words of the start page that need no rules: they stand there at the first paint."""

TITLE = "You have seen a mark on a child"
WORDS = (
    "Start a record. The first question is whether the child needs an ambulance. "
    "For a baby with a bruise, it usually takes under two minutes to reach the number to ring."
)
START = "Start a record"
EMERGENCY = "Emergency: 999"
