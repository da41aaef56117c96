from smithy.celery_app import app
from smithy.forge import heat


@app.task
def heat_iron(bars: int) -> None:
    heat(bars)
