from celery import Celery

from tides.model import simulate_hour

app = Celery("tides")


@app.task(bind=True, name="tides.simulate", time_limit=3600)
def simulate(self, harbour: str, hours: int) -> float:
    self.update_state(state="STARTED")
    level = 0.0
    for hour in range(hours):
        level = simulate_hour(harbour, hour, level)
        self.update_state(state="PROGRESS", meta={"hour": hour, "of": hours})
    return level
