from celery import shared_task

from cinema.tickets import refund_ticket


@shared_task(name="cinema.tasks.refund_screening")
def refund_screening(ticket_ids: list[int]) -> int:
    """Pay back the tickets of a screening that does not take place."""
    for ticket_id in ticket_ids:
        refund_ticket(ticket_id)
    return len(ticket_ids)
