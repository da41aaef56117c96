from league.tasks import update_rankings


def test_rankings() -> None:
    update_rankings()
