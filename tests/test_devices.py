"""A device in a line shows a deployed model only where the line speaks of a model that runs there."""

from __future__ import annotations

import pytest
from skill_resumes import Read, found, job

TRAINED = "Trained a random forest in scikit-learn on bird calls"


@pytest.mark.parametrize(
    ("line", "deployed"),
    [
        ("Collected eleven weeks of arrivals with a Python script on a Raspberry Pi", False),
        ("The logger runs on a Raspberry Pi in the shed and writes to SQLite", False),
        ("Read the sensors of an edge device every minute", False),
        ("Streamed frames of a Jetson to a disk", False),
        ("Detector of call onsets runs on a Raspberry Pi beside the feeder", True),
        ("The quantised model answers on a Jetson at 14 fps", True),
        ("Ran the classifier on-device, without a network", True),
        ("The network runs in the browser", True),
    ],
)
def test_device_shows_deployment_only_where_a_model_runs_there(read: Read, line: str, deployed: bool) -> None:
    assert ("model-deployment" in found(read(job(TRAINED, line)))) is deployed
