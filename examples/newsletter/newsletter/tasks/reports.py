"""Reports, as they should be."""

from datetime import UTC, datetime, timedelta

from sqlalchemy import func, select

from newsletter.celery_app import app
from newsletter.database import Delivery, SessionLocal, Subscriber


@app.task(bind=True, autoretry_for=(ConnectionError,), retry_backoff=True, max_retries=3)
def nightly_report(self) -> dict[str, int]:
    since = datetime.now(UTC) - timedelta(days=1)
    with SessionLocal() as session:
        sent = select(Delivery.mailing, func.count()).where(Delivery.sent_at >= since).group_by(Delivery.mailing)
        return {mailing: count for mailing, count in session.execute(sent)}


@app.task
def readers_of(mailing: str) -> list[str]:
    with SessionLocal() as session:
        joined = select(Subscriber.email).join(Delivery).where(Delivery.mailing == mailing)
        return list(session.scalars(joined))
