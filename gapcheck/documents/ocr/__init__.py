"""Scanned pages → words, by an OCR engine that works offline."""
