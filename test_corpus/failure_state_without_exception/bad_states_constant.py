from celery import Celery, current_task, states
from celery.exceptions import Ignore

from lottery.draws import draw

app = Celery("lottery")
LOST = states.REVOKED


@app.task(bind=True, name="lottery.draw")
def draw_numbers(self, week: int) -> list[int]:
    numbers = draw(week)
    if not numbers:
        self.update_state(state=states.FAILURE, meta=dict(week=week, message="no machine"))  # expect CEL814: self.update_state(state=states.FAILURE, meta=dict(week=week, message="no machine"))
        raise Ignore()
    if len(numbers) < 6:
        self.update_state(None, states.RETRY, f"only {len(numbers)}")  # expect CEL814: self.update_state(None, states.RETRY, f"only {len(numbers)}")
        raise self.retry(countdown=60)
    if 0 in numbers:
        draw_numbers.update_state(state=LOST, meta="a zero was drawn")  # expect CEL814: draw_numbers.update_state(state=LOST, meta="a zero was drawn")
    return numbers


@app.task(bind=True)
def check_ticket(self, ticket: str) -> str:
    outcome = {"ticket": ticket, "status": "void"}
    self.update_state(state="FAILURE", meta=outcome)  # expect CEL814: self.update_state(state="FAILURE", meta=outcome)
    raise Ignore()


def refuse(error: Exception) -> None:
    current_task.update_state(state="FAILURE", meta=str(error))  # expect CEL814: current_task.update_state(state="FAILURE", meta=str(error))
