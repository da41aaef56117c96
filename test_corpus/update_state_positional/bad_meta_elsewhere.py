from celery import Task, states

from census.forms import count_forms


class Count(Task):
    name = "census.count"

    def report(self, meta: dict) -> None:
        self.update_state("PROGRESS", meta)  # expect CEL818: "PROGRESS"

    def run(self, town: str) -> int:
        total = 0
        for street, people in count_forms(town):
            total += people
            self.report({"street": street, "people": total})
        self.update_state(states.SUCCESS, total)  # expect CEL818: states.SUCCESS
        return total


class ProgressTask(Task):
    def step(self, number: int) -> None:
        self.update_state("STEP", dict(number=number))  # expect CEL818: "STEP"
