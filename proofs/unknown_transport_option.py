"""A transport says nothing of an option that it does not know, and keeps its default."""

from typing import Any

from celery import Celery

from proofs import lab


def polling_interval(**options: Any) -> float:
    """The seconds that the transport waits before it looks again."""
    app = Celery("proof", broker="memory://", set_as_current=False)
    app.conf.broker_transport_options = options
    return float(app.connection_for_read().transport.polling_interval)


def prove() -> None:
    default = polling_interval()
    lab.claim("hazard: `polling_intervall`", polling_interval(polling_intervall=7), default)
    lab.claim("mended: `polling_interval`", polling_interval(polling_interval=7), 7.0)


if __name__ == "__main__":
    lab.main(prove)
