from datetime import timedelta
from enum import Enum

from celery import Task


class Verdict(Enum):
    CLEAN = "clean"
    INFECTED = "infected"


class Scan(Task):
    name = "scanner.scan"

    def run(self, path: str, seconds: int) -> dict:
        if seconds > 60:
            return {"path": path, "took": timedelta(seconds=seconds)}  # expect CEL526: timedelta(seconds=seconds)
        return {"path": path, "verdict": Verdict.CLEAN}  # expect CEL526: Verdict.CLEAN
