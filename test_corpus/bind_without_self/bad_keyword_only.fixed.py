from celery import Celery

from surveys.mail import send_invitations

app = Celery("surveys")


@app.task(bind=True, name="surveys.invite")
def invite(self, *, survey_id: int, reminder: bool = False) -> None:
    send_invitations(survey_id, reminder=reminder)
