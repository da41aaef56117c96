# settings: target-celery = "5.4"
from typing import Optional

from celery import Celery
from pydantic import BaseModel

app = Celery("weather")


class Place(BaseModel):
    latitude: float
    longitude: float


@app.task(bind=True)
def forecast(self, place: Optional[Place] = None) -> float:  # expect CEL533: place: Optional[Place]
    return place.latitude if place else 0.0
