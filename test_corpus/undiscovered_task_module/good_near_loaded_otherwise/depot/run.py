import subprocess


def run() -> None:
    subprocess.run(["celery", "-A", "depot.celery_app", "worker", "--include", "depot.told"], check=True)
