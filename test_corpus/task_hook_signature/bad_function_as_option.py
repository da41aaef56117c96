from celery import Task, shared_task

from garden.phone import text_gardener
from garden.valves import open_valve


def report_leak(exc, task_id, args, kwargs, einfo):
    text_gardener(f"watering failed: {exc}")


class Quiet(Task):
    on_failure = report_leak  # expect CEL123: report_leak


@shared_task(on_failure=report_leak)  # expect CEL123: on_failure=report_leak
def water(bed: int) -> None:
    open_valve(bed)
