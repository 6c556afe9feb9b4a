-- pair_score: what two bodies gave to the same case, over the items that both scored
-- grain:  one row per case and pair of bodies, body_a < body_b, with an item in common
-- key:    link_id, body_a, body_b
-- units:  sums in millionths of the scale over n_items
-- reads:  scored_twice, landed_score
with

item as (
    select scored_twice.link_id, scored_twice.body_id, scored_twice.star, landed_score.item_no, landed_score.score_micro
    from scored_twice
    inner join landed_score on landed_score.row_key = scored_twice.row_key
    where landed_score.score_micro is not null
)

select
    first_item.link_id,
    first_item.body_id as body_a,
    second_item.body_id as body_b,
    first_item.star as star_a,
    second_item.star as star_b,
    cast(count(*) as bigint) as n_items,
    cast(sum(first_item.score_micro) as bigint) as sum_a_micro,
    cast(sum(second_item.score_micro) as bigint) as sum_b_micro
from item as first_item
-- one row for each other body that scored the item
inner join item as second_item
    on second_item.link_id = first_item.link_id
    and second_item.item_no = first_item.item_no
    and second_item.body_id > first_item.body_id
group by first_item.link_id, first_item.body_id, second_item.body_id, first_item.star, second_item.star
