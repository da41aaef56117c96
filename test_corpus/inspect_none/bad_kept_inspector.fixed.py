from celery import Celery

app = Celery("billing")


def queue_lengths() -> dict[str, int]:
    inspector = app.control.inspect(timeout=3)
    reserved = inspector.reserved() or {}
    scheduled = inspector.scheduled() or {}
    lengths = {}
    for worker in reserved:
        lengths[worker] = len(reserved[worker]) + len(scheduled[worker])
    return lengths
