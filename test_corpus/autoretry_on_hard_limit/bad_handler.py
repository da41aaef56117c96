import billiard.exceptions
from celery import Celery, exceptions

from wheels.build import build, clean_up, note_loss

app = Celery("wheels")


@app.task(bind=True, time_limit=900)
def build_sdist(self, package: str) -> str:
    try:
        return build(package, wheel=False)
    except exceptions.TimeLimitExceeded as error:  # expect CEL232: except exceptions.TimeLimitExceeded as error
        clean_up(package)
        raise self.retry(exc=error)
    except billiard.exceptions.WorkerLostError:  # expect CEL232: except billiard.exceptions.WorkerLostError
        note_loss(package)
        raise
