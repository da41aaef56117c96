from celery import shared_task

from school.models import Pupil


@shared_task
def grade(pupil_ids: list[int]) -> None:
    for pupil in Pupil.objects.filter(pk__in=pupil_ids):
        pupil.grade()


@shared_task
def grade_all(term: str) -> None:
    ids = list(Pupil.objects.filter(term=term).values_list("id", flat=True))
    for start in range(0, len(ids), 100):
        grade.delay(ids[start : start + 100])
