//! Words in a cell: numbers, measures, times, verbs. Reads one cell's text at a time and knows nothing of plans.
