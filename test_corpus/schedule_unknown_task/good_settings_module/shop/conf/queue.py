from datetime import timedelta

broker_url = "redis://localhost"
beat_schedule = {
    "weigh": {"task": "shop.parcels.tasks.weigh", "schedule": timedelta(minutes=5)},
}
