-- cell_moment: exact counts, sums and order statistics of every benchmark cell with enough values
-- grain:  one row per cell and measure
-- key:    cell_key
-- units:  detail as in shown_cell; sum_micro in millionths; sum_square in 10^-12, exact; lower_* and upper_* are the two
--         values a quantile lies between by type 7 (position (n - 1) p, Hyndman & Fan 1996)
-- reads:  cell_value, shown_cell
with

cumulated as (
    select
        cell_value.cell_key, cell_value.value_micro, cell_value.n,
        cast(sum(cell_value.n) over (
            partition by cell_value.cell_key
            order by cell_value.value_micro
            rows between unbounded preceding and current row
        ) as bigint) as n_up_to,
        shown_cell.n as n_total,
        shown_cell.detail
    from cell_value
    inner join shown_cell on shown_cell.cell_key = cell_value.cell_key
),

final as (
    select
        cell_key,
        min(detail) as detail,
        cast(sum(n) as bigint) as n,
        cast(sum(n * value_micro) as bigint) as sum_micro,
        cast(sum(cast(value_micro as decimal(19, 0)) * cast(value_micro as decimal(19, 0)) * n) as decimal(38, 0))
            as sum_square,
        -- floor((n - 1) k / 4) + 1 values lie at or below the lower neighbour
        min(case when 4 * n_up_to > (n_total - 1) then value_micro end) as lower_q1,
        min(case when 4 * (n_up_to - 1) > (n_total - 1) - (n_total - 1) % 4 then value_micro end) as upper_q1,
        min(case when 2 * n_up_to > (n_total - 1) then value_micro end) as lower_median,
        min(case when 2 * (n_up_to - 1) > (n_total - 1) - (n_total - 1) % 2 then value_micro end) as upper_median,
        min(case when 4 * n_up_to > 3 * (n_total - 1) then value_micro end) as lower_q3,
        min(case when 4 * (n_up_to - 1) > 3 * (n_total - 1) - (3 * (n_total - 1)) % 4 then value_micro end) as upper_q3,
        min(case when 10 * n_up_to > (n_total - 1) then value_micro end) as lower_d1,
        min(case when 10 * (n_up_to - 1) > (n_total - 1) - (n_total - 1) % 10 then value_micro end) as upper_d1,
        min(case when 10 * n_up_to > 9 * (n_total - 1) then value_micro end) as lower_d9,
        min(case when 10 * (n_up_to - 1) > 9 * (n_total - 1) - (9 * (n_total - 1)) % 10 then value_micro end)
            as upper_d9
    from cumulated
    group by cell_key
)

select
    cell_key, n, sum_micro, sum_square,
    lower_q1, upper_q1, lower_median, upper_median, lower_q3, upper_q3, lower_d1, upper_d1, lower_d9, upper_d9,
    detail
from final
