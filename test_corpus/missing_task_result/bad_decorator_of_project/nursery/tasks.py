from nursery import making
from nursery.plants import plants, repot


@making.task(max_retries=2)
def repot_plants(house: str) -> None:  # expect CEL111: def repot_plants
    for plant in plants(house):
        repot(plant)
