"""The worker's own lines tell which task was received, and how it ended, and nothing of what it was about."""

from celery import VERSION

from proofs import lab

app = lab.memory_app()
logger = app.log.get_default_logger("proof.loans")


@app.task
def remind_silently(reader: str) -> None:
    if reader == "nobody":
        raise LookupError
    len(reader)


@app.task
def remind(reader: str) -> None:
    logger.warning("reminding %s", reader)
    remind_silently.run(reader)


def prove() -> None:
    with lab.worker_thread(app):
        lab.outcome(remind_silently.delay("Ada"))
        lab.outcome(remind_silently.delay("nobody"))
        texts = ["remind_silently", "received", "succeeded"]
        if VERSION >= (5, 3):  # older ones cannot write a traceback on Python 3.11
            texts.append("Traceback")
        lab.wait_until(lambda: all(map(lab.is_logged, texts)))  # the last line is written after the result is stored
        lab.claim("the worker logs", [text for text in texts if lab.is_logged(text)], texts)
        lab.claim("hazard: it logs who was reminded", lab.is_logged("Ada"), False)
        lab.outcome(remind.delay("Ada"))
        lab.claim("mended: it is logged who was reminded", lab.is_logged("reminding Ada"), True)


if __name__ == "__main__":
    lab.main(prove)
