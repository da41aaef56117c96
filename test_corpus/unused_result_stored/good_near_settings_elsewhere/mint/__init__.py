"""The settings that the app loads throw all results away."""
