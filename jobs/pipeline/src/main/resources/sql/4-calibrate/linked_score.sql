-- linked_score: the scores of institutions that two bodies or more have scored
-- grain:  one row per dossier and item
-- key:    row_key, item_no
-- reads:  current_dossier, landed_score, model_item
-- Only these tell a strict body from weak clients: anchor dossiers, double scorings, transfers.
with

keyed as (
    select row_key, body_id, coalesce(anchor_id, institution_code) as link_id
    from current_dossier
    where coalesce(anchor_id, institution_code) is not null
),

linked as (
    select link_id
    from keyed
    group by link_id
    having count(distinct body_id) > 1
)

select
    keyed.row_key,
    keyed.link_id,
    keyed.body_id,
    landed_score.item_no,
    model_item.domain_no,
    landed_score.score_micro
from keyed
inner join linked on linked.link_id = keyed.link_id
inner join landed_score on landed_score.row_key = keyed.row_key
inner join model_item on model_item.item_no = landed_score.item_no
where landed_score.score_micro is not null
