"""The handler ends the task: no later item meets the broken session."""

import logging

from celery import shared_task

from voting.db import SessionLocal
from voting.service import count_ballot

logger = logging.getLogger(__name__)


@shared_task
def count_ballots(ballot_ids: list[int]) -> str:
    with SessionLocal() as session:
        for ballot_id in ballot_ids:
            try:
                count_ballot(session, ballot_id)
            except Exception:
                logger.exception("ballot %d spoils the count", ballot_id)
                return "spoilt"
        session.commit()
    return "counted"
