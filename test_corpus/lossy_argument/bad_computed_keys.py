from votes.store import load_ballots
from votes.tasks import publish_places


def publish(poll_id: int) -> None:
    ballots = load_ballots(poll_id)
    places = {place: ballot.name for place, ballot in enumerate(ballots, 1)}
    publish_places.delay(poll_id, places)  # expect CEL524: places
    publish_places.apply_async(kwargs={"poll_id": poll_id, "places": {int(b.place): b.name for b in ballots}})  # expect CEL524: "places": {int(b.place): b.name for b in ballots}
