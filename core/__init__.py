"""What every stage may import: the types that flow, quantities, periods, wording, problems, URLs."""
