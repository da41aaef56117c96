from celery import shared_task
from celery.utils import uuid
from django.http import JsonResponse


@shared_task
def export(year: int) -> str:
    return f"/exports/{year}.csv"


def start(request, year):
    task_id = uuid()
    export.apply_async_on_commit(args=(year,), task_id=task_id)
    return JsonResponse({"id": task_id})
