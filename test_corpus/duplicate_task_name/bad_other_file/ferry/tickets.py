from ferry.app import app
from ferry.mail import send


@app.task(name="ferry.send_voucher")
def send_ticket(passenger_id: int) -> None:  # expect CEL108: def send_ticket
    send(passenger_id, "ticket")
