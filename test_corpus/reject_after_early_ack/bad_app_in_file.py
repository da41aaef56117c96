from celery import Celery
from celery.exceptions import Reject

from imports.parser import BrokenFile, parse

app = Celery("imports", broker="amqp://localhost")


@app.task(name="imports.read")
def read_file(path: str) -> int:
    try:
        return parse(path)
    except BrokenFile as error:
        raise Reject(error, requeue=False) from error  # expect CEL219: raise Reject(error, requeue=False) from error
