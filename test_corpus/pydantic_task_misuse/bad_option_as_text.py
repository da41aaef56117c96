from celery import shared_task
from pydantic import BaseModel


class Alert(BaseModel):
    text: str


@shared_task(pydantic="yes")  # expect CEL533: pydantic="yes"
def raise_alert(alert: Alert) -> None:
    print(alert.text)


@shared_task(pydantic=1)  # expect CEL533: pydantic=1
def clear_alert(alert: Alert) -> Alert:
    return Alert(text="")
