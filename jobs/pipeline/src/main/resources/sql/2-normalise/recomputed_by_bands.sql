-- recomputed_by_bands: recomputed star and total points under a rule of bands
-- grain:  one row per landed dossier with every item scored (no row under other rules)
-- key:    row_key
-- units:  total_micro in millionths of a point
-- reads:  star_score, star_points, model_rule, model_band
with

total as (
    select
        star_score.row_key,
        star_score.is_below_floor,
        model_rule.total_unit,
        model_rule.each_unit,
        case when model_rule.is_sum then star_points.points_micro else star_points.points_exact end as total_exact,
        case
            when model_rule.is_sum then star_points.least_points_micro
            else star_points.least_domain_points_exact
        end as least_exact,
        case
            when model_rule.is_sum then star_points.most_points_micro
            else star_points.most_domain_points_exact
        end as most_exact
    from star_score
    inner join star_points
        on star_points.row_key = star_score.row_key and star_points.star = star_score.star
    cross join model_rule
    where
        not model_rule.is_cumulative
        and case when model_rule.is_sum then star_score.is_complete else star_score.is_assessed end
),

banded as (
    select
        total.row_key,
        max(model_band.star) as star
    from total
    inner join model_band
        on (model_band.total_min_micro is null or total.total_exact >= model_band.total_min_micro * total.total_unit)
        and (model_band.total_max_micro is null or total.total_exact <= model_band.total_max_micro * total.total_unit)
        and (model_band.each_min_micro is null or total.least_exact >= model_band.each_min_micro * total.each_unit)
        and (model_band.each_max_micro is null or total.most_exact <= model_band.each_max_micro * total.each_unit)
    group by total.row_key
),

doubled as (
    select row_key, is_below_floor, 2 * total_exact + total_unit as doubled, 2 * total_unit as divisor
    from total
),

final as (
    select
        doubled.row_key,
        coalesce(banded.star, model_rule.lowest_star) as recomputed_star,
        cast(round(cast(doubled.doubled - doubled.doubled % doubled.divisor as double) / doubled.divisor) as bigint)
            as total_micro,
        doubled.is_below_floor
    from doubled
    cross join model_rule
    left join banded on banded.row_key = doubled.row_key
)

select row_key, recomputed_star, total_micro, is_below_floor from final
