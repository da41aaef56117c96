from celery import Celery

app = Celery("library")


class Loan:
    reminders = 3

    @classmethod
    @app.task(ignore_result=True)
    def remind(cls, loan_id: int) -> None:  # expect CEL109: def remind
        for _ in range(cls.reminders):
            print(loan_id)
