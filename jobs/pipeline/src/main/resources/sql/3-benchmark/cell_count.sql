-- cell_count: how many values every benchmark cell has, and whether they are enough to show
-- grain:  one row per cell and measure
-- key:    cell_key
-- reads:  cell_value, benchmark_limit
select
    cell_value.cell_key,
    cast(sum(cell_value.n) as bigint) as n,
    sum(cell_value.n) >= min(benchmark_limit.least_n) as is_shown
from cell_value
cross join benchmark_limit
group by cell_value.cell_key
