"""What is due at minute 0 is sent in one go; a minute drawn at each start may come twice a day."""

from datetime import datetime, timedelta, timezone

from celery.schedules import crontab

from proofs import lab

app = lab.memory_app()
TASKS = 6


def sent_at_three(minutes: list[int]) -> int:
    """How many of the tasks for three o'clock, with these minutes, beat finds due at 3:00."""
    now = datetime(2024, 1, 2, 3, tzinfo=timezone.utc)
    schedules = [crontab(hour=3, minute=each, nowfun=lambda: now, app=app) for each in minutes]
    return sum(schedule.is_due(now - timedelta(minutes=1)).is_due for schedule in schedules)


def is_due_again(first: int, second: int) -> bool:
    """Whether a daily task that has run at one minute is due once more at the minute that a restart draws."""
    ran = datetime(2024, 1, 2, 3, first, tzinfo=timezone.utc)
    now = datetime(2024, 1, 2, 3, second, tzinfo=timezone.utc)
    return bool(crontab(hour=3, minute=second, nowfun=lambda: now, app=app).is_due(ran).is_due)


def prove() -> None:
    lab.claim("hazard: sent at 3:00", sent_at_three([0] * TASKS), TASKS)
    lab.claim("mended: sent at 3:00", sent_at_three([10 * number for number in range(TASKS)]), 1)
    lab.claim("hazard: ran at 3:05, another minute is drawn: due again", is_due_again(5, 50), True)
    lab.claim("mended: ran at 3:05, the minute is the same: due again", is_due_again(5, 5), False)


if __name__ == "__main__":
    lab.main(prove)
