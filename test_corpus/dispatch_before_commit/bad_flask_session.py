from celery import shared_task
from flask import Blueprint, jsonify

from app import db
from app.models import Report

reports = Blueprint("reports", __name__)


@shared_task
def build_report(report_id: int) -> None:
    report = db.session.get(Report, report_id)
    report.build()
    db.session.commit()


@reports.post("/reports")
def create():
    report = Report(name="new")
    try:
        db.session.add(report)
        db.session.flush()
        build_report.delay(report.id)  # expect CEL325: build_report.delay(report.id)
        db.session.commit()
    except ValueError:
        db.session.rollback()
        return jsonify(error="bad name"), 400
    return jsonify(id=report.id)
