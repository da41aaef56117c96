CELERY_TASK_ROUTES = {
    "films.tasks.encode": {"queue": "video"},
    "films.tasks.mail": {"queue": "mail", "routing_key": "mail.out"},
}
CELERY_TASK_ROUTES["films.tasks.index"] = {"queue": "search"}
