from celery import Celery

app = Celery("billing")


def queue_lengths() -> dict[str, int]:
    inspector = app.control.inspect(timeout=3)
    reserved = inspector.reserved()
    scheduled = inspector.scheduled()
    if reserved is None or scheduled is None:
        raise RuntimeError("no worker replied")
    lengths = {}
    for worker in reserved:
        lengths[worker] = len(reserved[worker]) + len(scheduled[worker])
    return lengths
