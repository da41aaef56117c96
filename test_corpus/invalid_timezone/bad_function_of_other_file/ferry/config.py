"""What Celery is told."""


def settings() -> dict[str, object]:
    return {
        "broker_url": "redis://localhost",
        "timezone": "Europe/Atlantis",  # expect CEL731: "Europe/Atlantis"
    }
