from celery import Celery
from flask import render_template

from shop.extensions import db
from shop.models import Item, Report

celery = Celery("shop", broker="redis://localhost/0")


@celery.task
def report() -> None:
    items = Item.query.filter_by(is_listed=True).limit(50).all()  # expect CEL317: Item.query ...
    db.session.add(Report(text=render_template("report.txt", items=items)))
    db.session.commit()
