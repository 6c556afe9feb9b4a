-- peer_value: how often each value occurs in a peer group
-- grain:  one row per chosen group, measure and value
-- key:    group_key, measure_no, value_micro
-- reads:  own_measure, peer_member
with

by_trait as (
    select trait_no, measure_no, value_micro, cast(count(*) as bigint) as n
    from own_measure
    group by trait_no, measure_no, value_micro
)

select
    peer_member.group_key,
    by_trait.measure_no,
    by_trait.value_micro,
    cast(sum(by_trait.n) as bigint) as n
from by_trait
-- one row for each chosen group the trait belongs to
inner join peer_member on peer_member.trait_no = by_trait.trait_no
group by peer_member.group_key, by_trait.measure_no, by_trait.value_micro
