from celery import shared_task

from reports.storage import read_page


@shared_task(bind=True, ignore_result=True)
def build_page(number, size=100):  # expect CEL103: number
    rows = read_page(offset=(number - 1) * size, limit=size)
    rows.render()


@shared_task(bind=True, ignore_result=True)
def build_sections(sections):  # expect CEL103: sections
    read_page(offset=0, limit=sections["limit"])
