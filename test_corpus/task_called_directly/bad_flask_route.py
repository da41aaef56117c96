from celery import Celery
from flask import Flask

web = Flask(__name__)
app = Celery("exports")


@app.task
def export_orders(month: str) -> None:
    print("exporting", month)


@web.route("/exports/<month>", methods=["POST"])
def start_export(month: str) -> tuple[str, int]:
    export_orders(month)  # expect CEL506: export_orders(month)
    return "", 202
