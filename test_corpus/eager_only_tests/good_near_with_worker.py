"""Some tests run at once, and one sends the task to a worker."""

import pytest

from letters.tasks import print_letter


@pytest.fixture
def eager(celery_app):
    celery_app.conf.task_always_eager = True
    celery_app.conf.task_eager_propagates = True


def test_print_letter(eager, letter):
    print_letter.delay(letter.id)
    assert letter.printed


def test_print_letter_in_worker(celery_session_worker, letter):
    assert print_letter.delay(letter.id).get(timeout=10) == "printed"
