# settings: task-decorators = ["nightly_job"]
import sys

from billing.jobs import nightly_job


@nightly_job
def close_the_books(day):
    if day is None:
        sys.exit(1)  # expect CEL130: sys.exit(1)
    return day
