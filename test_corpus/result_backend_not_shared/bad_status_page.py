from celery import Celery
from celery.result import AsyncResult
from flask import Flask, jsonify

flask_app = Flask(__name__)
celery_app = Celery("exports", broker="amqp://localhost", backend="rpc://")  # expect CEL532: "rpc://"


@celery_app.task
def export(year: int) -> str:
    return f"/exports/{year}.csv"


@flask_app.post("/exports/<int:year>")
def start(year: int):
    return jsonify(id=export.delay(year).id)


@flask_app.get("/exports/status/<task_id>")
def status(task_id: str):
    result = AsyncResult(task_id, app=celery_app)
    return jsonify(state=result.state)
