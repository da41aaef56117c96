"""A command that a person starts prints to that person."""

from celery import shared_task

from harbour.ships import all_ships, dock


@shared_task
def dock_ship(ship_id):
    dock(ship_id)


def main():
    for ship in all_ships():
        print("docking", ship)
        dock_ship.delay(ship)


if __name__ == "__main__":
    main()
