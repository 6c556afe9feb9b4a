-- copied_vector_count: by body, how many dossiers have a twin
-- grain:  one row per body
-- key:    body_id
-- reads:  current_dossier, copied_vector
select
    current_dossier.body_id,
    cast(count(*) as bigint) as n,
    cast(count(copied_vector.row_key) as bigint) as n_copied
from current_dossier
left join copied_vector on copied_vector.row_key = current_dossier.row_key
group by current_dossier.body_id
