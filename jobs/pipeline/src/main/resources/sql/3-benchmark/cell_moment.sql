-- cell_moment: exact counts, sums and order statistics of every benchmark cell with enough values
-- grain:  one row per cell and measure
-- key:    cell_key
-- units:  sum_micro in millionths; sum_square in 10^-12, exact; lower_* and upper_* are the two
--         values a quantile lies between by type 7 (position (n - 1) p, Hyndman & Fan 1996)
-- reads:  cell_value, cell_count
with

cumulated as (
    select
        cell_value.cell_key, cell_value.value_micro, cell_value.n,
        cast(sum(cell_value.n) over (
            partition by cell_value.cell_key
            order by cell_value.value_micro
            rows between unbounded preceding and current row
        ) as bigint) as n_up_to,
        cell_count.n as n_total
    from cell_value
    -- a cell below the least number shows nothing, so that nothing is computed for it
    inner join cell_count on cell_count.cell_key = cell_value.cell_key and cell_count.is_shown
),

final as (
    select
        cell_key,
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
    lower_q1, upper_q1, lower_median, upper_median, lower_q3, upper_q3, lower_d1, upper_d1, lower_d9, upper_d9
from final
