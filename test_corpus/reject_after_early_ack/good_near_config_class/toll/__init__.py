"""The base class of the settings, in a third file, has every task acknowledge late."""
