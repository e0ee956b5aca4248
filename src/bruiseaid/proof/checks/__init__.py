"""The seven checks. Each takes a `Prover` and yields findings; without findings what it checks holds for every case."""
