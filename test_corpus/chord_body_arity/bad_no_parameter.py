from celery import chord, shared_task

from hospital.wards import clean, report_clean


@shared_task
def clean_ward(ward: str) -> str:
    return clean(ward)


@shared_task
def report_done() -> None:
    report_clean()


def clean_hospital(wards: list[str]) -> None:
    chord([clean_ward.s(ward) for ward in wards])(report_done.s())  # expect CEL606: report_done.s()
