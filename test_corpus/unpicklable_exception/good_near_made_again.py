"""Each of these can be made from its `args`, or says itself how."""

from celery import shared_task

from cinema.errors import ProjectError
from cinema.projectors import Projector


class LampBroken(Exception):
    def __init__(self, projector: str, hours: int = 0) -> None:
        super().__init__(f"lamp of {projector} after {hours} hours")


class LensDirty(Exception):
    def __init__(self, projector: str, grade: int) -> None:
        super().__init__(f"{projector}: {grade}")
        self.projector, self.grade = projector, grade

    def __reduce__(self):
        return type(self), (self.projector, self.grade)


class FilmTorn(Exception):
    def __init__(self, film: str, minute: int) -> None:
        self.film = film
        self.minute = minute


class Blackout(Exception):
    def __init__(self, *halls: str, since: int = 0) -> None:
        super().__init__(", ".join(halls))


class SoundLost(ProjectError):
    def __init__(self, channel: str, minute: int) -> None:
        super().__init__(f"{channel} at {minute}")


class FileLost(OSError):
    def __init__(self, path: str, minute: int) -> None:
        super().__init__(f"{path} at {minute}")


@shared_task
def show(hall: str, film: str) -> None:
    projector = Projector(hall)
    if projector.is_dark:
        raise LampBroken(hall, projector.hours)
    if projector.is_dirty:
        raise LensDirty(hall, 3)
    if projector.stopped_at:
        raise FilmTorn(film, projector.stopped_at)
    if projector.has_no_power:
        raise Blackout(hall, since=3)
    if projector.is_silent:
        raise SoundLost("left", 5)
    raise FileLost(film, 7)
