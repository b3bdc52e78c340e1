"""Every error the checker raises on purpose; the message is one sentence and says what to do.

CheckerError                      exit code 2 unless a class says otherwise
+-- UsageError                    a path, option or value that cannot be used
|   +-- ReadError                 a document that cannot be read (missing, binary, too large, ...)
|   +-- ConfigError               unknown key, wrong type, unreadable configuration
|   +-- UnknownRuleError          a code that no loaded rule has
|   +-- OutputError               a report that cannot be written
+-- NothingToCompareError         fewer than two accounts of any story (exit code 5)
+-- ModelError                    weights missing, altered, or of an unknown kind
+-- PluginError                   a plugin or rule that cannot be loaded (exit code 3)
|   +-- RuleDefinitionError       a rule that is written wrongly
"""


class CheckerError(Exception):
    """The root of the tree; ``exit_code`` is what the command line returns for it."""

    exit_code = 2


class UsageError(CheckerError):
    """Something the user passed cannot be used."""


class ReadError(UsageError):
    """A document cannot be read."""


class ConfigError(UsageError):
    """The configuration is not valid."""


class UnknownRuleError(UsageError):
    """No loaded rule has the code."""


class OutputError(UsageError):
    """The report cannot be written where it was asked for."""


class NothingToCompareError(CheckerError):
    """There are not two accounts of one story, so nothing was checked."""

    exit_code = 5


class ModelError(CheckerError):
    """A model's weights are missing, altered or of a kind that cannot be used."""


class PluginError(CheckerError):
    """A plugin, or a part of one, cannot be used; ``plugin`` is its name where it is known."""

    exit_code = 3

    def __init__(self, message: str, plugin: str = "") -> None:
        super().__init__(message)
        self.plugin = plugin


class RuleDefinitionError(PluginError):
    """A rule is written wrongly: its name, code, arguments or messages."""
