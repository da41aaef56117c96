def unload(ship_id: int) -> None:
    """Unload a ship."""
