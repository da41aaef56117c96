from celery import Celery

curtain = Celery("puppets")


@curtain.task
def raise_curtain() -> str:
    return "up"
