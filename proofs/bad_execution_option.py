"""An option that Celery does not know is ignored; a timedelta or text where it wants seconds raises at the call."""

from datetime import timedelta
from typing import Any

from proofs import lab

app = lab.memory_app()


@app.task(bind=True)
def due(self: Any) -> bool:
    return self.request.eta is not None


@app.task(bind=True, max_retries=1)
def again(self: Any) -> bool:
    if not self.request.retries:
        raise self.retry(count_down=60, countdown=0)
    return self.request.eta is not None


def prove() -> None:
    pause = timedelta(seconds=1)
    for option in ("countdown", "expires"):
        lab.claim(f"hazard: {option}=timedelta", lab.raised_by(due.apply_async, **{option: pause}), "TypeError")
    lab.claim("hazard: countdown of text", lab.raised_by(due.apply_async, countdown="5"), "TypeError")
    lab.claim("hazard: in a signature", lab.raised_by(due.s().set(countdown=pause).delay), "TypeError")
    lab.claim("hazard: eta=timedelta", lab.raised_by(due.apply_async, eta=pause), "AttributeError")
    lab.claim("hazard: eta=60", lab.raised_by(due.apply_async, eta=60), "AttributeError")
    with lab.worker_thread(app):
        for option in ("count_down", "delay", "expire"):
            ignored = due.apply_async(**{option: 60})
            lab.claim(f"hazard: {option} is ignored: is delayed", lab.outcome(ignored), ("SUCCESS", False))
        lab.claim("hazard: by set and send_task", lab.outcome(due.s().set(count_down=60).delay()), ("SUCCESS", False))
        first = (due.si() | due.si()).apply_async(count_down=60).parent
        lab.claim("hazard: by a chain", lab.outcome(first), ("SUCCESS", False))
        lab.claim("hazard: by retry", lab.outcome(again.delay()), ("SUCCESS", False))
        mended = due.apply_async(countdown=(pause / 10).total_seconds(), expires=(60 * pause).total_seconds())
        lab.claim("mended: is delayed", lab.outcome(mended), ("SUCCESS", True))


if __name__ == "__main__":
    lab.main(prove)
