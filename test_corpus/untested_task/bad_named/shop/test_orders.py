def test_nothing_of_tasks() -> None:
    assert 1 + 1 == 2
