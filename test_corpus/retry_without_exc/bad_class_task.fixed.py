from celery import Task

from invoices.celery import app
from invoices.ledger import LedgerLocked, book


class BookInvoice(Task):
    name = "invoices.book"
    max_retries = 10

    def run(self, invoice_id: int, amount: int) -> None:
        try:
            book(invoice_id, amount)
        except LedgerLocked as locked:
            if locked.by_month_end:
                raise
            raise self.retry(
                exc=locked,
                countdown=locked.seconds,
            )


book_invoice = app.register_task(BookInvoice())
