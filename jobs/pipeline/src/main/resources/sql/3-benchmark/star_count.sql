-- star_count: how many dossiers of each cell hold each awarded star
-- grain:  one row per cell with enough dossiers and star (stars nobody holds are counted as 0)
-- key:    cell_key (of the measure star), star
-- reads:  cell_value, shown_cell, cell_radix, benchmark_measure, model_star_range
with

star_cell as (
    select shown_cell.cell_key, shown_cell.n as n_total
    from shown_cell
    cross join cell_radix
    inner join benchmark_measure
        on benchmark_measure.measure_kind = 'star'
        and shown_cell.cell_key % cell_radix.measure_radix - shown_cell.cell_key % cell_radix.period_radix
        = benchmark_measure.cell_part
)

select
    star_cell.cell_key,
    model_star_range.star,
    coalesce(cell_value.n, 0) as n,
    star_cell.n_total
from star_cell
cross join model_star_range
left join cell_value
    on cell_value.cell_key = star_cell.cell_key and cell_value.value_micro = model_star_range.star * 1000000
