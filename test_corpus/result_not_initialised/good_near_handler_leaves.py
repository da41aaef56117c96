"""Every handler leaves, or calls what may do so."""

import sys

from celery import shared_task

from rates.bank import BankClosed, fetch_rates
from rates.errors import abort_import, handle_error, on_bad_currency
from rates.store import save_rates


@shared_task(bind=True)
def update_or_exit(self, currency: str) -> None:
    try:
        rates = fetch_rates(currency)
    except BankClosed as error:
        raise self.retry(exc=error)
    except LookupError:
        return
    except ValueError as error:
        abort_import(currency, error)
    except TypeError as error:
        handle_error(error)
    except AttributeError as error:
        on_bad_currency(error)
    except OSError:
        sys.exit(1)
    save_rates(currency, rates)


@shared_task
def update_some(currencies: list[str]) -> None:
    for currency in currencies:
        try:
            rates = fetch_rates(currency)
        except BankClosed:
            continue
        save_rates(currency, rates)
