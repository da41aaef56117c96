"""A test runs a task in its own process."""

from unittest.mock import patch

from celery import shared_task

from billing.store import charge, load_invoice


@shared_task
def charge_invoice(invoice_id: int) -> None:
    charge(load_invoice(invoice_id))


@patch("billing.store.charge")
def test_charge(mocked) -> None:
    charge_invoice.apply(args=(17,))
    assert mocked.called
