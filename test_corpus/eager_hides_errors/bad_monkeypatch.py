import pytest

from letters.celery import app
from letters.tasks import print_letter


@pytest.fixture
def eager(monkeypatch):
    monkeypatch.setattr(app.conf, "task_always_eager", True)  # expect CEL908: "task_always_eager"


@pytest.mark.celery(task_always_eager=True)  # expect CEL908: task_always_eager
def test_print_letter(celery_app, letter):
    print_letter.delay(letter.id)
    assert letter.pages == 3


def test_print_two_letters(settings, letter):
    settings.CELERY_TASK_ALWAYS_EAGER = True  # expect CEL908: CELERY_TASK_ALWAYS_EAGER
    print_letter.delay(letter.id)
    assert letter.pages == 3
