from celery import Celery

from films.sound import mix, normalise

app = Celery("films")
HOUR = 60 * 60

app.conf.update(
    task_soft_time_limit=HOUR,  # expect CEL242: HOUR
    task_time_limit=3600,
)


@app.task(time_limit=HOUR)  # expect CEL242: time_limit=HOUR
def mix_film(film_id: int) -> None:
    mix(film_id)


@app.task(time_limit=2 * HOUR)
def normalise_film(film_id: int) -> None:
    normalise(film_id)
