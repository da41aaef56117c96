from flask import Flask

from nursery.extensions import celery


def create_app() -> Flask:
    app = Flask("nursery")
    app.config.from_prefixed_env()
    celery.config_from_object(app.config["CELERY"])
    return app
