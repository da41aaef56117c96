"""What Celery and the clock on the pier are told."""


def for_celery() -> dict[str, object]:
    return {
        "broker_url": "redis://localhost",
        "timezone": "Europe/Athens",
    }


def for_clock() -> dict[str, object]:
    return {
        "broker_url": "mqtt://pier",
        "timezone": "Pier/Clock",
    }
