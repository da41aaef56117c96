"""Which of the two tasks the name means is decided at run time; a task of another file has parameters of its own."""

import sys

from celery import shared_task

from museum.tasks import light_room
from museum.rooms import Room, lock

if sys.platform == "linux":

    @shared_task
    def lock_room(room: int, door: int) -> None:
        lock(Room(room), door)

else:

    @shared_task
    def lock_room(room: int) -> None:
        lock(Room(room))


def close(room: int) -> None:
    lock_room.delay(room)
    light_room.delay(room, 0, "slowly")
