"""Write the JSON Schema of the report beside this file: ``python -m checker.render.schema``."""

from pathlib import Path

from checker.render.json_ import SCHEMA_FILE, write_schema

if __name__ == "__main__":
    Path(__file__).with_name(SCHEMA_FILE).write_text(write_schema(), encoding="utf-8")
