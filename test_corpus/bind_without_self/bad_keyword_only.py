from celery import Celery

from surveys.mail import send_invitations

app = Celery("surveys")


@app.task(bind=True, name="surveys.invite")
def invite(*, survey_id: int, reminder: bool = False) -> None:  # expect CEL103: def invite
    send_invitations(survey_id, reminder=reminder)
