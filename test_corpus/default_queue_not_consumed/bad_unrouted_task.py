from celery import Celery
from kombu import Queue

app = Celery("mail", broker="redis://localhost")
app.conf.task_queues = (  # expect CEL727: task_queues
    Queue("outgoing"),
    Queue("incoming"),
)
app.conf.task_routes = {"mail.send": {"queue": "outgoing"}}


@app.task(name="mail.send")
def send(letter):
    print("sending", letter)


@app.task(name="mail.archive")
def archive(letter):
    print("archiving", letter)


def handle(letter):
    send.delay(letter)
    archive.delay(letter)
