from celery import Task

from theatre.seats import assign_seat


class AssignSeats(Task):
    name = "theatre.assign_seats"
    ignore_result = True

    def report(self, done: int) -> None:
        self.update_state(task_id=self.request.id, state="PROGRESS", meta={"done": done})  # expect CEL817: self.update_state(task_id=self.request.id, state="PROGRESS", meta={"done": done})

    def run(self, guests: list[str]) -> None:
        self.update_state(state="STARTED")
        for done, guest in enumerate(guests, 1):
            assign_seat(guest)
            self.report(done)
