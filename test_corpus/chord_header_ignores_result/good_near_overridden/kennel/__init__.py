"""The class that is loaded overrides the backend of its base."""
