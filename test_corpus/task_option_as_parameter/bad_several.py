from celery import Celery

from survey.answers import store

app = Celery("survey")


@app.task(name="survey.store")
def store_answers(
    survey_id: int,
    answers: dict[str, str],
    autoretry_for=(OSError,),  # expect CEL125: autoretry_for
    *,
    retry_backoff=True,  # expect CEL125: retry_backoff
    soft_time_limit=60,  # expect CEL125: soft_time_limit
) -> None:
    store(survey_id, answers)
