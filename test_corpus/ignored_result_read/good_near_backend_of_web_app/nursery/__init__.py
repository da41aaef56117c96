"""The app of the tasks takes its settings from the web app, where another file makes that."""
