-- peer_trait: institutions by what peers may have in common
-- grain:  one row per region, organisation type and sector met together
-- key:    trait_no
-- reads:  peer_institution
-- Groups are found for the few traits there are, not for each of many institutions.
with

counted as (
    select region_leaf_no, organisation_type_part, sector_part, cast(count(*) as bigint) as n
    from peer_institution
    group by region_leaf_no, organisation_type_part, sector_part
)

select
    cast(row_number() over (order by region_leaf_no, organisation_type_part, sector_part) as bigint) as trait_no,
    region_leaf_no,
    organisation_type_part,
    sector_part,
    n
from counted
