from celery import shared_task
from flask import Flask, jsonify

from exports.store import write_rows

web = Flask(__name__)


@shared_task(bind=True)
def export(self, rows: int) -> dict[str, int]:
    for row in range(rows):
        write_rows(row)
        self.update_state(state="PROGRESS", meta={"current": row, "total": rows})
    return {"current": rows, "total": rows}


@web.route("/exports/<task_id>")
def export_status(task_id: str):
    task = export.AsyncResult(task_id)
    if task.state == "PENDING":
        body = {"state": task.state, "current": 0}
    elif task.state != "FAILURE":
        body = {"state": task.state, "current": task.info.get("current", 0)}  # expect CEL534: task.info.get("current", 0)
    else:
        body = {"state": task.state, "status": str(task.info)}
    return jsonify(body)
