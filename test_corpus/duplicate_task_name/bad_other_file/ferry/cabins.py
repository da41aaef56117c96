from ferry.mail import send

from .app import app


@app.task(name="ferry.send_voucher", ignore_result=True)
def send_cabin_card(passenger_id: int) -> None:  # expect CEL108: def send_cabin_card
    send(passenger_id, "cabin card")
