from forge.anvil.cooling import cool


def test_cool() -> None:
    assert cool(3) == 3
