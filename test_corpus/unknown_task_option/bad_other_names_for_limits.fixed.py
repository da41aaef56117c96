from datetime import timedelta

from celery import Celery

from maps.tiles import render_tiles

app = Celery("maps", broker="amqp://localhost")


@app.task(name="maps.render", time_limit=900, max_retries=2)
def render(region: str) -> None:
    render_tiles(region)


@app.task(
    name="maps.refresh",
    soft_time_limit=timedelta(minutes=5).total_seconds(),
    time_limit=600,
    run_every=timedelta(hours=1),
)
def refresh() -> None:
    render_tiles("all")
