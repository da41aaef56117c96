from celery import Celery
from celery.schedules import crontab

app = Celery("bank", broker="redis://localhost")


@app.task(name="bank.accrue_interest")
def accrue_interest():
    print("accruing")


@app.task
def print_statements():
    print("printing")


def archive():
    print("archiving")


app.conf.beat_schedule = {
    "interest": {
        "task": "bank.accrue_interest",
        "schedule": crontab(minute=0, hour=0),
    },
    "statements": {
        "task": "bad_name_of_its_own.print_statements",
        "schedule": crontab(minute=0, hour=6),
    },
    "archive": {
        "task": "bad_name_of_its_own.archive",
        "schedule": crontab(minute=0, hour=7),
    },
    "audit": {
        "task": "bad_name_of_its_own.bad_name_of_its_own.check_balances",
        "schedule": crontab(minute=0, hour=8),
    },
}
