from functools import partial

from celery import signals
from celery.utils.dispatch import Signal

from glacier.metrics import count

ice_melted = Signal(name="ice_melted")


def note(kind, sender=None, **kwargs):
    count(kind, sender)


signals.task_failure.connect(lambda sender, **kwargs: count("failure", sender.name))  # expect CEL812: lambda sender, **kwargs: count("failure", sender.name)
signals.task_retry.connect(partial(note, "retry"), sender=None)  # expect CEL812: partial(note, "retry")
ice_melted.connect(partial(note, "melted"))  # expect CEL812: partial(note, "melted")
signals.task_success.connect(weak=True)(lambda **kwargs: count("success"))  # expect CEL812: lambda **kwargs: count("success")
