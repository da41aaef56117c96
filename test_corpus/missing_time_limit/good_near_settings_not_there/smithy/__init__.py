"""The app near the shared task is configured from a module that is made when it is deployed."""
