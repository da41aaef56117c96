from celery import Celery
from flask import Flask

from recipes.search import SearchIndex


def init_tasks(flask_app: Flask) -> Celery:
    celery = Celery(flask_app.import_name, broker=flask_app.config["BROKER_URL"])
    index = SearchIndex(flask_app.config["SEARCH_URL"])

    @celery.task(bind=True)
    def index_recipe(self, recipe_id: int) -> None:
        with flask_app.app_context():
            index.put(recipe_id)

    @celery.task(bind=True)
    def drop_recipe(self, recipe_id: int) -> None:
        index.remove(recipe_id)

    return celery
