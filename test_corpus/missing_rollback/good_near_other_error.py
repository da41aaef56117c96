"""What is caught is no error of the database."""

from celery import shared_task

from library.db import SessionLocal
from library.mail import send
from library.models import Loan


@shared_task
def lend(book_id: int, address: str) -> None:
    with SessionLocal() as session:
        loan = Loan(book_id=book_id, address=address)
        session.add(loan)
        try:
            session.flush()
            send(address, loan.id)
        except ConnectionError:
            loan.mailed = False
        session.commit()
