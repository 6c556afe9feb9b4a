-- star_mismatch_count: by body, how many awarded stars differ from the recomputed
-- grain:  one row per body with dossiers that have both stars
-- key:    body_id
-- reads:  dossier
select
    body_id,
    cast(count(*) as bigint) as n,
    cast(sum(case when awarded_star > recomputed_star then 1 else 0 end) as bigint) as n_above,
    cast(sum(case when awarded_star < recomputed_star then 1 else 0 end) as bigint) as n_below
from dossier
where awarded_star is not null and recomputed_star is not null
group by body_id
