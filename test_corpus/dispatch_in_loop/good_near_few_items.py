"""A few items that are known, a limited page of them, and the first that fits."""

from celery import shared_task

from school.models import Pupil

REPORTS = ("marks", "absences")


@shared_task
def make_report(kind: str, pupil_id: int) -> None:
    Pupil.objects.get(pk=pupil_id).report(kind)


@shared_task
def make_reports(pupil_id: int) -> None:
    for kind in REPORTS:
        make_report.delay(kind, pupil_id)


@shared_task
def make_next_reports() -> None:
    for pupil in Pupil.objects.filter(reported=False)[:10]:
        make_report.delay("marks", pupil.pk)
    for pupil in Pupil.objects.filter(reported=False).order_by("name"):
        if pupil.is_waiting():
            make_report.delay("absences", pupil.pk)
            break
