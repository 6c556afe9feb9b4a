-- star_score: the score A_l of a dossier at each star, and whether the star is met
-- grain:  one row per landed dossier and star with a delivered item (star 0: items without a star)
-- key:    row_key, star
-- units:  score_exact in 1 / (10^6 x exact_unit x domain_weight_sum)
-- reads:  domain_star_score, model_domain, model_rule
with

by_star as (
    select
        domain_star_score.row_key,
        domain_star_score.star,
        cast(count(*) as bigint) as n_domains,
        cast(sum(case when domain_star_score.is_assessable then 1 else 0 end) as bigint) as n_assessable,
        cast(sum(domain_star_score.n_vetoes_failed) as bigint) as n_vetoes_failed,
        min(domain_star_score.score_exact) as least_domain_exact,
        cast(sum(domain_star_score.score_exact * model_domain.weight) as bigint) as score_exact,
        cast(sum(domain_star_score.n_scored) as bigint) as n_scored,
        cast(sum(domain_star_score.n_items) as bigint) as n_items
    from domain_star_score
    inner join model_domain on model_domain.domain_no = domain_star_score.domain_no
    group by domain_star_score.row_key, domain_star_score.star
),

final as (
    select
        by_star.row_key,
        by_star.star,
        by_star.n_assessable = model_rule.n_domains as is_assessed,
        by_star.least_domain_exact < model_rule.floor_micro * model_rule.exact_unit as is_below_floor,
        by_star.n_assessable = model_rule.n_domains
        and by_star.score_exact
        >= model_rule.threshold_micro * model_rule.exact_unit * model_rule.domain_weight_sum
        and by_star.n_vetoes_failed = 0
        and (
            not model_rule.is_floor_enforced
            or by_star.least_domain_exact >= model_rule.floor_micro * model_rule.exact_unit
        ) as is_met,
        by_star.score_exact,
        by_star.n_scored = by_star.n_items as is_complete
    from by_star
    cross join model_rule
)

select row_key, star, is_assessed, is_below_floor, is_met, score_exact, is_complete from final
