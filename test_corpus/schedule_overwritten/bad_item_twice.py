CELERYBEAT_SCHEDULE = {}

CELERYBEAT_SCHEDULE["rebuild-index"] = {
    "task": "search.tasks.rebuild_index",
    "schedule": 3600,
    "args": ("articles",),
}
CELERYBEAT_SCHEDULE["rebuild-index"] = {  # expect CEL705: "rebuild-index"
    "task": "search.tasks.rebuild_index",
    "schedule": 3600,
    "args": ("comments",),
}
