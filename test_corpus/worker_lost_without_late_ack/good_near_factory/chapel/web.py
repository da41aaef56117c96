from flask import Flask

from chapel.extensions import celery


def create_app() -> Flask:
    app = Flask("chapel")
    celery.conf.update(app.config["CELERY"])
    return app
