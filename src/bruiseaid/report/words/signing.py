"""Tables to be filled in by hand: who signs, and to whom the paper goes."""

from __future__ import annotations

from collections.abc import Iterator

from bruiseaid.report.words.content import TO_FILL_IN, Part, Prose, Table, Words

_SIGNERS = ("Practitioner", "Safeguarding lead", "Received by")
RECIPIENTS = 4


def signing_parts(recipients: int = RECIPIENTS) -> Iterator[Part]:
    """Sign-off and distribution, with lines to write on: so many for recipients."""
    head = ("Who", "Name and role", "Signature", "Date and time")
    rows = tuple(((Words(who),), TO_FILL_IN, TO_FILL_IN, TO_FILL_IN) for who in _SIGNERS)
    note = Prose("Later facts are added as addenda. Nothing above is written over.", faint=True)
    yield Part("Sign-off", (Table(head, rows, (22, 32, 28, 18)), note))
    to = ("Recipient", "Organisation", "Secure route", "Date and time")
    yield Part("Distribution", (Table(to, ((TO_FILL_IN,) * 4,) * recipients, (28, 28, 26, 18)),))
