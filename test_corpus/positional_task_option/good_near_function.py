"""The function is what a task decorator takes by place."""

from celery import Celery, shared_task

from trips.routes import plan

app = Celery("trips")


def plan_trip(start: str, end: str) -> None:
    plan(start, end)


plan_task = app.task(plan_trip, name="trips.plan")
shared_plan = shared_task(plan_trip)
named_plan = app.task(name="trips.plan_again")(plan_trip)
