from functools import partial

from celery import signals
from celery.utils.dispatch import Signal

from glacier.metrics import count

ice_melted = Signal(name="ice_melted")


def note(kind, sender=None, **kwargs):
    count(kind, sender)


signals.task_failure.connect(lambda sender, **kwargs: count("failure", sender.name), weak=False)
signals.task_retry.connect(partial(note, "retry"), weak=False, sender=None)
ice_melted.connect(partial(note, "melted"), weak=False)
signals.task_success.connect(weak=True)(lambda **kwargs: count("success"))
