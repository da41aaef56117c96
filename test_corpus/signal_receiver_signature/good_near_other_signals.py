"""Signals of other libraries, and `connect` of a database, take what they like."""

import sqlite3

from blinker import signal
from celery import shared_task
from django.db.models.signals import post_save

from museum.models import Exhibit

exhibit_moved = signal("exhibit-moved")


@shared_task
def count_exhibits() -> int:
    with sqlite3.connect("exhibits.db") as connection:
        return connection.execute("select count(*) from exhibits").fetchone()[0]


@exhibit_moved.connect
def note_move(exhibit):
    count_exhibits.delay()


def note_save(sender, instance, **_):
    count_exhibits.delay()


post_save.connect(note_save, sender=Exhibit)
