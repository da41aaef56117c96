from datetime import timedelta

broker_url = "redis://localhost"
beat_schedule = {
    "weigh": {"task": "shop.parcels.tasks.wiegh", "schedule": timedelta(minutes=5)},  # expect CEL703: "shop.parcels.tasks.wiegh"
    "stamp": {"task": "shop.parcels.tasks.stamp", "schedule": timedelta(hours=1)},
}
beat_schedule["label"] = {"task": "shop.parcels.tasks.lable", "schedule": 60.0}  # expect CEL703: "shop.parcels.tasks.lable"
