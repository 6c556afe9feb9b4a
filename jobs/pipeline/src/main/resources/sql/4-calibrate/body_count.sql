-- body_count: how many dossiers each body has
-- grain:  one row per body with a current dossier
-- key:    body_id
-- reads:  dossier
select
    body_id,
    cast(count(*) as bigint) as n,
    cast(count(awarded_star) as bigint) as n_awarded,
    cast(sum(case when anchor_id is null and round_id is null then 1 else 0 end) as bigint) as n_ordinary
from dossier
group by body_id
