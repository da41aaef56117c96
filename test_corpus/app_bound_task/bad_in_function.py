from lagoon.celery import app
from lagoon.pumps import pump


def pump_of(number: int) -> object:
    @app.task(name=f"lagoon.pump_{number}")  # expect CEL137: app.task
    def pump_one(hours: int) -> None:
        pump(hours, number)

    return pump_one
