"""The readiness deck: five slides for the meeting that decides."""
