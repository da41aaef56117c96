CELERY_BROKER_TRANSPORT_OPTIONS = dict(
    region="eu-west-1",
    queues_name_prefix="shop-",  # expect CEL729: queues_name_prefix="shop-"
)
CELERY_RESULT_BACKEND_TRANSPORT_OPTIONS = {"globalkeyprefix": "shop:"}  # expect CEL729: "globalkeyprefix"
