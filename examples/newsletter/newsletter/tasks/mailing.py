"""Sending."""

import asyncio
import logging

from sqlalchemy import select

from newsletter.celery_app import app
from newsletter.database import Delivery, SessionLocal, Subscriber
from newsletter.post import ServerBusy, post, run_coroutine

logger = logging.getLogger(__name__)


@app.task(max_retries=5)
def send_message(email: str, text: str) -> None:
    try:
        run_coroutine(post(email, text))
    except ServerBusy as error:
        raise self.retry(exc=error, countdown=60)  # hazard: not bound, so NameError hides the real error


@app.task(bind=True, max_retry=3, retry_backoff=True)  # hazard: `max_retry` is no option
def send_welcome(self, email: str) -> None:
    try:
        asyncio.run(post(email, "Welcome!"))  # hazard, by convention: the project has its own runner
    except ServerBusy as error:
        self.retry(exc=error)  # hazard: looks as if the task went on


@app.task
async def send_test_message(email: str) -> None:  # hazard: nobody awaits it
    await post(email, "This is a test.")


@app.task
def send_digest(self, email: str) -> None:  # hazard: not bound, so `email` lands in `self`
    run_coroutine(post(email, "The week in short."))


@app.task(soft_time_limit=600, time_limit=660)
def send_mailing(mailing: str, text: str) -> int:
    sent = 0
    with SessionLocal() as session:
        deliveries = session.scalars(select(Delivery).where(Delivery.mailing == mailing)).all()
        for delivery in deliveries:
            subscriber = session.get(Subscriber, delivery.subscriber_id)  # hazard: a query for each delivery
            try:
                run_coroutine(post(subscriber.email, text))
                sent += 1
            except Exception:  # hazard: takes the soft time limit for this message's failure
                logger.exception("delivery %s failed", delivery.id)
    return sent


def start_mailing(mailing: str, text: str) -> None:
    send_mailing.delay(mailing, text, countdown=300)  # hazard: `delay` takes no execution options
