CELERY_TASK_ROUTES = {
    "films.tasks.encode": {"que": "video"},  # expect CEL735: "que"
    "films.tasks.mail": {"queue": "mail", "routing_ky": "mail.out"},  # expect CEL735: "routing_ky"
}
CELERY_TASK_ROUTES["films.tasks.index"] = {"queue_name": "search"}  # expect CEL735: "queue_name"
