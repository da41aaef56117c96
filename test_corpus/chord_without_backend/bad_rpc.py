import celery

from elevator.inspection import inspect_cabin, sign

app = celery.Celery("elevator")
app.conf.update(broker_url="amqp://", result_backend="rpc://")


@app.task
def inspect(cabin: str) -> bool:
    return inspect_cabin(cabin)


@app.task
def sign_report(sound: list[bool]) -> None:
    sign(all(sound))


def inspect_all(cabins: list[str]) -> None:
    celery.chain(celery.group(inspect.s(cabin) for cabin in cabins), sign_report.s()).delay()  # expect CEL607: celery.chain(celery.group(inspect.s(cabin) for cabin in cabins), sign_report.s())
    celery.chord(map(inspect.s, cabins), sign_report.s()).delay()  # expect CEL607: celery.chord(map(inspect.s, cabins), sign_report.s())
