"""Fixing: edits applied to a fixed point, and the proof of what they kept. It knows no settings."""

from dlqa_lint.fixer.passes import CheckResult, FixResult
from dlqa_lint.fixer.refusal_report import Refusal
from dlqa_lint.fixer.salvage import fix_provable

__all__ = ("CheckResult", "FixResult", "Refusal", "fix_provable")
