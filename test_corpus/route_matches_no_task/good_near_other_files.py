"""Tasks of other files, of which nothing is known here, and a pattern that also takes tasks of this one."""

import re

from celery import Celery

app = Celery("cinema", broker="redis://localhost")


@app.task
def sell(seat):
    print("selling", seat)


app.conf.task_routes = {
    "cinema.tickets.tasks.print_ticket": {"queue": "tickets"},
    "cinema.films.*": {"queue": "films"},
    "good_near_other_files.s*": {"queue": "seats"},
    re.compile(r"cinema\..*"): {"queue": "rest"},
    "*": {"queue": "default"},
}
