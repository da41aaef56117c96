"""`finally` rolls back after every item: the loop only reads."""

import logging

from celery import shared_task

from ledger.db import SessionLocal
from ledger.reports import balance_of

logger = logging.getLogger(__name__)


@shared_task
def balances(account_ids: list[int]) -> dict[int, int]:
    totals = {}
    with SessionLocal() as session:
        for account_id in account_ids:
            try:
                totals[account_id] = balance_of(session, account_id)
            except Exception:
                logger.exception("no balance of account %d", account_id)
            finally:
                session.rollback()
    return totals
