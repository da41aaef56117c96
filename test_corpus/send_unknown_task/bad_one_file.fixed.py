from celery import Celery

from soup.pots import stir

app = Celery("soup", broker="amqp://localhost")


@app.task(name="soup.stir")
def stir_soup(pot: int) -> None:
    stir(pot)


def noon(pot: int) -> None:
    app.send_task("soup.stir", (pot,))
    app.send_task(name="soup.stir", kwargs={"pot": pot})
