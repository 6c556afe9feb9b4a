-- past_candidate: the group that each rule would put the traits of then and now into
-- grain:  one row per traits and rule that applies
-- key:    region_leaf_no, organisation_type_part, sector_part, rule_step
-- units:  group_key as in peer_candidate
-- reads:  past_institution, past_point, peer_rule, peer_region
with

trait as (
    select region_leaf_no, organisation_type_part, sector_part from past_institution
    union
    select region_leaf_no, organisation_type_part, sector_part from past_point
)

select
    trait.region_leaf_no,
    trait.organisation_type_part,
    trait.sector_part,
    peer_rule.rule_step,
    trait.organisation_type_part * peer_rule.by_organisation_type
    + trait.sector_part * peer_rule.by_sector
    + coalesce(peer_region.cell_part, 0) as group_key
from trait
cross join peer_rule
left join peer_region
    on peer_region.region_leaf_no = trait.region_leaf_no and peer_region.region_level = peer_rule.region_level
where peer_rule.region_level is null or peer_region.region_code is not null
