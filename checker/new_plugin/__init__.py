"""A plugin package to begin with: the names it goes by, and its files, written whole or not at all."""

from checker.new_plugin.names import PluginNames, names_of
from checker.new_plugin.write import write_plugin

__all__ = ["PluginNames", "names_of", "write_plugin"]
