from celery import Celery
from celery.exceptions import CeleryError, Reject

from scores.table import enter, is_final

app = Celery("scores")


def _refuse_final(match_id: int) -> None:
    if is_final(match_id):
        raise Reject("final")  # expect CEL236: raise Reject("final")


@app.task(autoretry_for=(OSError, CeleryError), dont_autoretry_for=(KeyError,))
def correct_score(match_id: int, goals: int) -> None:
    _refuse_final(match_id)
    enter(match_id, goals)
