from celery import shared_task

from school.models import Pupil


@shared_task
def grade(pupil_id: int) -> None:
    Pupil.objects.get(pk=pupil_id).grade()


@shared_task
def grade_all(term: str) -> None:
    for pupil in Pupil.objects.filter(term=term):
        grade.delay(pupil.id)  # expect CEL510: grade.delay(pupil.id)
