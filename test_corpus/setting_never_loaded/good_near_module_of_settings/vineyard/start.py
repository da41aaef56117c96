"""The program that starts the worker gives the app its settings."""

from vineyard import jobs_config, worker


def main() -> None:
    for name in ("task_routes", "beat_schedule"):
        setattr(worker.app.conf, name, getattr(jobs_config, name))
    worker.app.worker_main(["worker"])
