-- peer_domain_star
select
    landed_score.row_key,
    model_item.domain_id,
    model_item.star,
    avg(cast(landed_score.score_micro as double)) / 1000000 as score,
    sum(case when landed_score.absence = 'NOT_APPLICABLE' then 1 else 0 end) as n_set_aside,
    count(*) as n
from landed_score
inner join model_item on model_item.item_no = landed_score.item_no
group by landed_score.row_key, model_item.domain_id, model_item.star;

-- peer_star
select row_key, star, avg(score) as score
from peer_domain_star
where n_set_aside <= 0.25 * n
group by row_key, star
having count(*) = 5;

-- peer_next_star
select
    landed_dossier.row_key,
    coalesce(min(case when peer_star.score is null or peer_star.score < 0.8 - 1e-9 then model_star.star end), 6) as next_star
from landed_dossier
cross join model_star
left join peer_star
    on peer_star.row_key = landed_dossier.row_key and peer_star.star = model_star.star
group by landed_dossier.row_key;

-- peer_dossier
select
    peer_next_star.row_key,
    cast(peer_next_star.next_star - 1 as double) as recomputed,
    cast(round((peer_next_star.next_star - 1 + coalesce(peer_star.score, 0)) * 1000000) as bigint) / cast(1000000 as double) as index_value
from peer_next_star
left join peer_star
    on peer_star.row_key = peer_next_star.row_key and peer_star.star = peer_next_star.next_star;

-- peer_domain_next
select
    row_key,
    domain_id,
    coalesce(min(case when score < 0.8 - 1e-9 then star end), 6) as next_star
from peer_domain_star
where n_set_aside <= 0.25 * n
group by row_key, domain_id;

-- peer_domain
select
    peer_domain_next.row_key,
    peer_domain_next.domain_id,
    cast(round((peer_domain_next.next_star - 1 + coalesce(peer_domain_star.score, 0)) * 1000000) as bigint)
    / cast(1000000 as double) as value
from peer_domain_next
left join peer_domain_star
    on peer_domain_star.row_key = peer_domain_next.row_key
    and peer_domain_star.domain_id = peer_domain_next.domain_id
    and peer_domain_star.star = peer_domain_next.next_star;

-- peer_indicator
select
    landed_score.row_key,
    model_item.indicator_id,
    min(case when landed_score.score_micro < 800000 then model_item.star + landed_score.score_micro / cast(1000000 as double) end) as first_short,
    max(case when landed_score.score_micro is not null then model_item.star end) as last_star
from landed_score
inner join model_item on model_item.item_no = landed_score.item_no
group by landed_score.row_key, model_item.indicator_id;

-- peer_measure
select row_key, 'star' as measure_kind, 'star' as measure_id, cast(awarded_star as double) as value
from landed_dossier
union all
select row_key, 'recomputed' as measure_kind, 'recomputed' as measure_id, recomputed as value
from peer_dossier
union all
select row_key, 'index' as measure_kind, 'index' as measure_id, index_value as value
from peer_dossier
union all
select row_key, 'domain' as measure_kind, domain_id as measure_id, value
from peer_domain
union all
select row_key, 'indicator' as measure_kind, indicator_id as measure_id, coalesce(first_short - 1, last_star) as value
from peer_indicator
where last_star is not null;

-- peer_value
select
    peer_measure.measure_kind,
    peer_measure.measure_id,
    peer_measure.value,
    landed_dossier.period,
    landed_dossier.region_code,
    landed_dossier.sector_id,
    landed_dossier.organisation_type,
    landed_dossier.applied_star
from peer_measure
inner join landed_dossier on landed_dossier.row_key = peer_measure.row_key
