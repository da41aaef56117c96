DAILY = {"count-eggs": {"task": "nests.tasks.count_eggs", "schedule": 86400.0}}


def hourly() -> dict[str, dict[str, object]]:
    return {"weigh-eggs": {"task": "weigh", "schedule": 3600.0}}
