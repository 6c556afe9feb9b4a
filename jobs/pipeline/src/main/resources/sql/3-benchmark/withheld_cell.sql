-- withheld_cell: the cells that have dossiers, but too few to show
-- grain:  one row per cell, or per cell and measure where only that measure has too few values
-- key:    cell_key (without a measure where the whole cell is withheld)
-- reads:  cell_count, cell_dossier, cell_radix, benchmark_limit
with

whole as (
    select cell_dossier.cell_key
    from cell_dossier
    cross join benchmark_limit
    where cell_dossier.n_dossiers > 0 and cell_dossier.n_dossiers < benchmark_limit.least_n
),

final as (
    select cell_key from whole
    union all
    select cell_count.cell_key
    from cell_count
    cross join cell_radix
    inner join cell_dossier
        on cell_dossier.cell_key = cell_count.cell_key - cell_count.cell_key % cell_radix.measure_radix
        + cell_count.cell_key % cell_radix.period_radix
    cross join benchmark_limit
    where not cell_count.is_shown and cell_dossier.n_dossiers >= benchmark_limit.least_n
)

select cell_key from final
