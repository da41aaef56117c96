from datetime import timedelta

from celery import Celery

from clocks.bells import BellTooWarm, ring

app = Celery("clocks")


@app.task(bind=True)
def ring_bell(task, bell: str) -> None:
    try:
        ring(bell)
    except BellTooWarm:
        task.retry(eta=300)  # expect CEL234: eta=300
    except PermissionError:
        task.retry(eta=timedelta(hours=8))  # expect CEL234: eta=timedelta(hours=8)
    except OSError:
        task.retry(countdown="60", max_retries="5")  # expect CEL234: countdown="60"  # expect CEL234: max_retries="5"
    except ValueError:
        task.retry(60)  # expect CEL234: 60
