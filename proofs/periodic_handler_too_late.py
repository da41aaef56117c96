"""`on_after_configure` is sent when the configuration is first read, once: a handler connected later never runs."""

from collections.abc import Callable
from typing import Any

from celery import Celery

from proofs import lab


def runs(before: Callable[[Any], object], signal: str = "on_after_configure") -> int:
    """How often a handler runs that is connected after something was done to the app."""
    app = Celery("post", broker="memory://", set_as_current=False)
    before(app)
    calls = []

    def handler(sender: Any, **_: object) -> None:
        calls.append(sender)

    getattr(app, signal).connect(handler)
    app.conf.timezone  # noqa: B018
    app.finalize()
    return len(calls)


def prove() -> None:
    lab.claim("hazard: a setting is read", runs(lambda app: app.conf.broker_url), 0)
    lab.claim("hazard: by its key", runs(lambda app: app.conf["broker_url"]), 0)
    lab.claim("hazard: with get", runs(lambda app: app.conf.get("broker_url")), 0)
    lab.claim("hazard: beat_schedule is added to", runs(lambda app: app.conf.beat_schedule.update(a={})), 0)
    lab.claim("mended: a setting is set", runs(lambda app: app.conf.update(timezone="UTC")), 1)
    lab.claim("mended: nothing is read", runs(lambda app: app.conf), 1)
    read = runs(lambda app: app.conf.broker_url, "on_after_finalize")
    lab.claim("mended: on_after_finalize, a setting is read", read, 1)


if __name__ == "__main__":
    lab.main(prove)
