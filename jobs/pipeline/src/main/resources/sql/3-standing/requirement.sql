-- requirement: what an item must score to be met
-- grain:  one row per item of a star, under a cumulative rule (no row under other rules)
-- key:    item_no
-- reads:  model_item, model_rule
-- Items that all reach the threshold make every mean of theirs reach it; an enforced floor may ask
-- for more, a veto for everything.
select
    model_item.item_no,
    model_item.item_id,
    model_item.domain_id,
    model_item.domain_no,
    model_item.star,
    case
        when model_item.is_veto then cast(1000000 as bigint)
        when model_rule.is_floor_enforced then greatest(model_rule.threshold_micro, model_rule.floor_micro)
        else model_rule.threshold_micro
    end as needed_micro
from model_item
cross join model_rule
where model_rule.is_cumulative and model_item.star > 0
