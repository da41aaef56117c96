from celery import Celery

from ferry.tickets import print_ticket

app = Celery("ferry", broker="amqp://")


@app.task(bind=True, max_retries=2)
def print_boarding_pass(self, ticket_id: int, copies: int = 1) -> None:
    print_ticket(ticket_id, copies, attempt=self.request.retries)
    if copies > 1:
        self.delay(self, ticket_id, copies - 1)  # expect CEL504: copies - 1


def check_in(ticket_id: int, deck: str) -> None:
    print_boarding_pass.delay(ticket_id, 2, deck)  # expect CEL504: deck
    print_boarding_pass.apply_async(args=[ticket_id, 1, deck])  # expect CEL504: deck
