-- withheld_cell: the cells that have dossiers, but too few to show
-- grain:  one row per cell, or per cell and measure where only that measure has too few values
-- key:    cell_key (without a measure where the whole cell is withheld)
-- reads:  cell_value, cell_dossier, cell_radix, benchmark_limit
with

measured as (
    select cell_value.cell_key
    from cell_value
    cross join benchmark_limit
    group by cell_value.cell_key
    having sum(cell_value.n) < min(benchmark_limit.least_n)
),

whole as (
    select cell_dossier.cell_key
    from cell_dossier
    cross join benchmark_limit
    where cell_dossier.n_dossiers > 0 and cell_dossier.n_dossiers < benchmark_limit.least_n
),

final as (
    select cell_key from whole
    union all
    select measured.cell_key
    from measured
    cross join cell_radix
    inner join cell_dossier
        on cell_dossier.cell_key = measured.cell_key - measured.cell_key % cell_radix.measure_radix
        + measured.cell_key % cell_radix.period_radix
    cross join benchmark_limit
    where cell_dossier.n_dossiers >= benchmark_limit.least_n
)

select cell_key from final
