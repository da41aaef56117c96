"""Without `exc`, or with one that is None, MaxRetriesExceededError is what comes in the end."""

from celery import shared_task
from celery.exceptions import MaxRetriesExceededError

from rooms.locks import DoorStuck, alarm, lock_door


@shared_task(bind=True, max_retries=3)
def lock_room(self, room: str) -> None:
    try:
        lock_door(room)
    except DoorStuck:
        try:
            self.retry()
        except self.MaxRetriesExceededError:
            alarm(room)


@shared_task(bind=True, max_retries=3)
def lock_all_rooms(self, rooms: list[str]) -> None:
    try:
        for room in rooms:
            lock_door(room)
    except DoorStuck as stuck:
        try:
            if stuck.is_new:
                raise self.retry(exc=stuck, countdown=5)
            raise self.retry(exc=None, countdown=60)
        except MaxRetriesExceededError:
            alarm("all")
