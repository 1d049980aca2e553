"""Tests of launchready.launch.

`builders` makes its launches; `drawing` random ones, by changes of every class: those of `ways_of_work` and
`ways_of_word`.
"""
