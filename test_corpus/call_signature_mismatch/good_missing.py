from celery import shared_task

from library.loans import loan_of, renew


@shared_task
def renew_loan(reader_id: int, book_id: int, *, weeks: int = 4) -> None:
    renew(loan_of(reader_id, book_id), weeks)


def extend(reader_id: int, book_id: int) -> None:
    renew_loan.delay(reader_id, book_id)
    renew_loan.apply_async(kwargs={"reader_id": reader_id, "book_id": book_id}, countdown=60)
    renew_loan.apply_async((reader_id, book_id))
    renew_loan.delay(reader_id, book_id, weeks=2)
