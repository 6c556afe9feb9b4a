-- body_value: by body, how often each score was given
-- grain:  one row per body and score
-- key:    body_id, score_micro
-- reads:  dossier, landed_score
with

dossier as (select row_key, body_id from dossier where anchor_id is null and round_id is null)

select dossier.body_id, landed_score.score_micro, cast(count(*) as bigint) as n
from landed_score
inner join dossier on dossier.row_key = landed_score.row_key
where landed_score.score_micro is not null
group by dossier.body_id, landed_score.score_micro
