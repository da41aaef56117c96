"""Hooks are methods that may be given as options, and `bind` is an option although it is a method too."""

from celery import shared_task

from alerts.pager import page, ring


def page_someone(self, exc, task_id, args, kwargs, einfo):
    page(f"{self.name}: {exc}")


def short_name(self, args, kwargs, options):
    return self.name.rpartition(".")[2]


@shared_task(bind=True, on_failure=page_someone, shadow_name=short_name)
def ring_bell(self, times: int) -> None:
    ring(times, request=self.request.id)
