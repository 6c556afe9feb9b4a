-- peer_requirement: how many of a peer group meet a requirement
-- grain:  one row per chosen group and item scored in it
-- key:    group_key, item_no
-- reads:  landed_score, peer_institution, peer_trait, requirement, peer_member
with

by_trait as (
    select
        peer_trait.trait_no,
        landed_score.item_no,
        cast(count(*) as bigint) as n_scored,
        cast(count(case when landed_score.score_micro >= requirement.needed_micro then 1 end) as bigint) as n_met
    from landed_score
    inner join requirement on requirement.item_no = landed_score.item_no
    inner join peer_institution on peer_institution.row_key = landed_score.row_key
    inner join peer_trait
        on peer_trait.region_leaf_no = peer_institution.region_leaf_no
        and peer_trait.organisation_type_part = peer_institution.organisation_type_part
        and peer_trait.sector_part = peer_institution.sector_part
    where landed_score.score_micro is not null
    group by peer_trait.trait_no, landed_score.item_no
)

select
    peer_member.group_key,
    by_trait.item_no,
    cast(sum(by_trait.n_scored) as bigint) as n_scored,
    cast(sum(by_trait.n_met) as bigint) as n_met
from by_trait
-- one row for each chosen group the trait belongs to
inner join peer_member on peer_member.trait_no = by_trait.trait_no
group by peer_member.group_key, by_trait.item_no
