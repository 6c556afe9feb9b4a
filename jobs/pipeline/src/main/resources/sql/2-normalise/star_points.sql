-- star_points: the points of a dossier, in sum and at the extremes of items and domains
-- grain:  one row per landed dossier and star with a delivered item (no row under other rules than
--         bands, whose scores alone decide)
-- key:    row_key, star
-- units:  *_micro in millionths of a point; points_exact in 1 / (10^6 x exact_unit x
--         domain_weight_sum), *_domain_points_exact in 1 / (10^6 x exact_unit)
-- reads:  landed_score, model_item, model_domain, model_rule, weight_factor
with

item_points as (
    select
        landed_score.row_key,
        model_item.domain_no,
        model_item.star,
        case when landed_score.score_micro is not null then model_item.weight else 0 end as weight,
        landed_score.points_micro,
        landed_score.points_micro * model_item.weight as weighted_points
    from landed_score
    inner join model_item on model_item.item_no = landed_score.item_no
    inner join model_rule on not model_rule.is_cumulative
),

by_domain as (
    select
        row_key,
        domain_no,
        star,
        cast(sum(weight) as bigint) as weight_sum,
        cast(sum(weighted_points) as bigint) as weighted_points,
        cast(sum(points_micro) as bigint) as points_micro,
        min(points_micro) as least_points_micro,
        max(points_micro) as most_points_micro
    from item_points
    group by row_key, domain_no, star
),

exact as (
    select
        by_domain.row_key,
        by_domain.star,
        by_domain.weighted_points * weight_factor.factor as points_exact,
        by_domain.weighted_points * weight_factor.factor * model_domain.weight as weighted_exact,
        by_domain.points_micro,
        by_domain.least_points_micro,
        by_domain.most_points_micro
    from by_domain
    inner join model_domain on model_domain.domain_no = by_domain.domain_no
    -- no factor where nothing was scored: the points stay absent
    left join weight_factor on weight_factor.weight_sum = by_domain.weight_sum
)

select
    row_key,
    star,
    cast(sum(weighted_exact) as bigint) as points_exact,
    cast(sum(points_micro) as bigint) as points_micro,
    min(least_points_micro) as least_points_micro,
    max(most_points_micro) as most_points_micro,
    min(points_exact) as least_domain_points_exact,
    max(points_exact) as most_domain_points_exact
from exact
group by row_key, star
