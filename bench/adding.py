"""Pictures of adding to a finished record. Part of `bench.screenshots`."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from tests.journeys.driver import Driver

if TYPE_CHECKING:
    from bench.screenshots import Album


def adding(album: Album) -> None:
    """Something becomes known after the record was made: written, checked, sealed, and a second one begun."""
    hands = album.hands
    hands.now += timedelta(hours=4)
    hands.window.session.tick()
    hands.click("add_to_record")
    album.take("addendum")
    hands.forward()
    album.take("addendum-error")
    _write(hands)
    album.take("addendum-written")
    hands.forward()
    album.take("addendum-check")
    hands.forward()
    album.take("finished-with-addendum")
    hands.click("addendum.see:1")
    album.take("addendum-paper")
    hands.forward()
    hands.click("add_to_record")
    hands.click("addendum.why=wrong")
    album.take("addendum-second")
    hands.click("back")
    album.take("finished-addendum-begun")
    hands.click("add_to_record")
    hands.click("throw_addendum_away")
    album.take("finished-addendum-thrown")
    hands.now -= timedelta(hours=4)
    hands.window.session.tick()


def _write(hands: Driver) -> None:
    """A later fact, all made up."""
    hands.write("addendum.text", "The X-rays show no broken bone. The doctor asks for a second look in two weeks.")
    hands.write("addendum.told_by", "Dr Imaginary, children's ward, by telephone")
    hands.click("addendum.why=new")
