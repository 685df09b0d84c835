"""The only judge: the facts of all documents, merged into what we hold of each park and project."""

from profiles.compile import compile_profiles

__all__ = ["compile_profiles"]
