"""Each message goes to a queue of its own, or at a time of its own; and a group is built, not sent, in the loop."""

from celery import group, shared_task

from school.models import Pupil


@shared_task
def grade(pupil_id: int) -> None:
    Pupil.objects.get(pk=pupil_id).grade()


@shared_task
def grade_all(term: str) -> None:
    for pupil in Pupil.objects.filter(term=term):
        grade.apply_async(args=(pupil.id,), queue=pupil.school.queue)


@shared_task
def grade_slowly(term: str) -> None:
    for number, pupil in enumerate(Pupil.objects.filter(term=term)):
        grade.apply_async(args=(pupil.id,), countdown=number * 2)


@shared_task
def grade_together(term: str) -> None:
    group(grade.s(pupil.id) for pupil in Pupil.objects.filter(term=term)).apply_async()
