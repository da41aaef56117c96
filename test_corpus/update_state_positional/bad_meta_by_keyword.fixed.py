from celery import Celery, current_task, states

from bakery.ovens import bake, heat

app = Celery("bakery")
KNEADING = "KNEADING"


@app.task(bind=True)
def bake_bread(self, loaves: int) -> int:
    self.update_state(
        state=KNEADING,
        meta={"loaves": loaves},
    )
    heat(degrees=250)
    current_task.update_state(state=states.STARTED, meta=dict(loaves=loaves))
    return bake(loaves)


@app.task
def cool_bread(loaves: int) -> None:
    cool_bread.update_state(state="COOLING")
