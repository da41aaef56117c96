"""A crane keeps a state of its own, and the keys of what is passed on are not known."""

from celery import shared_task

from harbour.cranes import Crane


@shared_task(bind=True)
def lift(self, container: str, outcome: str, details: dict) -> None:
    crane = Crane.free()
    crane.update_state(state="FAILURE", meta={"container": container})
    self.update_state(state="FAILURE", meta=details)
    self.update_state(state=outcome, meta={"container": container})
    self.update_state(state="FAILURE", meta=dict(details, container=container))
