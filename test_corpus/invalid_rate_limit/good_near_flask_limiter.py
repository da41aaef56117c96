"""Limits of web requests, in the grammar of flask-limiter."""

from celery import shared_task
from flask import Flask
from flask_limiter import Limiter
from flask_limiter.util import get_remote_address

app = Flask("guestbook")
limiter = Limiter(get_remote_address, app=app, default_limits=["200 per day", "50/hour"])


@shared_task(rate_limit="30/m")
def thank(name: str) -> None:
    print(f"thanks, {name}")


@app.post("/entries/<name>")
@limiter.limit("5/day")
def sign(name: str) -> str:
    thank.delay(name)
    return "signed"
