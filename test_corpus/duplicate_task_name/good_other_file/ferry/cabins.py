from ferry.mail import send

from .app import app


@app.task(name="ferry.send_cabin_card", ignore_result=True)
def send_cabin_card(passenger_id: int) -> None:
    send(passenger_id, "cabin card")
