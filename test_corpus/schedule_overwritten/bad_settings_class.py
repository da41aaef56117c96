class CelerySettings:
    broker_url = "redis://localhost"
    beat_schedule = {
        "expire-sessions": {"task": "shop.tasks.expire_sessions", "schedule": 600},
    }
    task_acks_late = True
    beat_schedule = {  # expect CEL705: beat_schedule
        "expire-carts": {"task": "shop.tasks.expire_carts", "schedule": 900},
    }
