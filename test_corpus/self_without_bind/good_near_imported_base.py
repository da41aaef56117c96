"""How the base class calls the function is written in another file."""

from celery import shared_task

from school.tasks.base import TenantTask
from school.timetable import build_timetable


@shared_task(base=TenantTask, name="school.plan_week")
def plan_week(self, school_id: int, week: int) -> dict[str, list[str]]:
    return build_timetable(school_id, week)
