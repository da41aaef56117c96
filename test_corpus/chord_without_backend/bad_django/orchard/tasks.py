from celery import chord, shared_task

from orchard.trees import press, shake


@shared_task
def shake_tree(tree_id: int) -> int:
    return shake(tree_id)


@shared_task
def press_apples(baskets: list[int]) -> None:
    press(sum(baskets))


def harvest(trees: list[int]) -> None:
    chord(shake_tree.s(tree) for tree in trees)(press_apples.s())  # expect CEL607: chord(shake_tree.s(tree) for tree in trees)
