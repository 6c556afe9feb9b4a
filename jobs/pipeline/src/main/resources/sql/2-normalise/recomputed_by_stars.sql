-- recomputed_by_stars: recomputed star and capability index under a cumulative rule
-- grain:  one row per landed dossier (no row under other rules)
-- key:    row_key
-- units:  index_micro in millionths of a star: k + A_(k+1)
-- reads:  landed_dossier, model_star, model_rule, star_score
-- A star that was not assessed is never treated as 0: the index is then censored at k.
with

dossier_star as (
    select
        landed_dossier.row_key,
        model_star.star,
        coalesce(star_score.is_met, false) as is_met,
        coalesce(star_score.is_assessed, false) as is_assessed,
        coalesce(star_score.is_below_floor, false) as is_below_floor,
        star_score.score_exact
    from landed_dossier
    cross join model_star
    cross join model_rule
    left join star_score
        on star_score.row_key = landed_dossier.row_key and star_score.star = model_star.star
    where model_rule.is_cumulative
),

first_unmet as (
    select
        row_key,
        min(case when not is_met then star end) as next_star,
        cast(max(star) as bigint) as highest_star,
        cast(sum(case when is_assessed then 1 else 0 end) as bigint) as n_assessed,
        cast(sum(case when is_below_floor then 1 else 0 end) as bigint) as n_below_floor
    from dossier_star
    group by row_key
),

at_next as (
    select
        first_unmet.row_key,
        coalesce(first_unmet.next_star - 1, first_unmet.highest_star) as recomputed_star,
        first_unmet.n_assessed,
        first_unmet.n_below_floor,
        first_unmet.next_star is null as is_highest,
        coalesce(dossier_star.is_assessed, false) as is_next_assessed,
        2 * dossier_star.score_exact + model_rule.exact_unit * model_rule.domain_weight_sum as doubled,
        2 * model_rule.exact_unit * model_rule.domain_weight_sum as divisor
    from first_unmet
    cross join model_rule
    left join dossier_star
        on dossier_star.row_key = first_unmet.row_key and dossier_star.star = first_unmet.next_star
),

final as (
    select
        row_key,
        case when n_assessed > 0 then cast(recomputed_star as int) end as recomputed_star,
        case
            when n_assessed = 0 then cast(null as bigint)
            when is_next_assessed
                -- the one rounding, half up, after the threshold was compared
                then recomputed_star * 1000000
                    + cast(round(cast(doubled - doubled % divisor as double) / divisor) as bigint)
            else cast(recomputed_star * 1000000 as bigint)
        end as index_micro,
        not is_highest and not is_next_assessed as is_censored,
        n_below_floor > 0 as is_below_floor
    from at_next
)

select row_key, recomputed_star, index_micro, is_censored, is_below_floor from final
