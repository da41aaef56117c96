from datetime import timedelta

from celery import Celery

from maps.tiles import render_tiles

app = Celery("maps", broker="amqp://localhost")


@app.task(name="maps.render", timeout=900, retries=2)  # expect CEL105: timeout=900 # expect CEL105: retries=2
def render(region: str) -> None:
    render_tiles(region)


@app.task(
    name="maps.refresh",
    soft_timeout=timedelta(minutes=5).total_seconds(),  # expect CEL105: soft_timeout=timedelta(minutes=5) ...
    hard_time_limit=600,  # expect CEL105: hard_time_limit=600
    run_every=timedelta(hours=1),  # expect CEL105: run_every=timedelta(hours=1)
)
def refresh() -> None:
    render_tiles("all")
