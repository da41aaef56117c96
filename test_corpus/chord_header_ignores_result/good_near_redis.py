"""Redis counts the tasks of the header and needs no results of theirs."""

from celery import Celery, chord

from tapestry.looms import tie, weave

app = Celery("tapestry", broker="redis://broker/0", backend="redis://broker/1")
app.conf.task_ignore_result = True


@app.task(ignore_result=True)
def weave_row(row: int) -> None:
    weave(row)


@app.task
def tie_off(rows: list) -> None:
    tie(rows)


def weave_all(rows: int) -> None:
    chord([weave_row.s(row) for row in range(rows)])(tie_off.s())
