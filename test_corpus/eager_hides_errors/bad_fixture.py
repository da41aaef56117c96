import pytest


@pytest.fixture(scope="session")
def celery_config():
    return {"broker_url": "memory://", "task_always_eager": True}  # expect CEL908: "task_always_eager"
