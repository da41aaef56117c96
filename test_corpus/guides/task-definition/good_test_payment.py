"""Tests of tasks: applied in place, with foreign services replaced, and with settings that raise errors."""

from unittest.mock import patch

import pytest

from office.tasks.payment import collect_payment


def test_a_payment():
    with patch("office.tasks.payment.charge") as charge:
        charge.return_value = "R-1"
        result = collect_payment.apply(args=[7]).get()
    assert result == {"invoice": 7, "receipt": "R-1"}
    charge.assert_called_once_with(7)


@pytest.fixture
def celery_config():
    return {"task_always_eager": True, "task_eager_propagates": True}
