CELERY_BROKER_TRANSPORT_OPTIONS = dict(
    region="eu-west-1",
    queue_name_prefix="shop-",
)
CELERY_RESULT_BACKEND_TRANSPORT_OPTIONS = {"global_keyprefix": "shop:"}
