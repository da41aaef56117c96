from celery import Celery

from games.lobby import close_lobby, open_lobby

app = Celery("games")


@app.task(delay=10)  # expect CEL131: delay=10
def open_later(lobby: str) -> None:
    open_lobby(lobby)


@app.task(
    name="games.close",
    signature="close",  # expect CEL131: signature="close"
    chunks={"size": 10},  # expect CEL131: chunks={"size": 10}
)
def close_later(lobby: str) -> None:
    close_lobby(lobby)
