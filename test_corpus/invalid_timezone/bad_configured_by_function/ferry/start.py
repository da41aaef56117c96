def configure(celery):
    celery.config_from_object("ferry.config")
