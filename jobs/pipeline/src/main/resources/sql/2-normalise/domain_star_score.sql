-- domain_star_score: what a dossier scores in one domain at one star (star 0: items without a star)
-- grain:  one row per landed dossier, domain and star with a delivered item
-- key:    row_key, domain_no, star
-- units:  score_exact in 1 / (10^6 x model_rule.exact_unit), so that a weighted mean over any subset
--         of items is a whole number and thresholds compare exactly
-- reads:  landed_score, model_item, model_domain_star, weight_factor, model_rule
with

item_score as (
    select
        landed_score.row_key,
        model_item.domain_no,
        model_item.star,
        model_item.weight,
        model_item.is_veto,
        landed_score.score_micro,
        landed_score.absence
    from landed_score
    inner join model_item on model_item.item_no = landed_score.item_no
),

summed as (
    select
        row_key,
        domain_no,
        star,
        cast(count(score_micro) as bigint) as n_scored,
        cast(count(case when absence = 'NOT_APPLICABLE' then 1 end) as bigint) as n_not_applicable,
        cast(count(case when is_veto and score_micro < 1000000 then 1 end) as bigint) as n_vetoes_failed,
        cast(sum(case when score_micro is not null then weight else 0 end) as bigint) as weight_sum,
        cast(sum(score_micro * weight) as bigint) as weighted_score
    from item_score
    group by row_key, domain_no, star
),

final as (
    select
        summed.row_key,
        summed.domain_no,
        summed.star,
        model_domain_star.n_items,
        summed.n_scored,
        summed.n_not_applicable,
        summed.n_vetoes_failed,
        -- complete, something scored, and not too much set aside as not applicable
        summed.n_scored + summed.n_not_applicable = model_domain_star.n_items
        and summed.n_scored > 0
        and summed.n_not_applicable * 1000000
        <= model_rule.max_not_applicable_micro * model_domain_star.n_items as is_assessable,
        summed.weighted_score * weight_factor.factor as score_exact
    from summed
    inner join model_domain_star
        on model_domain_star.domain_no = summed.domain_no and model_domain_star.star = summed.star
    cross join model_rule
    -- no factor where nothing was scored: the score stays absent
    left join weight_factor on weight_factor.weight_sum = summed.weight_sum
)

select
    row_key, domain_no, star,
    n_items, n_scored, n_not_applicable, n_vetoes_failed, is_assessable, score_exact
from final
