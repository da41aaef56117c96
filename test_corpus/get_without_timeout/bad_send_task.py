from celery import Celery, chain, signature

app = Celery("client", broker="amqp://localhost", backend="redis://localhost")


def remote_sum(left: int, right: int) -> int:
    result = app.send_task("math.add", args=(left, right))
    return result.get()  # expect CEL503: result.get()


def remote_square(number: int) -> list[int]:
    steps = chain(signature("math.double", args=(number,)), signature("math.square"))
    sent = [steps.clone().apply_async(), app.send_task("math.half", (number,))]
    return [each.get() for each in sent]  # expect CEL503: each.get()
