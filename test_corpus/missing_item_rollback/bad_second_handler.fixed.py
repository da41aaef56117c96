import logging

from celery import shared_task

from invoices.db import SessionLocal
from invoices.parser import parse_line
from invoices.service import book_line

logger = logging.getLogger(__name__)


@shared_task(bind=True)
def book_lines(self, lines: list[str]) -> None:
    with SessionLocal() as session:
        for number, line in enumerate(lines, start=1):
            try:
                with session.begin_nested():
                    book_line(session, parse_line(line))
            except ValueError:
                logger.info("line %d is no booking", number)
            except Exception as error:
                logger.exception("line %d not booked: %s", number, error)
        session.commit()
