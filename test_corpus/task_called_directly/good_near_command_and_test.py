"""A command and a test run the task on purpose; a plain function of the same module is no task."""

import pytest
from celery import shared_task
from django.core.management.base import BaseCommand

from stock.store import drop, rebuild


@shared_task
def rebuild_index(name: str) -> None:
    drop_index(name)
    rebuild(name)


def drop_index(name: str) -> None:
    drop(name)


class Command(BaseCommand):
    def handle(self, *args, **options) -> None:
        rebuild_index(options["name"])


@pytest.mark.django_db
def test_rebuild(client, request) -> None:
    rebuild_index("books")
    assert client.get("/books").status_code == 200
