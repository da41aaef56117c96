from celery import shared_task

from prizes.draw import draw_winner


class NoEntries(Exception):
    pass


@shared_task(bind=True, default_retry_delay=3600)
def draw(self, month: str) -> str:
    winner = draw_winner(month)
    if winner is None:
        raise self.retry(exc=NoEntries)  # expect CEL234: exc=NoEntries
    if winner == "pending":
        raise self.retry(exc="the draw is still running")  # expect CEL234: exc="the draw is still running"
    if winner.startswith("?"):
        raise self.retry(exc=f"cannot read {winner}")  # expect CEL234: exc=f"cannot read {winner}"
    if not winner:
        raise self.retry(exc=ValueError)  # expect CEL234: exc=ValueError
    return winner
