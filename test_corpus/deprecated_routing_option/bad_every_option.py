from celery import Celery, Task

from radio.masts import send

app = Celery("radio")
URGENT = "urgent"


@app.task(
    bind=True,
    exchange="radio",  # expect CEL127: exchange="radio"
    exchange_type="topic",  # expect CEL127: exchange_type="topic"
    routing_key="radio.news",  # expect CEL127: routing_key="radio.news"
    delivery_mode=1,  # expect CEL127: delivery_mode=1
    priority=9,  # expect CEL127: priority=9
    max_retries=1,
)
def broadcast(self, text: str) -> None:
    send(text)


def repeat(text: str) -> None:
    send(text, times=2)


repeat_news = app.task(queue=URGENT)(repeat)  # expect CEL127: queue=URGENT


class SignOff(Task):
    name = "radio.sign_off"
    queue = URGENT  # expect CEL127: URGENT

    def run(self) -> None:
        send("good night")


app.register_task(SignOff())
