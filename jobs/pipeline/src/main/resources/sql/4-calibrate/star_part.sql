-- star_part: how often each domain of a body's dossiers has each score at the star applied for
-- grain:  one row per body, star, domain and score (no row under rules without a threshold)
-- key:    body_id, star, domain_no, part_exact
-- units:  part_exact in 1 / (10^6 x exact_unit x domain_weight_sum): parts of a dossier add up to its star score
-- reads:  dossier, star_score, domain_star_score, model_domain, model_rule
select
    dossier.body_id,
    domain_star_score.star,
    domain_star_score.domain_no,
    domain_star_score.score_exact * model_domain.weight as part_exact,
    cast(count(*) as bigint) as n
from dossier
inner join star_score on star_score.row_key = dossier.row_key and star_score.star = dossier.applied_star
inner join domain_star_score
    on domain_star_score.row_key = dossier.row_key and domain_star_score.star = dossier.applied_star
inner join model_domain on model_domain.domain_no = domain_star_score.domain_no
cross join model_rule
where
    model_rule.is_cumulative
    and star_score.is_assessed
    and dossier.anchor_id is null
    and dossier.round_id is null
group by
    dossier.body_id, domain_star_score.star, domain_star_score.domain_no, domain_star_score.score_exact * model_domain.weight
