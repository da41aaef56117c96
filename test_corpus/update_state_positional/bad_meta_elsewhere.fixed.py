from celery import Task, states

from census.forms import count_forms


class Count(Task):
    name = "census.count"

    def report(self, meta: dict) -> None:
        self.update_state(state="PROGRESS", meta=meta)

    def run(self, town: str) -> int:
        total = 0
        for street, people in count_forms(town):
            total += people
            self.report({"street": street, "people": total})
        self.update_state(state=states.SUCCESS, meta=total)
        return total


class ProgressTask(Task):
    def step(self, number: int) -> None:
        self.update_state(state="STEP", meta=dict(number=number))
