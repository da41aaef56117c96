from celery import Celery, chain, chord, group

from orchard.trees import pick, press, store

app = Celery("orchard")


@app.task
def pick_tree(tree: int) -> int:
    return pick(tree)


@app.task
def press_juice(apples: list[int], litres: int) -> int:
    return press(apples, litres)


@app.task(bind=True)
def store_juice(self, cellar: str) -> None:
    store(cellar)


def autumn(trees: list[int]) -> None:
    picked = group(pick_tree.s(tree) for tree in trees)
    (picked | press_juice.s()).delay()  # expect CEL606: press_juice.s()
    chain(picked, press_juice.s(100, 5), store_juice.si("north")).delay()  # expect CEL606: press_juice.s(100, 5)
    chord(picked, body=press_juice.s(apples=[], litres=3)).delay()  # expect CEL606: press_juice.s(apples=[], litres=3)
    chord(header=picked, body=chain(store_juice.s("south"), store_juice.si("west"))).delay()  # expect CEL606: store_juice.s("south")
    chord(picked, group(press_juice.s(3), press_juice.s(), pick_tree.si(1))).delay()  # expect CEL606: press_juice.s()
