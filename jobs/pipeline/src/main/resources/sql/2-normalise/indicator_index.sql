-- indicator_index: where a dossier stands on each indicator
-- grain:  one row per landed dossier and indicator with a score
-- key:    row_key, indicator_no
-- units:  value_micro: under a cumulative rule millionths of a star, k + score at star k + 1, where k
--         is the last star of the indicator reached without a gap; else the score on 0..1
-- reads:  landed_score, model_item, model_rule
with

item_score as (
    select
        landed_score.row_key,
        model_item.indicator_no,
        model_item.star,
        landed_score.score_micro
    from landed_score
    inner join model_item on model_item.item_no = landed_score.item_no
    where landed_score.score_micro is not null
),

grouped as (
    select
        item_score.row_key,
        item_score.indicator_no,
        -- star and score of the first star that falls short, packed into one number
        min(
            case
                when item_score.star > 0 and item_score.score_micro < model_rule.threshold_micro
                    then item_score.star * 10000000 + item_score.score_micro
            end
        ) as first_short,
        max(item_score.star) as last_star,
        max(item_score.score_micro) as best_score_micro
    from item_score
    cross join model_rule
    group by item_score.row_key, item_score.indicator_no
),

final as (
    select
        row_key,
        indicator_no,
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

select row_key, indicator_no, value_micro from final
