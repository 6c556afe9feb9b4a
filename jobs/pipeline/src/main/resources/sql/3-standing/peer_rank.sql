-- peer_rank: where a value stands among the others of its group, and their quartiles
-- grain:  one row per chosen group, measure and value
-- key:    group_key, measure_no, value_micro
-- units:  n_others, n_below and n_equal in institutions, the one that has the value left out;
--         q1_quarter and the like in quarters of a millionth
-- reads:  peer_value
-- Who has the same value in the same group has the same standing, so that it is found once for all.
-- Quartiles are type 7 (Hyndman & Fan 1996): of m others, the value at (m - 1) k / 4. Taking one
-- value v out of the sorted group moves every later place up by one, so that three neighbours of
-- the whole group give each quartile of the others.
with

cumulated as (
    select
        group_key, measure_no, value_micro, n,
        cast(sum(n) over (
            partition by group_key, measure_no
            order by value_micro
            rows between unbounded preceding and current row
        ) as bigint) as n_up_to,
        cast(sum(n) over (partition by group_key, measure_no) as bigint) - 2 as last_place
    from peer_value
),

-- places count from 0; rest_* are the quarters by which a quartile lies past its first neighbour
placed as (
    select
        group_key, measure_no, value_micro, n, n_up_to, last_place,
        last_place - (last_place) % 4 as place_q1,
        (last_place) % 4 as rest_q1,
        2 * last_place - (2 * last_place) % 4 as place_median,
        (2 * last_place) % 4 as rest_median,
        3 * last_place - (3 * last_place) % 4 as place_q3,
        (3 * last_place) % 4 as rest_q3
    from cumulated
    where last_place >= 0
),

neighbour as (
    select
        group_key, measure_no,
        min(case when 4 * (n_up_to - 1) >= place_q1 then value_micro end) as first_q1,
        min(case when 4 * (n_up_to - 2) >= place_q1 then value_micro end) as second_q1,
        min(case when 4 * (n_up_to - 3) >= place_q1 then value_micro end) as third_q1,
        min(case when 4 * (n_up_to - 1) >= place_median then value_micro end) as first_median,
        min(case when 4 * (n_up_to - 2) >= place_median then value_micro end) as second_median,
        min(case when 4 * (n_up_to - 3) >= place_median then value_micro end) as third_median,
        min(case when 4 * (n_up_to - 1) >= place_q3 then value_micro end) as first_q3,
        min(case when 4 * (n_up_to - 2) >= place_q3 then value_micro end) as second_q3,
        min(case when 4 * (n_up_to - 3) >= place_q3 then value_micro end) as third_q3
    from placed
    group by group_key, measure_no
),

others as (
    select
        placed.group_key, placed.measure_no, placed.value_micro, placed.n, placed.n_up_to, placed.last_place,
        placed.rest_q1, placed.rest_median, placed.rest_q3,
        case when placed.place_q1 <= 4 * (placed.n_up_to - 2) then neighbour.first_q1 else neighbour.second_q1 end
            as lower_q1,
        case
            when placed.place_q1 <= 4 * (placed.n_up_to - 3) then neighbour.second_q1
            else coalesce(neighbour.third_q1, neighbour.second_q1)
        end as upper_q1,
        case when placed.place_median <= 4 * (placed.n_up_to - 2) then neighbour.first_median else neighbour.second_median end
            as lower_median,
        case
            when placed.place_median <= 4 * (placed.n_up_to - 3) then neighbour.second_median
            else coalesce(neighbour.third_median, neighbour.second_median)
        end as upper_median,
        case when placed.place_q3 <= 4 * (placed.n_up_to - 2) then neighbour.first_q3 else neighbour.second_q3 end
            as lower_q3,
        case
            when placed.place_q3 <= 4 * (placed.n_up_to - 3) then neighbour.second_q3
            else coalesce(neighbour.third_q3, neighbour.second_q3)
        end as upper_q3
    from placed
    inner join neighbour
        on neighbour.group_key = placed.group_key and neighbour.measure_no = placed.measure_no
)

select
    group_key, measure_no, value_micro,
    last_place + 1 as n_others,
    n_up_to - n as n_below,
    n - 1 as n_equal,
    4 * lower_q1 + rest_q1 * (upper_q1 - lower_q1) as q1_quarter,
    4 * lower_median + rest_median * (upper_median - lower_median) as median_quarter,
    4 * lower_q3 + rest_q3 * (upper_q3 - lower_q3) as q3_quarter
from others
