-- domain_index: where a dossier stands in each domain
-- grain:  one row per landed dossier and domain with an assessable score
-- key:    row_key, domain_no
-- units:  value_micro as in indicator_index, with the domain's mean scores
-- reads:  domain_star_score, model_rule
with

rounded as (
    select
        domain_star_score.row_key,
        domain_star_score.domain_no,
        domain_star_score.star,
        domain_star_score.score_exact >= model_rule.threshold_micro * model_rule.exact_unit as is_met,
        2 * domain_star_score.score_exact + model_rule.exact_unit as doubled,
        2 * model_rule.exact_unit as divisor
    from domain_star_score
    cross join model_rule
    where domain_star_score.is_assessable
),

scored as (
    select
        row_key,
        domain_no,
        star,
        is_met,
        cast(round(cast(doubled - doubled % divisor as double) / divisor) as bigint) as score_micro
    from rounded
),

grouped as (
    select
        row_key,
        domain_no,
        min(case when star > 0 and not is_met then star * 10000000 + score_micro end) as first_short,
        max(star) as last_star,
        max(score_micro) as best_score_micro
    from scored
    group by row_key, domain_no
),

final as (
    select
        row_key,
        domain_no,
        cast(
            case
                when last_star = 0 then best_score_micro
                when first_short is null then last_star * 1000000
                else
                    cast(floor(cast(first_short as double) / 10000000) as bigint) * 1000000 - 1000000
                    + first_short % 10000000
            end as bigint
        ) as value_micro
    from grouped
)

select row_key, domain_no, value_micro from final
