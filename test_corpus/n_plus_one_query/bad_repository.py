from celery import shared_task

from parcels.db import session_maker
from parcels.repositories import ParcelRepository, RouteRepository
from parcels.runner import run_async


@shared_task(bind=True, max_retries=2)
def plan_routes(self, depot_id: int) -> None:
    run_async(_plan_routes(depot_id))


async def _plan_routes(depot_id: int) -> None:
    async with session_maker() as session:
        parcels = ParcelRepository(session)
        routes = RouteRepository(session)
        for parcel in await parcels.find_by_depot(depot_id):
            route = await routes.find_by_id(parcel.route_id)  # expect CEL302: routes.find_by_id(parcel.route_id)
            parcel.loading_dock = route.loading_dock
        await session.commit()
