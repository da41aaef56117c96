from celery import shared_task

from reports.storage import read_page


@shared_task(bind=True, ignore_result=True)
def build_page(self, number, size=100):
    rows = read_page(offset=(number - 1) * size, limit=size)
    rows.render()


@shared_task(bind=True, ignore_result=True)
def build_sections(self, sections):
    read_page(offset=0, limit=sections["limit"])
