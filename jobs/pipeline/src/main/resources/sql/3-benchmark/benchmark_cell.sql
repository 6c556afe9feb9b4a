-- benchmark_cell: every cell's moments beside those of the period before and its dossiers' age
-- grain:  one row per cell and measure
-- key:    cell_key
-- units:  as in cell_moment and cell_dossier; before_* are the same sums of the former period
-- reads:  cell_moment, cell_dossier, cell_radix, period_before
with

keyed as (
    select
        cell_moment.cell_key,
        cell_moment.cell_key % cell_radix.period_radix as period_no,
        -- the same cell without its measure
        cell_moment.cell_key - cell_moment.cell_key % cell_radix.measure_radix
        + cell_moment.cell_key % cell_radix.period_radix as dossier_cell_key
    from cell_moment
    cross join cell_radix
),

final as (
    select
        cell_moment.cell_key, cell_moment.n, cell_moment.sum_micro, cell_moment.sum_square,
        cell_moment.lower_q1, cell_moment.upper_q1, cell_moment.lower_median, cell_moment.upper_median,
        cell_moment.lower_q3, cell_moment.upper_q3, cell_moment.lower_d1, cell_moment.upper_d1,
        cell_moment.lower_d9, cell_moment.upper_d9,
        before.n as before_n, before.sum_micro as before_sum_micro, before.sum_square as before_sum_square,
        cell_dossier.n_institutions, cell_dossier.n_with_expired, cell_dossier.n_expired,
        cell_dossier.n_dated, cell_dossier.age_days_sum, cell_moment.detail
    from cell_moment
    inner join keyed on keyed.cell_key = cell_moment.cell_key
    inner join cell_dossier on cell_dossier.cell_key = keyed.dossier_cell_key
    left join period_before on period_before.period_no = keyed.period_no
    left join cell_moment as before
        on before.cell_key = cell_moment.cell_key - period_before.period_no + period_before.before_no
)

select
    cell_key, n, sum_micro, sum_square,
    lower_q1, upper_q1, lower_median, upper_median, lower_q3, upper_q3, lower_d1, upper_d1, lower_d9, upper_d9,
    before_n, before_sum_micro, before_sum_square,
    n_institutions, n_with_expired, n_expired, n_dated, age_days_sum, detail
from final
