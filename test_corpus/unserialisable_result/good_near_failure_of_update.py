"""The exception of a failure may stand in the meta: it is stored as a description. Its text may be returned."""

from celery import shared_task, states

from shop.gateway import GatewayError, charge


@shared_task(bind=True)
def pay(self, order_id: int) -> dict:
    try:
        return {"order": order_id, "receipt": str(charge(order_id))}
    except GatewayError as error:
        self.update_state(state=states.FAILURE, meta=error)
        return {"order": order_id, "error": str(error)}
