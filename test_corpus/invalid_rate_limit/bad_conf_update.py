from crawler.celery import celery_app

celery_app.conf.update(
    task_serializer="json",
    worker_prefetch_multiplier=1,
    task_annotations={"*": {"rate_limit": "1000/hour"}},  # expect CEL707: "1000/hour"
    task_default_rate_limit="50/M",  # expect CEL707: "50/M"
)
