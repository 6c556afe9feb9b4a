-- peer_choice: the group of each trait: by the first rule that leaves enough others, else the last
-- grain:  one row per trait
-- key:    trait_no
-- units:  n_group in institutions, the institution itself included
-- reads:  peer_candidate, peer_limit
with

sized as (
    select group_key, cast(sum(n) as bigint) as n_group
    from peer_candidate
    group by group_key
),

ranked as (
    select
        peer_candidate.trait_no,
        peer_candidate.rule_step,
        peer_candidate.group_key,
        peer_candidate.peer_region,
        sized.n_group,
        row_number() over (
            partition by peer_candidate.trait_no
            order by
                case
                    when sized.n_group > peer_limit.min_peers then peer_candidate.rule_step
                    else 1000 - peer_candidate.rule_step
                end
        ) as choice
    from peer_candidate
    inner join sized on sized.group_key = peer_candidate.group_key
    cross join peer_limit
)

select trait_no, rule_step, group_key, peer_region, n_group
from ranked
where choice = 1
