"""The first argument is the id of a task: of another one, or of the task itself."""

from celery import shared_task

from orchestra.rehearsal import play, seats

NIGHTLY = "nightly-rehearsal"


@shared_task(bind=True)
def rehearse(self, piece: str, conductor_task: str) -> None:
    for seat in seats(piece):
        play(piece, seat)
        self.update_state(conductor_task, "PROGRESS", {"seat": seat})
        self.update_state(self.request.id, state="PROGRESS", meta={"seat": seat})
    self.update_state(conductor_task)
    self.update_state(NIGHTLY, "DONE")
    self.update_state("nightly-rehearsal", state="DONE", meta={"piece": piece})
