from celery import Task

from claims.celery import app
from claims.insurer import InsurerDown, withdraw
from claims.mail import mail_clerk


class Withdraw(Task):
    name = "claims.withdraw"
    max_retries = 5

    def run(self, claim_id: int) -> None:
        try:
            withdraw(claim_id)
        except InsurerDown as error:
            self._mail_after_last_try(claim_id, error)
            raise self.retry(exc=error)

    def _mail_after_last_try(self, claim_id: int, error: InsurerDown) -> None:
        limit = self.max_retries
        if claim_id and limit <= self.request.retries:
            mail_clerk(claim_id, str(error))


app.register_task(Withdraw())
