"""The decorators above give back what they are given."""

import pytest
from celery import shared_task
from django.dispatch import receiver

from exports.signals import export_wanted

EXPORTERS = {}


def exporter(kind):
    def register(task):
        EXPORTERS[kind] = task
        return task

    return register


@exporter("csv")
@shared_task
def export_csv(query: str) -> None:
    print(query)


@receiver(export_wanted)
@shared_task
def export_any(**kwargs) -> None:
    print(kwargs)


@pytest.mark.slow
@shared_task
def export_all() -> None:
    print("all")
