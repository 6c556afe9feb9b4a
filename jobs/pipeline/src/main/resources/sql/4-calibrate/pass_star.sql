-- pass_star: the star that splits all dossiers most evenly, for models in which nobody applies for one
-- grain:  one row
-- reads:  dossier, model_star_range, model_rule
with

awarded as (
    select awarded_star, cast(count(*) as bigint) as n
    from dossier
    where awarded_star is not null and anchor_id is null and round_id is null
    group by awarded_star
),

reached as (
    select
        model_star_range.star,
        cast(coalesce(sum(case when awarded.awarded_star >= model_star_range.star then awarded.n else 0 end), 0) as bigint)
            as n_reached,
        cast(coalesce(sum(awarded.n), 0) as bigint) as n
    from model_star_range
    left join awarded on awarded.n > 0
    cross join model_rule
    where model_star_range.star > model_rule.lowest_star
    group by model_star_range.star
),

ranked as (
    select star, row_number() over (order by abs(2 * n_reached - n), star) as place
    from reached
)

select star from ranked where place = 1
