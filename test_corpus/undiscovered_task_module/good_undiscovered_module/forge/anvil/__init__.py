from forge.anvil import cooling, tasks

__all__ = ["cooling", "tasks"]
