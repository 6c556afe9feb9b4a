-- score_expectation: what all bodies together give on an item to institutions that applied for the same star
-- grain:  one row per item and star applied for
-- key:    item_no, applied_star
-- units:  expected_micro in millionths of the scale, half up; room_micro is 4 m (1 - m) of that share m in
--         millionths: how far a body's severity can move a score there, beside the middle of the scale
-- reads:  dossier, landed_score
-- Ordinary dossiers only: anchors are scored by every body and would count many times.
with

dossier as (
    select row_key, coalesce(applied_star, -1) as applied_star
    from dossier
    where anchor_id is null and round_id is null
),

summed as (
    select
        landed_score.item_no,
        dossier.applied_star,
        cast(count(*) as bigint) as n,
        cast(sum(landed_score.score_micro) as bigint) as sum_micro
    from landed_score
    inner join dossier on dossier.row_key = landed_score.row_key
    where landed_score.score_micro is not null
    group by landed_score.item_no, dossier.applied_star
),

expected as (
    select item_no, applied_star, n, cast(round(cast(sum_micro as double) / n) as bigint) as expected_micro
    from summed
)

select
    item_no, applied_star, n, expected_micro,
    -- Bonus points may lift a mean above the scale: no room there.
    case
        when expected_micro between 0 and 1000000
            then cast(round(4 * cast(expected_micro as double) * (1000000 - expected_micro) / 1000000) as bigint)
        else 0
    end as room_micro
from expected
