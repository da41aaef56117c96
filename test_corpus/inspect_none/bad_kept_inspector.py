from celery import Celery

app = Celery("billing")


def queue_lengths() -> dict[str, int]:
    inspector = app.control.inspect(timeout=3)
    reserved = inspector.reserved()  # expect CEL535: inspector.reserved()
    scheduled = inspector.scheduled()  # expect CEL535: inspector.scheduled()
    lengths = {}
    for worker in reserved:
        lengths[worker] = len(reserved[worker]) + len(scheduled[worker])
    return lengths
