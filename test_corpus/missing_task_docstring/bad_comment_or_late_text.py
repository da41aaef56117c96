from celery import Celery

from quarry.belts import Belt, stop_all

app = Celery("quarry")


# Stops every belt of the quarry.
@app.task
def stop_belts() -> None:  # expect CEL112: def stop_belts
    stop_all()


@app.task(bind=True)
def restart_belt(self, number: int) -> str:  # expect CEL112: def restart_belt
    belt = Belt(number)
    """Start the belt again, slowly."""
    return belt.start(slowly=True, asked_by=self.request.id)


@app.task
def weigh_belt(number: int) -> float:  # expect CEL112: def weigh_belt
    f"""Weigh what lies on belt {number}."""
    return Belt(number).weight


@app.task
def oil_belt(number: int) -> None:  # expect CEL112: def oil_belt
    """  """
    Belt(number).oil()
