-- star_count: how many dossiers of each cell hold each awarded star
-- grain:  one row per cell with enough dossiers and star (stars nobody holds are counted as 0)
-- key:    cell_key (of the measure star), star
-- reads:  cell_value, cell_radix, benchmark_measure, benchmark_limit, model_star_range
with

star_value as (
    select cell_value.cell_key, cell_value.value_micro, cell_value.n
    from cell_value
    cross join cell_radix
    inner join benchmark_measure
        on benchmark_measure.measure_kind = 'star'
        and cell_value.cell_key % cell_radix.measure_radix - cell_value.cell_key % cell_radix.period_radix
        = benchmark_measure.cell_part
),

cell as (
    select star_value.cell_key, cast(sum(star_value.n) as bigint) as n_total
    from star_value
    cross join benchmark_limit
    group by star_value.cell_key
    having sum(star_value.n) >= min(benchmark_limit.least_n)
)

select
    cell.cell_key,
    model_star_range.star,
    coalesce(star_value.n, 0) as n,
    cell.n_total
from cell
cross join model_star_range
left join star_value
    on star_value.cell_key = cell.cell_key and star_value.value_micro = model_star_range.star * 1000000
