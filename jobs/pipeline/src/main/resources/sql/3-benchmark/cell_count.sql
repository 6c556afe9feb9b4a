-- cell_count: how many values every benchmark cell has, and how many different ones
-- grain:  one row per cell and measure
-- key:    cell_key
-- reads:  cell_value
select
    cell_key,
    cast(sum(n) as bigint) as n,
    cast(count(*) as bigint) as n_distinct
from cell_value
group by cell_key
