"""`bruiseaid keys`: this machine's public key, the keys it knows, and an organisation's word for it.

Exit status: 0 done, 2 it could not be done.
"""

from __future__ import annotations

import json
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path

from bruiseaid.cli.streams import could_not
from bruiseaid.cli.writing import as_bytes, write_whole
from bruiseaid.record.seal import NOBODY, Voucher, fingerprint
from bruiseaid.store.folders import data_folder
from bruiseaid.store.keys import keep_voucher, machine_key
from bruiseaid.store.known import NO_KEY, CannotKeep, is_key, know, others_keys, withdraw

DONE, REFUSED = 0, 2
_LONGEST = 4096  # bytes of a file with a key or a voucher


def add_to(parser: ArgumentParser) -> None:
    """Declares the commands; without one the keys are listed."""
    ways = parser.add_subparsers(dest="what", metavar="COMMAND")
    ways.add_parser("list", help="this machine's public key and those it knows (also when left out)")
    trust = ways.add_parser("trust", help="from now on say a name for what a key sealed")
    trust.add_argument("name", help="such as a trust or a colleague's computer")
    trust.add_argument("key", help="64 digits, or a file that holds them")
    revoke = ways.add_parser("revoke", help="take a known key back: it was lost, or its owner left")
    revoke.add_argument("name")
    revoke.add_argument("--on", metavar="DAY", help="like 2026-11-23; today if left out")
    vouch = ways.add_parser("vouch", help="for an organisation: sign a machine's public key with this one")
    vouch.add_argument("key", help="the machine's key: 64 digits, or a file that holds them")
    vouch.add_argument("--out", required=True, metavar="FILE", help="where the voucher goes, for `keys accept` there")
    accept = ways.add_parser("accept", help="keep an organisation's word for this machine's key")
    accept.add_argument("voucher", metavar="FILE")


def run(options: Namespace, clock: Callable[[], datetime]) -> int:
    """Runs the command and returns its exit status."""
    folder = data_folder()
    try:
        said = "\n".join(_done(options, folder, clock().date()))
    except OSError as error:
        return _refuse(could_not(error))
    except ValueError as error:
        return _refuse(str(error))
    print(said)
    return DONE


def _done(options: Namespace, folder: Path, today: date) -> Iterator[str]:
    match options.what:
        case "trust":
            key = _key(options.key)
            know(folder, options.name, key)
            yield f"Known as {options.name}: {fingerprint(key)}. Compare these digits with the owner, by telephone."
        case "revoke":
            known = withdraw(folder, options.name, _day(options.on, today))
            yield f"The key of {known.name} ({fingerprint(known.key)}) is withdrawn from {known.withdrawn} on."
        case "vouch":
            voucher = machine_key(folder).vouch_for(_key(options.key))
            write_whole(options.out, as_bytes(json.dumps(_as_data(voucher), indent=1) + "\n"))
            yield f"The voucher is in {options.out}. It is not secret. On that machine: bruiseaid keys accept FILE"
        case "accept":
            keep_voucher(folder, _voucher(Path(options.voucher)))
            yield "Kept. From now on every seal of this machine says who vouches for it."
        case _:
            yield from _listed(folder)


def _listed(folder: Path) -> Iterator[str]:
    own = machine_key(folder)
    yield from ("This machine seals with the key", f"  {own.key}", f"  In short: {fingerprint(own.key)}")
    if own.voucher.organisation != NOBODY:
        names = {known.key: known.name for known in others_keys(folder)}
        name = names.get(own.voucher.organisation, "a key not known here")
        yield f"  Vouched for by {name} ({fingerprint(own.voucher.organisation)})"
    others = others_keys(folder)
    yield from ("", "Keys known here" if others else "No other key is known here.")
    for known in others:
        taken_back = f", withdrawn on {known.withdrawn}" if known.withdrawn else ""
        yield f"  {known.name}: {fingerprint(known.key)}{taken_back}"


def _key(given: str) -> str:
    """The digits, or those in a file of that name; spaces between them do not matter."""
    path = Path(given)
    is_file = len(given) < 256 and path.is_file()
    text = _beginning(path) if is_file else given
    digits = "".join(text.split()).lower()
    if not is_key(digits):
        raise CannotKeep(NO_KEY)
    return digits


def _beginning(path: Path) -> str:
    """So much of a file as a key or a voucher can be."""
    with path.open("rb") as stream:
        return stream.read(_LONGEST).decode("utf-8", errors="replace")


def _day(given: str | None, today: date) -> date:
    if given is None:
        return today
    try:
        return date.fromisoformat(given)
    except ValueError:
        raise ValueError("--on is a day like 2026-11-23.") from None


def _as_data(voucher: Voucher) -> dict[str, str]:
    return {"organisation": voucher.organisation, "signature": voucher.signature}


def _voucher(path: Path) -> Voucher:
    try:
        data = json.loads(_beginning(path))
        return Voucher(str(data["organisation"]), str(data["signature"]))
    except (ValueError, KeyError, TypeError):
        raise ValueError(f"{path} holds no voucher.") from None


def _refuse(message: str) -> int:
    print(message, file=sys.stderr)
    return REFUSED
