-- indicator_residual: how far a dossier's scores on an indicator lie from what its items usually get
-- grain:  one row per ordinary current dossier and indicator with a score
-- key:    row_key, indicator_no
-- units:  residual_micro, room_micro and score_micro are sums over n_items, in millionths of the scale
-- reads:  dossier, landed_score, model_item, score_expectation
with

dossier as (
    select row_key, coalesce(applied_star, -1) as applied_star
    from dossier
    where anchor_id is null and round_id is null
)

select
    landed_score.row_key,
    model_item.indicator_no,
    model_item.domain_no,
    cast(count(*) as bigint) as n_items,
    cast(sum(landed_score.score_micro) as bigint) as score_micro,
    cast(sum(landed_score.score_micro - score_expectation.expected_micro) as bigint) as residual_micro,
    cast(sum(score_expectation.room_micro) as bigint) as room_micro,
    min(landed_score.score_micro) as least_micro,
    max(landed_score.score_micro) as most_micro
from landed_score
inner join dossier on dossier.row_key = landed_score.row_key
inner join model_item on model_item.item_no = landed_score.item_no
inner join score_expectation
    on score_expectation.item_no = landed_score.item_no
    and score_expectation.applied_star = dossier.applied_star
where landed_score.score_micro is not null
group by landed_score.row_key, model_item.indicator_no, model_item.domain_no
