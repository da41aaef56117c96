from .cake.icing import ice


def sell(cakes: int) -> None:
    ice.delay(cakes)
