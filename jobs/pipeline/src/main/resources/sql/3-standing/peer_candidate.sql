-- peer_candidate: the group that each rule would put a trait into
-- grain:  one row per trait and rule that applies
-- key:    trait_no, rule_step
-- units:  group_key adds up the parts that the rule keeps, so that a rule's groups are told from
--         those of every other
-- reads:  peer_trait, peer_rule, peer_region
-- A rule by region does not apply where the region has no such level.
select
    peer_trait.trait_no,
    peer_rule.rule_step,
    peer_trait.organisation_type_part * peer_rule.by_organisation_type
    + peer_trait.sector_part * peer_rule.by_sector
    + coalesce(peer_region.cell_part, 0) as group_key,
    peer_region.region_code as peer_region,
    peer_trait.n
from peer_trait
cross join peer_rule
left join peer_region
    on peer_region.region_leaf_no = peer_trait.region_leaf_no
    and peer_region.region_level = peer_rule.region_level
where peer_rule.region_level is null or peer_region.region_code is not null
