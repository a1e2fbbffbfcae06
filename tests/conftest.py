"""What all tests share: properties are judged by what they find, not by how fast the machine is today."""

from hypothesis import settings

settings.register_profile("harvester", deadline=None)
settings.load_profile("harvester")
