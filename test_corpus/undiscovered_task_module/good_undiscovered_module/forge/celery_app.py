from celery import Celery

celery_app = Celery("forge")
celery_app.config_from_object("forge.celeryconfig")
celery_app.autodiscover_tasks(["forge.anvil", "forge.bellows"])
