from kombu import Exchange, Queue

CELERY_TASK_DEFAULT_QUEUE = "default"
CELERY_TASK_QUEUES = [  # expect CEL727: CELERY_TASK_QUEUES
    Queue("high", Exchange("high"), routing_key="high"),
    Queue(name="low", exchange=Exchange("low"), routing_key="low"),
]
CELERY_BEAT_SCHEDULE = {
    "reindex": {
        "task": "search.tasks.reindex",
        "schedule": 3600,
        "options": {"queue": "low"},
    },
    "warm-caches": {
        "task": "search.tasks.warm_caches",
        "schedule": 300,
        "options": {"expires": 200},
    },
}
