from time import sleep

from celery import Celery

from clouds.api import restart_server, server_log

app = Celery("clouds")
SETTLE_SECONDS = 2 * 60


def _settle() -> None:
    sleep(SETTLE_SECONDS)  # expect CEL514: sleep(SETTLE_SECONDS)


@app.task
def restart(server: str) -> str:
    restart_server(server)
    _settle()
    return server_log(server)
