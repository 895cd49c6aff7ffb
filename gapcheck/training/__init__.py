"""Fits the models that ship with gapcheck, from data in this repository: `python -m gapcheck.training
samples/corpus`.
"""
