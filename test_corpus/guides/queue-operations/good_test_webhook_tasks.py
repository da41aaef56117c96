"""A test with a worker, one of the sender, and one of the function."""

from unittest.mock import patch

from helpdesk.tasks.webhook_tasks import process_webhook
from helpdesk.web import receive


def test_by_a_worker(celery_app, celery_worker, event):
    result = process_webhook.delay(event)
    assert result.get(timeout=10)["status"] == "success"


@patch("helpdesk.tasks.webhook_tasks.process_webhook.delay")
def test_it_is_sent(delay, event):
    receive(event)
    delay.assert_called_once_with(event)


def test_in_place(event):
    assert process_webhook.apply(args=[event]).get()["status"] == "success"
