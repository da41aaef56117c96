from ferry.app import app
from ferry.mail import send


@app.task(name="ferry.send_ticket")
def send_ticket(passenger_id: int) -> None:
    send(passenger_id, "ticket")
