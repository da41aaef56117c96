from celery import Celery

from games.scores import recount

app = Celery("games")


def recount_scores(season: int) -> None:
    recount(season)


@app.task(True)  # expect CEL126: True
def recount_all(season: int) -> None:
    recount(season)


recount_task = app.task(recount_scores, "games.recount_scores")  # expect CEL126: "games.recount_scores"
