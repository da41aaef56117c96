from smithy.celery_app import app


def start(minutes: int) -> None:
    app.conf.task_time_limit = minutes * 60
    app.worker_main(["worker"])
