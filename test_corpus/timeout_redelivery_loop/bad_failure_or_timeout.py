# settings: target-celery = "5.6"
from celery import Celery, Task

from proteins.fold import fold

app = Celery("proteins")
app.conf.task_acks_late = True
app.conf.task_time_limit = 600


class Stubborn(Task):
    acks_on_failure_or_timeout = False  # expect CEL237: False


@app.task(base=Stubborn)
def fold_family(sequences: list[str]) -> list[str]:
    return [fold(sequence) for sequence in sequences]


@app.task(acks_on_failure_or_timeout=False, time_limit=60)  # expect CEL237: acks_on_failure_or_timeout=False
def fold_peptide(sequence: str) -> str:
    return fold(sequence)
