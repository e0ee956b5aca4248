"""What holds for every case: the space of cases, the checks over it, differences between two protocols, mutants.

Pure: no files, no clock, no random numbers. Findings are replayed by the running engine.
"""
