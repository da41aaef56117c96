from celery import shared_task

from cinema.tickets import refund_ticket


@shared_task(name="cinema.tasks.refund_screening")
def refund_screening(ticket_ids: list[int]) -> int:  # expect CEL112: def refund_screening
    for ticket_id in ticket_ids:
        refund_ticket(ticket_id)
    return len(ticket_ids)
