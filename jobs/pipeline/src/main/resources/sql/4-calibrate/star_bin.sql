-- star_bin: how a body's scores at the star applied for are spread, in hundredths
-- grain:  one row per body, star and hundredth (no row under rules without a threshold)
-- key:    body_id, star, bin
-- units:  bin b holds scores of b/100 and above, below (b + 1)/100
-- reads:  dossier, star_score, model_rule
with

placed as (
    select
        dossier.body_id,
        star_score.star,
        star_score.score_exact,
        10000 * model_rule.exact_unit * model_rule.domain_weight_sum as unit
    from dossier
    inner join star_score on star_score.row_key = dossier.row_key and star_score.star = dossier.applied_star
    cross join model_rule
    where
        model_rule.is_cumulative
        and star_score.is_assessed
        and dossier.anchor_id is null
        and dossier.round_id is null
),

binned as (
    select
        body_id,
        star,
        cast(round(cast(score_exact - score_exact % unit as double) / unit) as int) as bin
    from placed
)

select body_id, star, bin, cast(count(*) as bigint) as n
from binned
group by body_id, star, bin
