"""cs-workbench: a terminal workbench that answers what a support manager must do now, and why."""

__version__ = "0.1.0"
