# settings: external-tasks = ["good_near_other_service.*", "jam.boil-*"]
"""Tasks of other services: the settings say so, or nothing here is called like that."""

from celery import Celery

from jam.jars import fill

app = Celery("good_near_other_service")


@app.task(name="jam.boil_fruit")
def boil(pot: int) -> None:
    fill(pot)


@app.task
def label(pot: int) -> None:
    fill(pot)


def august(pot: int, kind: str) -> None:
    app.send_task("jam.boil-fruit", (pot,))
    app.send_task("good_near_other_service.freeze", (pot,))
    app.send_task("billing.invoices.write", (pot,))
    app.send_task("celery.backend_cleanup")
    app.send_task(f"jam.{kind}", (pot,))
    app.send_task("good_near_other_service.label", (pot,))
    app.send_task("jam.boil_fruit", (pot,))
