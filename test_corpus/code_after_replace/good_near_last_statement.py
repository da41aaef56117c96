"""Nothing comes after these but a bare way out, or what runs when the task is not replaced."""

from celery import shared_task

from cave.expeditions import climb, descend


@shared_task
def climb_out(party: str) -> None:
    climb(party)


@shared_task(bind=True)
def explore(self, party: str, depth: int) -> int:
    if depth > 1000:
        self.replace(climb_out.si(party))
    metres = descend(party, depth)
    for _ in range(metres):
        if metres > depth:
            self.replace(climb_out.si(party))
            return None
        if metres < 0:
            self.replace(climb_out.si(party))
            raise AssertionError("never reached")
    if metres == 0:
        raise self.replace(climb_out.si(party))
    return self.replace(climb_out.si(party))
