"""Every task of this app is built on a class of the project, which may well read the option."""

from celery import Celery

from votes.ballots import count_district

app = Celery("votes", task_cls="votes.audit:AuditedTask")


@app.task(name="votes.count", audit_trail="full", witnesses=2)
def count(district: str) -> dict[str, int]:
    return count_district(district)
