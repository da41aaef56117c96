from celery import shared_task

from library.loans import loan_of, renew


@shared_task
def renew_loan(reader_id: int, book_id: int, *, weeks: int = 4) -> None:
    renew(loan_of(reader_id, book_id), weeks)


def extend(reader_id: int, book_id: int) -> None:
    renew_loan.delay(reader_id)  # expect CEL504: renew_loan.delay(reader_id)
    renew_loan.apply_async(kwargs={"book_id": book_id}, countdown=60)  # expect CEL504: renew_loan.apply_async(kwargs={"book_id": book_id}, countdown=60)
    renew_loan.apply_async()  # expect CEL504: renew_loan.apply_async()
    renew_loan.delay(book_id, weeks=2)  # expect CEL504: renew_loan.delay(book_id, weeks=2)
