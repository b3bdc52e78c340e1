"""The base of every noun: frozen, strict about unknown fields."""

from pydantic import BaseModel, ConfigDict


class Frozen(BaseModel):
    """An immutable value that refuses unknown fields, so that a typing error in a field name is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid")
