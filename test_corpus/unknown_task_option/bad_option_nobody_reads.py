from celery import Celery

from choir.rehearsals import invite_singers

app = Celery("choir")


@app.task(
    name="choir.invite",
    description="Ask the singers who will come",  # expect CEL105: description="Ask the singers who will come"
    owner="concerts",  # expect CEL105: owner="concerts"
    rate_limit="30/m",
)
def invite(rehearsal_id: int) -> int:
    return invite_singers(rehearsal_id)
