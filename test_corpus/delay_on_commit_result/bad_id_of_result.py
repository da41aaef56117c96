from celery import shared_task
from django.http import JsonResponse


@shared_task
def export(year: int) -> str:
    return f"/exports/{year}.csv"


def start(request, year):
    return JsonResponse({"id": export.delay_on_commit(year).id})  # expect CEL328: export.delay_on_commit(year).id
