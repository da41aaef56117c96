"""The app is made bare, and a factory of another file gives it the settings of the web app."""
